// Part of the live preview only: reloads the page when something was saved, and shows problems on it until they are mended.

const language = document.documentElement.lang === "ja" ? "ja" : "en";
const words = { ja: { title: "直すところ", stays: "このページは、問題がなかったときの記録のまま表示している。" },
  en: { title: "To be put right", stays: "This page still shows the records as they last were without a problem." } }[language];
const style = document.createElement("link");
Object.assign(style, { rel: "stylesheet", href: "/.preview/preview.css" });
document.head.append(style);
let version;

function show(problems) {
  document.getElementById("preview-problems")?.remove();
  if (!problems.length) return;
  const box = document.createElement("section");
  Object.assign(box, { id: "preview-problems", role: "alert" });
  const title = document.createElement("h2"), list = document.createElement("ul"), note = document.createElement("p");
  title.textContent = words.title;
  note.textContent = words.stays;
  for (const problem of problems) {
    const item = document.createElement("li");
    item.textContent = problem[language];
    list.append(item);
  }
  box.append(title, list, note);
  document.body.prepend(box);
}

new EventSource("/.preview/news").addEventListener("message", (event) => {
  const news = JSON.parse(event.data);
  if (version !== undefined && news.version !== version && !news.problems.length) location.reload();
  version ??= news.version;
  show(news.problems);
});
