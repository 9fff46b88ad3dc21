// Links to entries of a timeline: one that is on the page is gone to at once, any other is asked for.
const HASH = /^#v(\d+)$/;

document.addEventListener("click", (event) => {
  const link = event.target.closest(".item-head > a");
  const hash = link && new URL(link.href).hash;
  if (hash && document.querySelector(hash) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    location.hash = hash;
  }
});

// Earlier entries come where one asked for them: there one reads on.
let before;
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.target.matches(".items > .earlier")) {
    before = event.target.previousElementSibling;
  }
});
document.addEventListener("htmx:afterSettle", () => {
  const first = before?.nextElementSibling;
  before = undefined;
  if (first && document.activeElement === document.body) {
    first.tabIndex = -1;
    first.focus();
  }
});

const [, entry] = HASH.exec(location.hash) ?? [];
if (entry && document.querySelector(".timeline") && !document.querySelector(location.hash) && !location.search) {
  location.replace(`${location.pathname}?entry=${entry}${location.hash}`);
}
