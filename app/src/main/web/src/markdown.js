import { listbox } from "./listbox.js";

// Texts in Markdown, wherever they are written: mentions are completed while one types, and the server shows how the
// text will look.
const PAUSE = 120;
const BEGUN = /(?:^|[\s(>*_"'])(@[\p{L}\p{N}._-]{1,40}|[A-Za-z]{2,8}\d{1,12})$/u;
let open;
let running;
let waiting;

const within = (element) => element?.closest?.(".markdown");

const close = () => {
  running?.abort();
  clearTimeout(waiting);
  if (open) {
    open.list.hidden = true;
    open.field.removeAttribute("aria-activedescendant");
    open = undefined;
  }
};

const begun = (field) =>
  field.selectionStart === field.selectionEnd ? BEGUN.exec(field.value.slice(0, field.selectionStart))?.[1] : undefined;

const ask = async (field, typed) => {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const list = within(field).querySelector(".completions");
  let html = "";
  try {
    const answer = await fetch(`/mentions?${new URLSearchParams({ q: typed })}`, { signal, redirect: "error" });
    html = answer.ok ? await answer.text() : "";
  } catch {
    // without completion one writes as before
  }
  if (signal.aborted || begun(field) !== typed || document.activeElement !== field) {
    return;
  }
  const box = listbox(field, list, list.id);
  box.fill(html);
  // what is typed already needs no completion
  const offers = box.options().some((it) => it.dataset.text !== typed);
  if (!offers) {
    close();
    return;
  }
  open = { field, list, typed, ...box };
  list.hidden = false;
  box.choose(box.options()[0]);
};

const take = (option) => {
  const { field, typed } = open;
  const end = field.selectionStart;
  close();
  field.focus();
  field.setRangeText(`${option.dataset.text} `, end - typed.length, end, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
};

document.addEventListener("input", (event) => {
  if (!event.target.matches(".markdown textarea")) {
    return;
  }
  close();
  const typed = begun(event.target);
  if (typed) {
    waiting = setTimeout(ask, PAUSE, event.target, typed);
  }
});

// before anything else that has a meaning for these keys
document.addEventListener(
  "keydown",
  (event) => {
    if (!open || event.target !== open.field || event.ctrlKey || event.metaKey) {
      return;
    }
    const all = open.options();
    const at = all.indexOf(open.chosen());
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : all.length - 1;
      open.choose(all[(at + step) % all.length]);
    } else if ((event.key === "Enter" || event.key === "Tab") && at >= 0) {
      take(all[at]);
    } else if (event.key === "Escape") {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

document.addEventListener("focusout", (event) => open?.field === event.target && close());

document.addEventListener("pointerdown", (event) => {
  const option = event.target.closest(".markdown [role=option]");
  if (option && open) {
    // before the field loses the focus
    event.preventDefault();
    take(option);
  }
});

const show = async (place) => {
  const field = place.querySelector("textarea");
  const view = place.querySelector(".markdown-preview");
  const body = new URLSearchParams({ text: field.value });
  const headers = { "X-CSRF-TOKEN": document.querySelector("meta[name=csrf]").content, "HX-Request": "true" };
  const answer = await fetch("/markdown/preview", { method: "POST", headers, body }).catch(() => null);
  // what the sanitiser made; nothing of it runs
  view.innerHTML = answer?.ok ? await answer.text() : "";
  if (!answer?.ok) {
    view.textContent = document.body.dataset.failed;
  } else if (!view.textContent.trim() && !view.querySelector("img")) {
    view.textContent = view.dataset.empty;
  }
};

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-markdown]");
  const place = within(button);
  if (!place) {
    return;
  }
  const previews = button.dataset.markdown === "preview";
  const field = place.querySelector("textarea");
  const view = place.querySelector(".markdown-preview");
  place.querySelectorAll("[data-markdown]").forEach((it) => it.setAttribute("aria-pressed", String(it === button)));
  if (previews) {
    view.style.minHeight = `${field.offsetHeight}px`;
    await show(place);
  }
  view.hidden = !previews;
  field.hidden = previews;
  if (!previews) {
    field.focus();
  }
});
