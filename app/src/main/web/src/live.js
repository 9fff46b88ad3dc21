// A record page follows its record: when the server says that it changed, the parts that show it are asked for again.
// What is being typed, opened or focused stays as it is. Only a page that is looked at listens.
const PARTS = [".heading.record", ".verbs", ".side-column .fields", ".prose-sections", ".timeline .items"];
const shown = () => document.querySelector("[data-live]");
let source;

const AGAIN = 15_000;
let later;

const busy = (part) => part.contains(document.activeElement) || part.querySelector("details[open]");

const refresh = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const before = Number(shown().dataset.version);
  const { version } = fresh.querySelector("[data-live]").dataset;
  let left = false;
  for (const part of PARTS) {
    const now = document.querySelector(part);
    const then = fresh.querySelector(part);
    if (now && then && now.outerHTML !== then.outerHTML) {
      if (busy(now)) {
        left = true;
      } else {
        now.replaceWith(document.adoptNode(then));
      }
    }
  }
  // what was left alone because somebody is in it is asked for again
  shown().dataset.version = left ? String(before) : version;
  tell([...document.querySelectorAll(".timeline .item")].filter((it) => Number(it.id.slice(1)) > before));
  return !left;
};

// In the words of the timeline: who did what.
const tell = (items) => {
  items.forEach((it) => it.classList.add("fresh"));
  const note = document.querySelector("#live-news");
  if (note && items.length > 0) {
    note.textContent = items[0].querySelector(".item-head").textContent.trim();
  }
};

const listenLater = () => {
  clearTimeout(later);
  later = setTimeout(listen, AGAIN);
};

const listen = () => {
  clearTimeout(later);
  source?.close();
  source = undefined;
  if (!shown() || document.visibilityState !== "visible") {
    return;
  }
  source = new EventSource(`${shown().dataset.live}?version=${shown().dataset.version}`);
  // refused for now: unlike a broken connection, the browser does not try that again by itself
  source.addEventListener("error", (event) => event.target.readyState === EventSource.CLOSED && listenLater());
  source.addEventListener("newer", async () => {
    source?.close();
    const answer = await fetch(location.pathname + location.search).catch(() => null);
    if (answer === null) {
      listenLater();
    } else if (answer.ok && !answer.redirected) {
      // else the record is gone, or nobody is signed in any more: what is shown stays, and nothing more is asked
      const whole = refresh(await answer.text());
      if (whole) {
        listen();
      } else {
        listenLater();
      }
    }
  });
};

if (shown()) {
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", listen);
}
