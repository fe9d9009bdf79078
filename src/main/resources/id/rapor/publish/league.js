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

// Peers of a kind hold those of each range of volume: "city" holds "city:30-299".
const isWithin = (value, chosen) => value === chosen || value.startsWith(chosen + ":");

function choose() {
  const sought = plain(search.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const fits = sought.every((word) => names.get(row).includes(word))
      && filters.every((filter) => filter.value === "" || isWithin(row.dataset[filter.id], filter.value));
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  found.textContent = found.dataset.words.replace("{0}", number(shown)).replace("{1}", number(rows.length));
}

function key(row, column) {
  if (column === 0) return place.get(row);
  const cell = row.cells[column];
  if (!cell.classList.contains("measure")) return names.get(row);
  return cell.classList.contains("none") ? -1 : parseFloat(cell.textContent.replace(",", "."));
}

function sort(header) {
  const body = header.closest("table").tBodies[0];
  const column = header.cellIndex;
  const ascending = header.getAttribute("aria-sort") ? header.getAttribute("aria-sort") === "descending" : header.dataset.sort !== "descending";
  const keys = new Map([...body.rows].map((row) => [row, key(row, column)]));
  const inWords = new Intl.Collator(document.documentElement.lang);
  const order = [...keys.keys()].sort((one, other) => {
    const a = keys.get(one), b = keys.get(other);
    const way = typeof a === "number" ? a - b : inWords.compare(a, b);
    return (ascending ? way : -way) || place.get(one) - place.get(other);
  });
  body.replaceChildren(...order); // without the line ends between rows, which make moving thousands slow
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
