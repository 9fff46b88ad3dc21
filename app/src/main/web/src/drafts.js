// What is typed into a form survives a closed tab, a lost connection and an expired sign-in: it is kept in this browser
// until the server says that it was saved, the person signs out, or a month has passed.
const PREFIX = "draft|";
const MONTH = 30 * 24 * 3600 * 1000;
const PAUSE = 250;
const GIVEN_UP = 10_000;
const SAVED = "#saved";

const key = (form) => `${PREFIX}${document.body.dataset.person}|${form.getAttribute("action")}`;
const fields = (form) =>
  [...form.elements].filter((it) => it.name && it.matches("textarea, select, input:not([type=hidden], [type=file], [type=password])"));
const ticked = (field) => field.type === "checkbox";
const initial = (field) =>
  ticked(field)
    ? field.defaultChecked
    : field.matches("select")
      ? ([...field.options].find((it) => it.defaultSelected) ?? field.options[0])?.value
      : field.defaultValue;
const value = (field) => (ticked(field) ? field.checked : field.value);
const put = (field, kept) => (ticked(field) ? (field.checked = kept) : (field.value = kept));

const read = (form) => JSON.parse(localStorage.getItem(key(form)) ?? "null");

// What an earlier page of the same form had kept stays kept: after a preview the server's values are the typed ones.
const store = (form) => {
  if (!form.isConnected) {
    // left meanwhile
    return;
  }
  const before = read(form)?.values ?? {};
  const typed = fields(form).filter((it) => value(it) !== initial(it) || it.name in before);
  if (typed.some((it) => !ticked(it))) {
    const values = Object.fromEntries(typed.map((it) => [it.name, value(it)]));
    localStorage.setItem(key(form), JSON.stringify({ at: Date.now(), version: form.elements.version?.value, values }));
  } else {
    localStorage.removeItem(key(form));
  }
};

const offer = (form) => {
  const note = document.createElement("p");
  note.className = "draft-note";
  note.setAttribute("role", "status");
  const discard = document.createElement("button");
  discard.type = "button";
  discard.className = "btn btn-sm";
  discard.textContent = form.dataset.discard;
  discard.addEventListener("click", () => {
    localStorage.removeItem(key(form));
    fields(form).forEach((it) => put(it, initial(it)));
    note.remove();
  });
  note.append(`${form.dataset.draft} `, discard);
  form.prepend(note);
};

export const restore = (form) => {
  const kept = read(form);
  // what the server gave back after a refusal is newer than the draft
  if (kept && !document.querySelector("main [role=alert]")) {
    const found = fields(form).filter((it) => it.name in kept.values && value(it) !== kept.values[it.name]);
    found.forEach((it) => put(it, kept.values[it.name]));
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
const old = (name) => Date.now() - JSON.parse(localStorage.getItem(name)).at > MONTH;

if (location.hash === SAVED) {
  const sent = sessionStorage.getItem("sent");
  if (sent) {
    localStorage.removeItem(sent);
  }
  history.replaceState(history.state, "", location.pathname + location.search);
}
sessionStorage.removeItem("sent");
drafts().filter(old).forEach((it) => localStorage.removeItem(it));

export const forget = (form) => localStorage.removeItem(key(form));

// From now on what is typed into the form is kept.
export const keep = (form) => {
  let waiting;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(store, PAUSE, form);
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
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
  // the back button may bring the page as it was left
  window.addEventListener("pageshow", () => delete form.dataset.sending);
};

document.querySelectorAll("form[data-draft]").forEach((form) => {
  restore(form);
  keep(form);
});

document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => {
  drafts().forEach((it) => localStorage.removeItem(it));
});
