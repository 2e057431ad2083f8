// Escape puts the bar with a mark's source away, until another mark is pointed at.
addEventListener("keydown", (event) => { if (event.key === "Escape") document.documentElement.classList.add("quiet"); });
for (const kind of ["mouseover", "focusin"]) {
  addEventListener(kind, (event) => {
    const mark = event.target.closest?.("a.cite");
    if (!mark) return;
    document.documentElement.classList.remove("quiet");
    // the bar says by itself who published what when; here the title is added from the list of sources
    const title = document.getElementById(mark.hash.slice(1))?.querySelector("cite")?.textContent.trim();
    if (title) mark.dataset.about = `${mark.getAttribute("aria-label")} · ${title}`;
  });
}

// The reader's choice of light or dark colours, set before the page is drawn. Without a choice the system decides.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  let stored = null;
  try { stored = localStorage.getItem("atlas-theme"); } catch { /* no storage: the choice lasts for this page */ }
  if (stored) root.dataset.theme = stored;

  const dark = () => (root.dataset.theme || (system.matches ? "dark" : "light")) === "dark";
  // "data-shown" tells the style that scripts run, so that what they will add has its place from the first paint on
  const show = () => { root.dataset.shown = dark() ? "dark" : "light"; };
  show();
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    document.getElementById("theme")?.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("atlas-theme", root.dataset.theme); } catch { /* as above */ }
      show();
    });
  });
})();
