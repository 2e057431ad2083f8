// Copy the address of a page or statement, and a look at a person, company or stage before its link is followed.

const WAIT = 350, RECORD = /\/(?:en\/)?((?:people|companies|stages)\/[^/]+\/)$/;
const REFERENCE = /\[\[([^\]|]+)(?:\|([^\]]+))?\]\]/g; // [[id]] or [[id|shown words]] in a record's prose
const language = document.documentElement.lang;
const tools = document.querySelector(".page-tools");

// copying: without a clipboard (plain http) the address stays in the address bar, where the link has put it
async function copy(url, said) {
  try { await navigator.clipboard.writeText(url); } catch { return; }
  said.textContent = tools.dataset.copied;
}
if (tools) {
  const said = document.createElement("output");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tool";
  button.textContent = tools.dataset.copy;
  button.addEventListener("click", () => copy(document.querySelector("link[rel=canonical]").href, said));
  tools.append(button, said);
  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.("a.permalink");
    if (mark) copy(new URL(mark.hash, document.querySelector("link[rel=canonical]").href).href, said);
  });
}

// previews: for the mouse and the keyboard, never for touch; they stay while the pointer is on them and go with Escape
const known = new Map();
let timer, box, owner;

function record(link) {
  const found = RECORD.exec(link.pathname);
  if (!found || link.origin !== location.origin || link.pathname === location.pathname || link.closest("nav, header, footer, svg, .cards, .found, .jump, .behind")) return null;
  return new URL(`${found[1]}index.json`, link.href.slice(0, link.href.indexOf(found[1])).replace(/en\/$/, "")).href;
}

async function open(link, url) {
  if (!known.has(url)) known.set(url, fetch(url).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
  const held = await known.get(url);
  if (!held || owner !== link) return;
  close();
  owner = link;
  const other = language === "ja" ? "en" : "ja";
  box = document.createElement("div");
  box.className = "preview";
  box.role = "tooltip";
  box.id = "preview";
  const name = document.createElement("b");
  const said = held.record;
  name.textContent = said.name[language];
  const second = document.createElement("span");
  second.lang = other;
  second.textContent = said.name[other] === said.name[language] ? "" : said.name[other];
  const line = document.createElement("p");
  line.textContent = said.summary[language].replace(REFERENCE, (_, id, shown) => shown ?? held.names[id.split("#")[0]]?.[language] ?? id);
  box.append(name, " ", second, line);
  document.body.append(box);
  const place = link.getBoundingClientRect();
  const left = Math.min(Math.max(8, place.left), innerWidth - box.offsetWidth - 8);
  const below = place.bottom + 6 + box.offsetHeight < innerHeight;
  box.style.setProperty("left", `${left + scrollX}px`);
  box.style.setProperty("top", `${(below ? place.bottom + 6 : place.top - 6 - box.offsetHeight) + scrollY}px`);
  link.setAttribute("aria-describedby", "preview");
  box.addEventListener("pointerleave", later);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
}

function close() {
  owner?.removeAttribute("aria-describedby");
  box?.remove();
  box = owner = undefined;
}
function later() {
  clearTimeout(timer);
  timer = setTimeout(close, WAIT);
}
function soon(event) {
  const link = event.target.closest?.("article a[href]");
  if (!link || link === owner) return;
  const url = record(link);
  if (!url) return;
  clearTimeout(timer);
  timer = setTimeout(() => { owner = link; open(link, url); }, WAIT);
}

document.addEventListener("pointerover", (event) => { if (event.pointerType === "mouse") soon(event); });
document.addEventListener("pointerout", (event) => { if (event.pointerType === "mouse" && event.target.closest?.("a")) later(); });
document.addEventListener("focusin", (event) => { if (event.target.matches?.("a:focus-visible")) soon(event); });
document.addEventListener("focusout", later);
document.addEventListener("keydown", (event) => { if (event.key === "Escape") { clearTimeout(timer); close(); } });
