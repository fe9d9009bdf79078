"use strict";
// Search, choice of kind and sorting; without this script the tables stand as they are.
const tools = document.getElementById("tools");
const rows = [...document.querySelectorAll("tr[data-name]")];
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const search = document.getElementById("search");
const kind = document.getElementById("kind");
const province = document.getElementById("province");
const found = document.getElementById("found");

function choose() {
  const words = plain(search.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const name = plain(row.dataset.name);
    const fits = words.every((word) => name.includes(word)) && (kind.value === "" || row.dataset.kind === kind.value)
      && (!province || province.value === "" || row.dataset.province === province.value);
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  found.textContent = found.dataset.words.replace("{0}", shown).replace("{1}", rows.length);
}

function key(row, column) {
  const cell = row.cells[column];
  const bar = cell.querySelector(".bar");
  return bar && !cell.classList.contains("none") ? parseFloat(bar.getAttribute("width")) : bar ? -1 : row.dataset.name;
}

function sort(header) {
  const body = header.closest("table").tBodies[0];
  const column = header.cellIndex;
  const ascending = header.getAttribute("aria-sort") ? header.getAttribute("aria-sort") === "descending" : header.dataset.sort === "ascending";
  const order = [...body.rows].sort((one, other) => {
    if (header.dataset.sort === "rank") return one.dataset.place - other.dataset.place;
    const a = key(one, column), b = key(other, column);
    const way = typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
    return (ascending ? way : -way) || one.dataset.place - other.dataset.place;
  });
  body.append(...order);
  for (const other of header.parentNode.cells) other.removeAttribute("aria-sort");
  if (header.dataset.sort !== "rank") header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
}

for (const value of [...new Set(rows.map((row) => row.dataset.kind))].filter(Boolean).sort()) kind.append(new Option(value, value));
for (const header of document.querySelectorAll("th[data-sort]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...[...header.childNodes].filter((node) => node.nodeName !== "svg" && node.nodeName !== "SMALL"));
  header.prepend(button);
  button.addEventListener("click", () => sort(header));
}
search.addEventListener("input", choose);
kind.addEventListener("input", choose);
if (province) province.addEventListener("input", choose);
tools.hidden = false;
choose();
