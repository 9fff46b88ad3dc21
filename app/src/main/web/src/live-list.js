import htmx from "./htmx.js";
import { chooseAgain, chosenNumbers } from "./chosen.js";
import { markPreviewed } from "./drawer.js";

// A list stays true while it is looked at: rows that changed are shown as they are now, rows that left are marked, and
// rows that came wait above the list until they are asked for, so that nothing moves under the reader's hand. A row in
// which somebody changes a value stays until they are done. Groups are counted, not compared.
const PAUSE = 10_000;
const EDITING = ".in-place-form, .in-place-verbs, [data-busy]";
const lists = () => [...document.querySelectorAll("[data-live-list]")];
const rows = (within) => new Map([...within.querySelectorAll("tr[data-number]")].map((row) => [row.dataset.number, row]));
let timer;

const replace = (list, fresh) => {
  const chosen = chosenNumbers();
  const focused = document.activeElement?.closest("tr[data-number]")?.dataset.number;
  const editing = [...rows(list).values()].filter((row) => row.querySelector(EDITING));
  list.replaceChildren(...document.adoptNode(fresh).childNodes);
  const now = rows(list);
  for (const row of editing) {
    const other = now.get(row.dataset.number);
    if (other) {
      other.replaceWith(row);
    } else {
      list.querySelector("tbody").prepend(row);
    }
  }
  htmx.process(list);
  chooseAgain(chosen);
  markPreviewed();
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

const update = (row, other) => {
  const box = row.querySelector("input[name=record]");
  const copy = document.importNode(other, true);
  if (box) {
    copy.querySelector("input[name=record]").checked = box.checked;
  }
  copy.classList.add("fresh");
  copy.classList.toggle("chosen", row.classList.contains("chosen"));
  row.replaceWith(copy);
};

// Says whether anything is different.
const compare = (list, fresh) => {
  const now = rows(list);
  const then = rows(fresh);
  const paged = new URLSearchParams(location.search).has("cursor");
  let different = false;
  for (const [number, row] of now) {
    const other = then.get(number);
    if (other && other.dataset.version !== row.dataset.version) {
      if (!row.contains(document.activeElement) && !row.querySelector(EDITING)) {
        update(row, other);
        different = true;
      }
    } else if (!paged && row.classList.contains("left") === Boolean(other)) {
      row.classList.toggle("left", !other);
      different = true;
    }
  }
  markPreviewed();
  const came = paged ? 0 : [...then.keys()].filter((number) => !now.has(number)).length;
  const waiting = list.querySelector(".newcomers");
  if (came > 0) {
    const before = waiting?.textContent;
    offer(list, fresh, came);
    return different || before !== list.querySelector(".newcomers").textContent;
  }
  waiting?.remove();
  return different || Boolean(waiting);
};

const look = async () => {
  clearTimeout(timer);
  if (document.visibilityState === "visible" && lists().some((list) => !list.querySelector(".groups"))) {
    const answer = await fetch(location.href, { redirect: "error" }).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = [...page.querySelectorAll("[data-live-list]")];
      const compared = lists().map((list, index) => fresh[index] && !list.querySelector(".groups") && compare(list, fresh[index]));
      if (compared.some(Boolean)) {
        htmx.trigger(document.body, "fresh");
      }
    }
  }
  timer = setTimeout(look, PAUSE);
};

if (lists().length > 0) {
  timer = setTimeout(look, PAUSE);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
}
