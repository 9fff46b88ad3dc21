import htmx from "./htmx.js";
import { chooseAgain, chosenNumbers } from "./chosen.js";

// A list stays true while it is looked at: rows that changed are shown as they are now, rows that left are marked, and
// rows that came wait above the list until they are asked for, so that nothing moves under the reader's hand.
const PAUSE = 10_000;
const lists = () => [...document.querySelectorAll("[data-live-list]")];
const rows = (within) => new Map([...within.querySelectorAll("tr[data-number]")].map((row) => [row.dataset.number, row]));
let timer;

const replace = (list, fresh) => {
  const chosen = chosenNumbers();
  const focused = document.activeElement?.closest("tr[data-number]")?.dataset.number;
  list.replaceChildren(...document.adoptNode(fresh).childNodes);
  htmx.process(list);
  chooseAgain(chosen);
  if (focused) {
    list.querySelector(`tr[data-number="${CSS.escape(focused)}"] a.number`)?.focus({ preventScroll: true });
  }
};

const offer = (list, fresh, count) => {
  let news = list.querySelector(".newcomers");
  if (!news) {
    news = document.createElement("p");
    news.className = "newcomers";
    news.setAttribute("role", "status");
    list.prepend(news);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-sm";
  button.textContent = document.body.dataset.news.replace("{0}", count);
  button.onclick = () => replace(list, fresh);
  news.replaceChildren(button);
};

const compare = (list, fresh) => {
  const now = rows(list);
  const then = rows(fresh);
  const paged = new URLSearchParams(location.search).has("cursor");
  for (const [number, row] of now) {
    const other = then.get(number);
    if (other && other.dataset.version !== row.dataset.version && !row.contains(document.activeElement)) {
      const box = row.querySelector("input[name=record]");
      const copy = document.importNode(other, true);
      if (box) {
        copy.querySelector("input[name=record]").checked = box.checked;
      }
      copy.classList.add("fresh");
      copy.classList.toggle("chosen", row.classList.contains("chosen"));
      row.replaceWith(copy);
    } else if (!paged) {
      row.classList.toggle("left", !other);
    }
  }
  const came = [...then.keys()].filter((number) => !now.has(number)).length;
  if (came > 0 && !paged) {
    offer(list, fresh, came);
  } else {
    list.querySelector(".newcomers")?.remove();
  }
};

const look = async () => {
  clearTimeout(timer);
  if (document.visibilityState === "visible" && lists().length > 0) {
    const answer = await fetch(location.href, { redirect: "error" }).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = [...page.querySelectorAll("[data-live-list]")];
      lists().forEach((list, index) => fresh[index] && !list.querySelector(".groups") && compare(list, fresh[index]));
      htmx.trigger(document.body, "fresh");
    }
  }
  timer = setTimeout(look, PAUSE);
};

if (lists().length > 0) {
  timer = setTimeout(look, PAUSE);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
}
