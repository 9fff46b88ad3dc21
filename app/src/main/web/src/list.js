import { openPlace } from "./in-place.js";

// What a list's tools do in the browser: choices that apply at once, columns that move, rows closer together.
document.addEventListener("change", (event) => event.target.matches("select[data-submit]") && event.target.form.requestSubmit());

document.addEventListener("click", (event) => {
  const move = event.target.closest("[data-move=up]");
  if (move) {
    const item = move.closest("li");
    item.previousElementSibling?.before(item);
    move.focus();
  }
  if (event.target.closest("[data-switch-density]")) {
    const dense = document.documentElement.dataset.density === "dense" ? "calm" : "dense";
    localStorage.setItem("density", dense);
    document.documentElement.dataset.density = dense;
  }
});

// A value of a row is changed where it stands: the server says whether it can be, and how.
document.addEventListener("dblclick", (event) => {
  const cell = event.target.closest("#list table.rows tbody td:not(:has(> [name=record]))");
  if (!cell || event.target.closest("a, input, button, select, textarea, form")) {
    return;
  }
  const code = cell.closest("table").tHead.rows[0].cells[cell.cellIndex]?.dataset.code;
  const link = cell.closest("tr").querySelector("a.number");
  getSelection().removeAllRanges();
  let place = cell.querySelector(".in-place");
  if (!place) {
    place = document.createElement("div");
    place.className = "in-place";
    place.append(...cell.childNodes);
    cell.append(place);
  }
  openPlace(place, `${link.pathname}/attributes/${code}`);
});
