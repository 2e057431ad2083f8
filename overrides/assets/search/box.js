// The search box: in the dialog of every page, and on the search page. A combobox after the ARIA Authoring Practices.
import { engine } from "./engine.js";

const PAUSE = 120; // milliseconds without a key before the text is searched; names come at once

const make = (tag, attributes = {}, ...inside) => {
  const one = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined && value !== "") one.setAttribute(name, value);
  one.append(...inside.filter((part) => part !== undefined && part !== ""));
  return one;
};

/** Text with <mark> only, as nodes; anything else in it stays text. */
const marked = (text) => {
  const read = new DOMParser().parseFromString(text, "text/html").body;
  return [...read.childNodes].map((node) => (node.nodeName === "MARK" ? make("mark", {}, node.textContent) : node.textContent));
};

/** Put a search box into `place`. `many`: how many results of each sort; `asked` hears each query. Gives the field. */
export async function box(place, home, { many = 6, asked = () => {}, first = "" } = {}) {
  const search = await engine(home);
  const { say } = search, language = document.documentElement.lang, other = language === "ja" ? "en" : "ja";
  const list = make("ul", { role: "listbox", id: "search-list", "aria-label": say("results"), class: "found" });
  const field = make("input", {
    type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list", "aria-label": say("field"),
    placeholder: say("field"), autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", name: "q",
  });
  const told = make("p", { role: "status", class: "told" }, say("hint"));
  const kinds = make("fieldset", { class: "kinds" }, make("legend", {}, say("kinds")), ...["", ...Object.keys(search.kinds).filter((kind) => kind !== "article")].map((kind) => {
    const radio = make("input", { type: "radio", name: "kind", value: kind });
    radio.value = kind;
    radio.checked = !kind;
    return make("label", {}, radio, kind ? search.kinds[kind] : say("all"));
  }));
  place.replaceChildren(make("div", { class: "ask", role: "search", "aria-label": say("field") }, field), kinds, told, list);

  let turn = 0, timer, active = -1;
  const options = () => [...list.querySelectorAll("[role=option]")];
  const choose = (at) => {
    const all = options();
    active = all.length ? (at + all.length) % all.length : -1;
    all.forEach((one, number) => one.setAttribute("aria-selected", String(number === active)));
    if (active < 0) field.removeAttribute("aria-activedescendant"); else {
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    }
  };
  const option = (one, ...inside) => {
    // an option holds no control of its own (ARIA: children presentational), so its link is inert until a pointer is over it
    const link = make("a", { href: one.url, tabindex: "-1", inert: "inert" }, ...inside);
    const name = inside.filter(Boolean).map((part) => part.textContent).join(", ");
    const item = make("li", { role: "option", id: `found-${list.children.length}`, "aria-selected": "false", "aria-label": name, "data-kind": one.kind }, link);
    item.addEventListener("pointerenter", () => { link.inert = false; });
    item.addEventListener("pointerleave", () => { link.inert = true; });
    item.addEventListener("click", (event) => { if (!event.target.closest("a")) link.click(); });
    return item;
  };
  const badge = (kind) => make("span", { class: "mark" }, search.kinds[kind] ?? kind);
  const showName = (one) => option(one, make("b", {}, one.name), one.other && make("span", { class: "other-name", lang: other }, one.other), badge(one.kind),
    one.form && make("span", { class: "form" }, say("also"), one.form), make("span", { class: "line" }, one.line));
  const showText = (one) => option(one, make("b", {}, one.title), badge(one.kind), make("span", { class: "line" }, ...marked(one.excerpt)));
  const showPart = (one, part) => option({ url: part.url, kind: one.kind }, make("b", {}, `${one.title} › ${part.title}`), make("span", { class: "line" }, ...marked(part.excerpt)));

  const show = (items) => { for (const item of items) list.append(item()); field.setAttribute("aria-expanded", String(list.children.length > 0)); };
  const tell = (query, count) => {
    const nearest = count ? [] : search.near(query);
    told.textContent = count ? (count === 1 ? say("one") : say("count", count.toLocaleString(language))) : say("none", query) + (nearest.length ? ` ${say("near")}` : "");
    if (nearest.length) show(nearest.map((one) => () => showName(one)));
  };
  const run = async () => {
    const mine = ++turn, query = field.value.trim(), kind = kinds.querySelector(":checked").value;
    clearTimeout(timer);
    list.replaceChildren();
    choose(-1);
    asked(query);
    if (!query) { told.textContent = say("hint"); field.setAttribute("aria-expanded", "false"); return; }
    const names = search.names(query, kind, many);
    show(names.map((one) => () => showName(one)));
    await new Promise((done) => { timer = setTimeout(done, PAUSE); });
    if (mine !== turn) return;
    const text = await search.text(query, kind, many).catch(() => null);
    if (mine !== turn) return;
    const seen = new Set(names.map((one) => one.url));
    show((text?.results ?? []).flatMap((one) => [...(seen.has(one.url) ? [] : [() => showText(one)]), ...one.parts.filter((part) => part.excerpt !== one.excerpt).map((part) => () => showPart(one, part))]));
    const more = (text?.results ?? []).filter((one) => seen.has(one.url)).length;
    tell(query, names.length + (text?.total ?? 0) - more);
    if (!text) told.textContent = say("failed");
  };
  field.addEventListener("input", run);
  kinds.addEventListener("change", run);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the Enter that ends an IME's conversion chooses nothing
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); choose(active + (event.key === "ArrowDown" ? 1 : active < 0 ? 0 : -1)); }
    if (event.key === "Escape" && field.closest("dialog")) { event.preventDefault(); field.closest("dialog").close(); } // not only clear the field
    if (event.key === "Enter") { event.preventDefault(); (options()[Math.max(active, 0)]?.querySelector("a"))?.click(); }
  });
  list.addEventListener("pointermove", (event) => { const at = options().indexOf(event.target.closest("[role=option]")); if (at >= 0 && at !== active) choose(at); });
  if (first) { field.value = first; run(); }
  return field;
}
