import { listbox } from "./listbox.js";

// Completion in the filter: what may stand at the cursor, from the server; chosen by arrows and Enter or Tab.
const field = document.querySelector("[data-complete]");
const list = document.querySelector("#completions");
const PAUSE = 90;
let running;
let waiting;

const { options, chosen, choose, fill } = listbox(field, list, "completion");

const close = () => {
  running?.abort();
  clearTimeout(waiting);
  list.hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
};

const ask = async () => {
  running?.abort();
  running = new AbortController();
  const query = new URLSearchParams({ filter: field.value, at: field.selectionStart });
  try {
    const answer = await fetch(`${field.dataset.complete}?${query}`, { signal: running.signal, redirect: "error" });
    fill(answer.ok ? await answer.text() : "");
  } catch {
    // without completion the filter works as before
    fill("");
  }
  list.hidden = options().length === 0 || document.activeElement !== field;
  field.setAttribute("aria-expanded", String(!list.hidden));
  choose(null);
};

const later = () => {
  clearTimeout(waiting);
  waiting = setTimeout(ask, PAUSE);
};

const take = (option) => {
  const { from, to, text } = option.dataset;
  const after = field.value.slice(Number(to));
  // a name waits for its value; after a value the next term begins
  const gap = text.endsWith(":") || /^[\s,)]/.test(after) ? "" : " ";
  const before = field.value.slice(0, Number(from)) + text + gap;
  field.value = before + after;
  field.focus();
  field.setSelectionRange(before.length, before.length);
  ask();
};

if (field && list) {
  field.addEventListener("input", later);
  field.addEventListener("focus", later);
  field.addEventListener("click", later);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.indexOf(chosen());
    if (list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(all[event.key === "ArrowDown" ? Math.min(at + 1, all.length - 1) : at - 1]);
    } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
      event.preventDefault();
      take(all[at]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      close();
    }
  });
  // before the field loses the focus
  list.addEventListener("pointerdown", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) {
      event.preventDefault();
      take(option);
    }
  });
}
