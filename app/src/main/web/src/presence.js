// Others who have the same record open are told that somebody writes there, while it is being written.
const page = document.querySelector("[data-live]");
const AGAIN = 6_000;
let said = "";
let at = -AGAIN;
let told = Promise.resolve();

const say = (writing) => {
  if (!page || (writing === said && (writing === "" || performance.now() - at < AGAIN))) {
    return;
  }
  said = writing;
  at = performance.now();
  // one after the other: what was said first must not arrive last
  told = told.then(() => tell(writing));
};

const tell = (writing) =>
  fetch(page.dataset.live.replace(/live$/, "presence"), {
    method: "POST",
    headers: { "X-CSRF-TOKEN": document.querySelector("meta[name=csrf]").content, "HX-Request": "true" },
    body: new URLSearchParams({ writing }),
    keepalive: true,
  }).catch(() => {});

const writing = (field) => {
  if (field.closest(".in-place")) {
    return "value";
  }
  const form = field.closest(".comment-form");
  return !form || !form.elements.text.value.trim() ? "" : form.elements.internal?.checked ? "note" : "comment";
};

if (page) {
  document.addEventListener("input", (event) => {
    if (event.target.closest(".in-place, .comment-form")) {
      say(writing(event.target));
    }
  });
  document.addEventListener("submit", (event) => event.target.matches(".comment-form, .in-place-form") && say(""));
  document.addEventListener("record:left", () => say(""));
}
