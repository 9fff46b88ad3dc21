import { changed, forget, keep, restore } from "./drafts.js";
import { signedOut } from "./failure.js";
import htmx from "./htmx.js";

// A value is changed where it stands, on whatever page: a click or Enter on its opener asks the server for its one
// input, which saves by itself. Escape leaves it. Without this, openers lead to the ordinary form.
const before = new WeakMap();
const HEADERS = { "HX-Request": "true" };

const cell = (element) => element.closest(".in-place");
const form = (place) => place?.querySelector(".in-place-form");
const inputs = (place) => [...place.querySelectorAll("input:not([type=hidden]), textarea, select")];

const parsed = (html) => new DOMParser().parseFromString(html, "text/html");

const say = (place, text) => {
  let note = place.querySelector(".in-place-failure");
  if (!note) {
    note = document.createElement("p");
    note.className = "input-error in-place-failure";
    note.setAttribute("role", "alert");
    place.append(note);
  }
  note.textContent = text;
};

// Why not, in the words of the page that was answered instead.
const failed = async (place, answer) => {
  const notice = answer && parsed(await answer.text()).querySelector(".notice h1");
  say(place, answer?.status === 401 || !notice ? document.body.dataset.failed : notice.textContent);
  if (answer?.status === 401) {
    signedOut();
  }
};

const put = (place, html) => {
  const fresh = parsed(html).body;
  place.replaceChildren(...fresh.childNodes);
  htmx.process(place);
  const editing = form(place);
  if (editing) {
    keep(editing);
  }
  place.querySelector("[aria-invalid]:not([type=hidden]), .in-place-form [name]:not([type=hidden]), a, button")?.focus();
};

const leave = (place) => {
  const old = before.get(place);
  const editing = form(place);
  if (editing) {
    forget(editing);
  }
  if (old) {
    place.replaceChildren(...old);
    before.delete(place);
    (place.querySelector(".opener") ?? place.closest("tr")?.querySelector("a.number"))?.focus();
    document.dispatchEvent(new Event("record:left"));
  }
};

const shown = (place, html) => {
  const fresh = parsed(html).querySelector(".in-place");
  const focused = place.contains(document.activeElement);
  place.replaceWith(fresh);
  htmx.process(fresh);
  if (focused || document.activeElement === document.body) {
    fresh.querySelector(".opener")?.focus();
  }
};

export const openPlace = async (place, address) => {
  if (place.dataset.busy) {
    return;
  }
  place.dataset.busy = "yes";
  const answer = await fetch(address, { headers: HEADERS }).catch(() => null);
  delete place.dataset.busy;
  if (answer?.ok) {
    const html = await answer.text();
    if (!/in-place-(form|verbs)/.test(html)) {
      // not to be changed any more
      shown(place, html);
      return;
    }
    before.set(place, [...place.childNodes]);
    put(place, html);
    if (form(place)) {
      restore(form(place));
    }
  } else {
    await failed(place, answer);
  }
};

const save = async (place) => {
  const editing = form(place);
  if (place.dataset.busy) {
    return;
  }
  place.dataset.busy = "yes";
  const body = new URLSearchParams(new FormData(editing));
  const answer = await fetch(editing.action, { method: "POST", headers: HEADERS, body }).catch(() => null);
  delete place.dataset.busy;
  if (answer?.redirected) {
    forget(editing);
    location.assign(answer.url);
    return;
  }
  const html = answer ? await answer.clone().text() : "";
  if (answer?.ok) {
    forget(editing);
    shown(place, html);
    document.dispatchEvent(new CustomEvent("record:saved", { detail: editing.action }));
  } else if (html.includes("in-place-form")) {
    put(place, html);
  } else {
    await failed(place, answer);
  }
};

// What somebody else set it to is taken.
const theirs = async (place) => {
  const editing = form(place);
  const answer = await fetch(`${editing.action}?shown=true`, { headers: HEADERS }).catch(() => null);
  if (answer?.ok) {
    forget(editing);
    shown(place, await answer.text());
  } else {
    await failed(place, answer);
  }
};

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-in-place]");
  if (opener && cell(opener) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    openPlace(cell(opener), opener.dataset.inPlace);
  }
  const leaving = event.target.closest("[data-leave]");
  if (leaving && cell(leaving)) {
    if (leaving.dataset.leave === "theirs") {
      theirs(cell(leaving));
    } else {
      leave(cell(leaving));
    }
  }
});

document.addEventListener("keydown", (event) => {
  const place = event.key === "Escape" && !event.defaultPrevented && event.target.closest?.(".in-place");
  if (place && before.has(place)) {
    event.preventDefault();
    leave(place);
  }
});

document.addEventListener("submit", (event) => {
  if (event.target.matches(".in-place-form")) {
    event.preventDefault();
    save(cell(event.target));
  }
});

// An option that was chosen with the pointer is meant; with the arrow keys one only passes it.
let keyed = false;
document.addEventListener("keydown", () => (keyed = true), true);
document.addEventListener("pointerdown", () => (keyed = false), true);
document.addEventListener("change", (event) => {
  if (!keyed && event.target.matches(".in-place-form select, .in-place-form [type=checkbox]")) {
    event.target.form.requestSubmit();
  }
});

// Whoever goes on elsewhere on the page has said what they wanted; nothing typed, nothing to save.
document.addEventListener("focusout", (event) => {
  const place = event.target.closest?.(".in-place");
  if (!place || !form(place)) {
    return;
  }
  setTimeout(() => {
    const here = place.contains(document.activeElement) || document.activeElement === document.body;
    if (document.hasFocus() && !here && form(place) && !inputs(place).some(changed)) {
      const next = document.activeElement;
      leave(place);
      next.focus();
    }
  });
});
