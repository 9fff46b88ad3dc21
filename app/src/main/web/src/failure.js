// A part of the page that could not be fetched or sent: said once, in the words that the page carries. What was typed
// stays where it is.
let note;

const say = (text, ...more) => {
  if (note?.isConnected && note.firstChild.data === text) {
    return;
  }
  note?.remove();
  note = document.createElement("p");
  note.id = "failure";
  note.className = "error";
  note.setAttribute("role", "alert");
  note.append(text, ...more);
  (document.querySelector("dialog[open]") ?? document.querySelector("main")).prepend(note);
};

// Somebody who signed in again elsewhere in this browser goes on here, if it is the same person.
const again = async () => {
  const answer = document.visibilityState === "visible" && (await fetch("/profile", { redirect: "error" }).catch(() => null));
  const page = answer?.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  if (page && page.body.dataset.person === document.body.dataset.person) {
    const { content } = page.querySelector("meta[name=csrf]");
    document.querySelector("meta[name=csrf]").content = content;
    document.querySelectorAll("input[name=_csrf]").forEach((it) => (it.value = content));
    note.remove();
    listen(false);
  }
};

const listen = (on) => {
  const change = on ? "addEventListener" : "removeEventListener";
  document[change]("visibilitychange", again);
  window[change]("focus", again);
};

export const signedOut = () => {
  const link = document.createElement("a");
  link.href = "/sign-in";
  link.target = "_blank";
  link.textContent = document.body.dataset.signIn;
  say(`${document.body.dataset.signedOut} `, link);
  listen(true);
};

export const failed = () => say(document.body.dataset.failed);
export const offline = () => say(document.body.dataset.offline ?? document.body.dataset.failed);

document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", offline);
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && note && note.firstChild.data === document.body.dataset.offline) {
    note.remove();
  }
});

// Whoever types is not taken to the sign-in page.
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status === 401 && !event.defaultPrevented && document.querySelector("form[data-draft]")) {
    event.preventDefault();
    signedOut();
  }
});
