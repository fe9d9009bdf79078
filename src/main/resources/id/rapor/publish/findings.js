"use strict";
// Search and filters; without this script the table stands as it is.
const tools = document.getElementById("tools");
const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const rows = [...document.querySelectorAll("tr[data-words]")].map((row) => ({ row, words: plain(row.dataset.words) }));

function choose() {
  const words = plain(document.getElementById("search").value).split(/\s+/).filter(Boolean);
  const filters = [...tools.querySelectorAll("select")].filter((one) => one.value !== "");
  let shown = 0;
  for (const one of rows) {
    const fits = words.every((word) => one.words.includes(word)) && filters.every((filter) => one.row.dataset[filter.dataset.filter] === filter.value);
    one.row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  const found = document.getElementById("found");
  found.textContent = found.dataset.words.replace("{0}", shown).replace("{1}", rows.length);
}

if (tools) {
  tools.addEventListener("input", choose);
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.hidden = false;
  choose();
}
