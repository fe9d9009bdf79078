"use strict";
// Search, filters and sorting; without this script the tables stand as they are.
const tools = document.getElementById("tools");
const rows = [...document.querySelectorAll("tr[data-peers]")];
const place = new Map(rows.map((row, at) => [row, at]));
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const names = new Map(rows.map((row) => [row, plain(row.querySelector(".agency a").textContent + " " + row.querySelector(".code").textContent)]));
const number = (value) => value.toLocaleString(document.documentElement.lang);
const search = document.getElementById("search");
const kind = document.getElementById("kind");
const filters = ["kind", "province", "peers"].map((name) => document.getElementById(name)).filter(Boolean);
const found = document.getElementById("found");

function choose() {
  const sought = plain(search.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const fits = sought.every((word) => names.get(row).includes(word))
      && filters.every((filter) => filter.value === "" || row.dataset[filter.id] === filter.value);
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  found.textContent = found.dataset.words.replace("{0}", number(shown)).replace("{1}", number(rows.length));
}

function key(row, column) {
  const cell = row.cells[column];
  if (!cell.classList.contains("measure")) return names.get(row);
  return cell.classList.contains("none") ? -1 : parseFloat(cell.querySelector("rect").getAttribute("width"));
}

function sort(header) {
  const body = header.closest("table").tBodies[0];
  const column = header.cellIndex;
  const ascending = header.getAttribute("aria-sort") ? header.getAttribute("aria-sort") === "descending" : header.dataset.sort === "ascending";
  const order = [...body.rows].sort((one, other) => {
    if (header.dataset.sort === "rank") return place.get(one) - place.get(other);
    const a = key(one, column), b = key(other, column);
    const way = typeof a === "number" ? a - b : a.localeCompare(b, document.documentElement.lang);
    return (ascending ? way : -way) || place.get(one) - place.get(other);
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
for (const input of [search, ...filters]) input.addEventListener("input", choose);
tools.hidden = false;
choose();
