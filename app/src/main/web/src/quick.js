import htmx from "./htmx.js";
import { flush, forget, keep, restore } from "./drafts.js";
import { failed, offline, signedOut } from "./failure.js";

// A new record is begun over the page one is on: the short form of its page, in a dialog. Without this, and on that page
// itself, the page is the way.
const dialog = document.querySelector("#quick");
const HEADERS = { "HX-Request": "true" };
let opening;

const show = (html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const form = page.querySelector("main > .record-form");
  if (!form) {
    return false;
  }
  const title = document.createElement("h2");
  title.id = "quick-title";
  title.textContent = page.querySelector("main h1").textContent;
  dialog.replaceChildren(title, ...page.querySelectorAll("main > [role=alert], main > .form-templates"), form);
  htmx.process(dialog);
  restore(form);
  keep(form);
  if (!dialog.open) {
    dialog.showModal();
  }
  (form.querySelector("[aria-invalid]") ?? form.querySelector("[name]:not([type=hidden])")).focus();
  return true;
};

const ask = (address, request) => fetch(address, { headers: HEADERS, ...request }).catch(() => null);

const open = async (address) => {
  if (opening || dialog.open) {
    return;
  }
  opening = true;
  const answer = await ask(address);
  opening = false;
  if (!answer) {
    offline();
  } else if (!answer.ok || !show(await answer.text())) {
    location.assign(address);
  }
};

const send = async (form, submitter) => {
  const body = new URLSearchParams(new FormData(form, submitter));
  const answer = await ask(submitter?.getAttribute("formaction") ?? form.getAttribute("action"), { method: "POST", body });
  if (answer?.redirected) {
    forget(form);
    location.assign(answer.url);
    return;
  }
  delete form.dataset.sending;
  if (!answer) {
    offline();
  } else if (answer.status === 401) {
    signedOut();
  } else if (!show(await answer.text())) {
    failed();
  }
};

dialog?.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) {
    event.preventDefault();
    send(event.target, event.submitter);
  }
});

dialog?.addEventListener("click", (event) => {
  if (event.target.closest("[data-cancel]")) {
    event.preventDefault();
    dialog.close();
  }
});

dialog?.addEventListener("close", () => {
  flush();
  dialog.replaceChildren();
});

document.addEventListener("click", (event) => {
  const link = dialog && event.target.closest("a.create");
  if (link && link.pathname !== location.pathname && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open(link.href);
  }
});
