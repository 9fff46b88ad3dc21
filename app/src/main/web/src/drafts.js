// What is typed into a form survives a closed tab, a lost connection and an expired sign-in: it is kept in this browser
// until the server says that it was saved, the person signs out, or a month has passed.
const PREFIX = "draft|";
const MONTH = 30 * 24 * 3600 * 1000;
const PAUSE = 250;
const GIVEN_UP = 10_000;
const SAVED = "#saved";

// The short form and the long one, with a template or without, share what is typed: the query is no part of it. Forms
// of one address that are about different records say so.
const key = (form) =>
  [PREFIX + document.body.dataset.person, form.getAttribute("action").split("?")[0], form.dataset.of].filter(Boolean).join("|");
const fields = (form) =>
  [...form.elements].filter((it) => it.name && it.matches("textarea, select, input:not([type=hidden], [type=file], [type=password])"));
const ticked = (field) => ["checkbox", "radio"].includes(field.type);
const name = (field) => (ticked(field) ? `${field.name}=${field.value}` : field.name);
const initial = (field) =>
  ticked(field)
    ? field.defaultChecked
    : field.matches("select")
      ? ([...field.options].find((it) => it.defaultSelected) ?? field.options[0])?.value
      : field.defaultValue;
const value = (field) => (ticked(field) ? field.checked : field.value);
const put = (field, kept) => (ticked(field) ? (field.checked = kept) : (field.value = kept));
const takes = (field, kept) => !field.matches("select") || [...field.options].some((it) => it.value === kept);

export const changed = (field) => value(field) !== initial(field);

const read = (form) => JSON.parse(localStorage.getItem(key(form)) ?? "null");

const waiting = new Map();
const touched = new WeakMap();

const settled = (form) => {
  clearTimeout(waiting.get(form));
  waiting.delete(form);
};

// What nobody touched on this page stays as it was kept: typed into another form of this address, in another tab, or
// given back by the server after a preview. What was set back to where it began is kept no more.
const store = (form) => {
  settled(form);
  if (!form.isConnected) {
    // left meanwhile
    return;
  }
  const { values = {}, was = {} } = read(form) ?? {};
  for (const field of fields(form).filter((it) => changed(it) || touched.get(form)?.has(name(it)))) {
    was[name(field)] ??= initial(field);
    values[name(field)] = value(field);
    if (values[name(field)] === was[name(field)]) {
      delete values[name(field)];
      delete was[name(field)];
    }
  }
  if (Object.values(values).every((it) => typeof it === "boolean")) {
    localStorage.removeItem(key(form));
    return;
  }
  const kept = JSON.stringify({ at: Date.now(), version: form.elements.version?.value, values, was });
  try {
    localStorage.setItem(key(form), kept);
  } catch {
    // more than the browser keeps: it stays on the page alone
  }
};

const note = (form) => form.querySelector(":scope > .draft-note");

const begin = (form) => {
  fields(form).forEach((it) => put(it, initial(it)));
  touched.delete(form);
  note(form)?.remove();
};

const offer = (form) => {
  const told = document.createElement("p");
  told.className = "draft-note";
  told.setAttribute("role", "status");
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn btn-sm";
  discard.textContent = form.dataset.discard;
  discard.addEventListener("click", () => {
    forget(form);
    begin(form);
  });
  told.append(`${form.dataset.draft} `, discard);
  form.prepend(told);
};

export const restore = (form) => {
  const kept = read(form);
  // what the server gave back with a refusal or a preview is newer than the draft
  if (kept && !form.closest(".in-place, main, dialog").querySelector("[role=alert], .preview")) {
    const found = fields(form).filter(
      (it) => name(it) in kept.values && value(it) !== kept.values[name(it)] && takes(it, kept.values[name(it)]),
    );
    for (const field of found) {
      put(field, kept.values[name(field)]);
      field.closest("details")?.setAttribute("open", "");
    }
    // typed upon an older version: the server says then what others changed meanwhile
    if (found.length > 0 && kept.version) {
      form.elements.version.value = kept.version;
    }
    if (found.length > 0) {
      offer(form);
    }
  }
};

const drafts = () => Object.keys(localStorage).filter((it) => it.startsWith(PREFIX));
const old = (it) => Date.now() - JSON.parse(localStorage.getItem(it)).at > MONTH;

if (location.hash === SAVED) {
  const sent = sessionStorage.getItem("sent");
  if (sent) {
    localStorage.removeItem(sent);
  }
  history.replaceState(history.state, "", location.pathname + location.search);
}
sessionStorage.removeItem("sent");
drafts().filter(old).forEach((it) => localStorage.removeItem(it));

export const forget = (form) => {
  settled(form);
  localStorage.removeItem(key(form));
};

// From now on what is typed into the form is kept.
export const keep = (form) => {
  form.addEventListener("input", (event) => {
    touched.set(form, (touched.get(form) ?? new Set()).add(name(event.target)));
    settled(form);
    waiting.set(form, setTimeout(store, PAUSE, form));
  });
  form.addEventListener("submit", (event) => {
    if (form.dataset.sending) {
      // a second click while the first is on its way
      event.preventDefault();
      return;
    }
    form.dataset.sending = "yes";
    setTimeout(() => delete form.dataset.sending, GIVEN_UP);
    store(form);
    sessionStorage.setItem("sent", key(form));
  });
};

document.querySelectorAll("form[data-draft]").forEach((form) => {
  restore(form);
  keep(form);
});

// Before what holds a form goes away.
export const flush = () => [...waiting.keys()].forEach(store);

window.addEventListener("pagehide", flush);

document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => {
  [...waiting.keys()].forEach(settled);
  drafts().forEach((it) => localStorage.removeItem(it));
});

// A browser that goes back fills in what was typed there, or brings the page as it was left; what was sent since is not
// offered again.
const back = performance.getEntriesByType("navigation")[0]?.type === "back_forward";

window.addEventListener("pageshow", (event) =>
  document.querySelectorAll("form[data-draft]").forEach((form) => {
    const sent = form.dataset.sending && !read(form);
    delete form.dataset.sending;
    if (event.persisted ? sent : back && !touched.has(form)) {
      begin(form);
      restore(form);
    }
  }),
);
