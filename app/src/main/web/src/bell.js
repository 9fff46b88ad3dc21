import htmx from "./htmx.js";

// The bell counts anew when the server says that there is news, and when one comes back to the page. Only a page
// that is looked at listens.
const AGAIN = 60_000;
const bell = document.querySelector("#bell");
let source;
let later;

const stop = () => {
  clearTimeout(later);
  source?.close();
  source = undefined;
};

const listen = () => {
  stop();
  const heard = bell.querySelector("[data-newest]")?.dataset.newest;
  if (heard === undefined || document.visibilityState !== "visible") {
    return;
  }
  source = new EventSource(`/notifications/live?heard=${heard}`);
  source.addEventListener("news", count);
  source.addEventListener("error", (event) => {
    if (event.target.readyState === EventSource.CLOSED) {
      later = setTimeout(count, AGAIN);
    }
  });
};

const count = () => {
  stop();
  htmx.trigger(bell, "news");
};

if (bell) {
  // A bell that cannot be rung disturbs nobody.
  bell.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status !== 200) {
      event.preventDefault();
      later = setTimeout(count, AGAIN);
    }
  });
  bell.addEventListener("htmx:sendError", (event) => {
    event.stopPropagation();
    later = setTimeout(count, AGAIN);
  });
  bell.addEventListener("htmx:afterSettle", listen);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "visible" ? count() : stop()));
  window.addEventListener("pagehide", stop);
}

// One letter on the list of notifications: what tells of the record that is focused is read.
document.addEventListener("keydown", (event) => {
  if (event.key === "m" && !event.ctrlKey && !event.metaKey && !event.altKey && event.target.matches("table.news a.number")) {
    event.target.closest("tr").querySelector("form[data-read]")?.requestSubmit();
  }
});
