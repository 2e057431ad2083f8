// Sorting and filtering of tables, and highlighting in pictures. Without it every table is whole and in groups.

const language = document.documentElement.lang;
const compare = new Intl.Collator(language, { numeric: true }).compare;

function sorter(table) {
  const bodies = [...table.tBodies];
  const groups = bodies.map((body) => [...body.rows]);
  table.querySelectorAll("th[data-sort]").forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const next = { none: "ascending", ascending: "descending", descending: "none" }[head.ariaSort || "none"];
      for (const other of table.querySelectorAll("th[aria-sort]")) other.removeAttribute("aria-sort");
      if (next !== "none") head.ariaSort = next;
      order(next, head);
    });
  });

  function order(direction, head) {
    table.classList.toggle("sorted", direction !== "none");
    if (direction === "none") {
      bodies.forEach((body, place) => body.append(...groups[place]));
      return;
    }
    const value = (row) => row.cells[head.cellIndex].dataset.value ?? row.cells[head.cellIndex].textContent.trim();
    const turn = direction === "ascending" ? 1 : -1;
    const rows = groups.flat().filter((row) => !row.classList.contains("group"));
    rows.sort((a, b) => (!value(a) - !value(b)) || turn * compare(value(a), value(b))); // what has no value stays below
    bodies[0].append(...rows);
  }
}

function filter(form) {
  const table = document.getElementById(form.dataset.for);
  const rows = [...table.querySelectorAll("tbody tr:not(.group)")];
  const output = form.querySelector("output");
  form.hidden = false;
  const asked = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) if (asked.has(select.name)) select.value = asked.get(select.name);

  function apply() {
    const wanted = [...new FormData(form)].filter(([, value]) => value);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !wanted.every(([name, value]) => row.dataset[name] === value);
      shown += !row.hidden;
    }
    for (const group of table.querySelectorAll("tr.group")) group.hidden = ![...group.parentNode.rows].some((row) => row !== group && !row.hidden);
    output.textContent = wanted.length ? output.dataset.words.replace("{}", shown) : "";
    history.replaceState(null, "", wanted.length ? `?${new URLSearchParams(wanted)}${location.hash}` : location.pathname + location.hash);
  }
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (form.querySelector("select") && [...new FormData(form)].some(([, value]) => value)) apply();
}

// A legend's entries become switches: one pressed, all other kinds fade.
function highlight(legend) {
  const marks = [...document.querySelectorAll("#picture [data-kind]")];
  if (!marks.length) return;
  for (const entry of legend.children) {
    if (!marks.some((mark) => mark.dataset.kind === entry.dataset.kind)) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.ariaPressed = "false";
    button.append(...entry.childNodes);
    entry.append(button);
    button.addEventListener("click", () => {
      const on = button.ariaPressed !== "true";
      for (const other of legend.querySelectorAll("button")) other.ariaPressed = String(on && other === button);
      for (const mark of marks) mark.classList.toggle("faded", on && mark.dataset.kind !== entry.dataset.kind);
    });
  }
}

// Pointing at a founder or a company shows its lines.
function ties(picture) {
  const lines = [...picture.querySelectorAll(".tie")];
  const light = (end) => {
    for (const line of lines) line.classList.toggle("faded", Boolean(end) && line.dataset.a !== end && line.dataset.b !== end);
  };
  for (const kind of ["mouseover", "focusin"]) picture.addEventListener(kind, (event) => light(event.target.closest("[data-end]")?.dataset.end));
  for (const kind of ["mouseleave", "focusout"]) picture.addEventListener(kind, () => light(""));
}

document.querySelectorAll("table[data-explore]").forEach(sorter);
document.querySelectorAll("form.filters").forEach(filter);
document.querySelectorAll(".legend").forEach(highlight);
document.querySelectorAll(".founding").forEach(ties);
