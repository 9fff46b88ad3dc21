// A record page follows its record: when the server says that it changed, the parts that show it are asked for again.
// What is being typed, opened or focused stays as it is. Only a page that is looked at listens.
const PARTS = [".heading.record", ".verbs", ".side-column .fields", ".prose-sections", ".timeline .items"];
const shown = () => document.querySelector("[data-live]");
let source;

const AGAIN = 15_000;
let later;

const EDITING = "details[open]:not(.quote), .in-place-form, .in-place-verbs, [data-busy]";
const editing = (part) => part.matches(EDITING) || part.querySelector(EDITING);
const busy = (part) => editing(part) || (part.contains(document.activeElement) && !document.activeElement.matches(".opener"));
let stale = false;

// Where somebody is in one value, the others follow; that one does when it is left.
const around = (now, then) => {
  stale = true;
  for (const fresh of then.querySelectorAll(".in-place")) {
    const old = now.querySelector(`.in-place[data-attribute="${fresh.dataset.attribute}"]`);
    if (old && old.outerHTML !== fresh.outerHTML && !busy(old)) {
      old.replaceWith(fresh);
    }
  }
};

const replace = (now, then) => {
  const focused = now.contains(document.activeElement) && document.activeElement.closest(".in-place");
  now.replaceWith(then);
  if (focused) {
    then.querySelector(`.in-place[data-attribute="${focused.dataset.attribute}"] .opener`)?.focus();
  }
};

// What is new comes in at its place; earlier entries that were loaded stay.
const entries = (now, then) => {
  let at = now.firstElementChild;
  let left = false;
  for (const fresh of then.querySelectorAll(".item")) {
    const old = fresh.id ? document.getElementById(fresh.id) : [...now.children].find((it) => it.outerHTML === fresh.outerHTML);
    if (!old) {
      now.insertBefore(fresh, at);
    } else {
      at = old.nextElementSibling;
      if (old.outerHTML !== fresh.outerHTML && busy(old)) {
        left = true;
      } else if (old.outerHTML !== fresh.outerHTML) {
        old.replaceWith(fresh);
      }
    }
  }
  return left;
};

const refresh = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html");
  const before = Number(shown().dataset.version);
  const { version } = fresh.querySelector("[data-live]").dataset;
  let left = false;
  stale = false;
  for (const part of PARTS) {
    const now = document.querySelector(part);
    const then = fresh.querySelector(part);
    if (!now || !then || now.outerHTML === then.outerHTML) {
      continue;
    }
    if (now.matches(".items")) {
      left = entries(now, then) || left;
    } else if (!busy(now)) {
      replace(now, document.adoptNode(then));
    } else if (now.querySelector(".in-place")) {
      around(now, then);
    } else {
      left = true;
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
  source.addEventListener("newer", follow);
  source.addEventListener("present", (event) => (document.querySelector("#presence").textContent = event.data));
};

const follow = async () => {
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
};

if (shown()) {
  document.addEventListener("visibilitychange", listen);
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", listen);
  // one's own change shows its consequences at once
  document.addEventListener("record:saved", follow);
  document.addEventListener("record:left", () => stale && follow());
}
