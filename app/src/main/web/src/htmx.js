import htmx from "htmx.org";

// Extensions look for it there.
window.htmx = htmx;

// Nothing is evaluated and nothing is styled inline: the content security policy allows neither.
htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
// Pages are not kept in the browser's storage: they show what only this person may see.
htmx.config.historyCacheSize = 0;
htmx.config.historyRestoreAsHxRequest = false;
// What came can be used at once.
htmx.config.defaultSettleDelay = 0;
// A refused form comes back as 422 with its reasons and is shown.
htmx.config.responseHandling = [
  { code: "204", swap: false },
  { code: "[23]..", swap: true },
  { code: "422", swap: true },
  { code: "...", swap: false, error: true },
];

document.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="csrf"]')?.content;
  if (token) {
    event.detail.headers["X-CSRF-TOKEN"] = token;
  }
});

export default htmx;
