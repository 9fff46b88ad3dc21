import { listbox } from "./listbox.js";

// The palette: a combobox over what the server finds for the words typed, in a dialog of the browser's own.
const palette = document.querySelector("#palette");
const field = palette?.querySelector("input");
const found = palette?.querySelector("[role=listbox]");
const PAUSE = 90;
let running;
let waiting;
let shownFor;

const { options, chosen, choose, fill } = listbox(field, found, "palette");

const ask = async () => {
  clearTimeout(waiting);
  running?.abort();
  running = new AbortController();
  const typed = field.value;
  const query = new URLSearchParams({ q: typed, at: location.pathname });
  try {
    const answer = await fetch(`/palette?${query}`, { signal: running.signal, redirect: "error" });
    if (!answer.ok) {
      throw new Error(`palette answered ${answer.status}`);
    }
    fill(await answer.text());
    choose(options()[0]);
    shownFor = typed;
  } catch (error) {
    if (error.name !== "AbortError") {
      found.textContent = document.body.dataset.failed;
    }
  }
};

export const openPalette = () => {
  if (!palette || palette.open) {
    return;
  }
  field.value = "";
  shownFor = undefined;
  found.replaceChildren();
  palette.showModal();
  ask();
};

field?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
});

field?.addEventListener("keydown", async (event) => {
  const all = options();
  const at = all.indexOf(chosen());
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : all.length - 1;
    choose(all[(at + step) % all.length]);
  } else if (event.key === "Enter") {
    event.preventDefault();
    // typed faster than answered: what is chosen is not what was meant
    if (shownFor !== field.value) {
      await ask();
    }
    if (shownFor === field.value) {
      chosen()?.click();
    }
  }
});

// Beside the dialog is its backdrop: a click there closes it.
palette?.addEventListener("click", (event) => event.target === palette && palette.close());
document.addEventListener("click", (event) => event.target.closest("[data-open=palette]") && openPalette());
