import { openPalette } from "./palette.js";

// Keys that do things everywhere. Single letters only where nobody is writing.
const TOGETHER = 1200;
let going = -TOGETHER;

const writing = (target) => target.closest("input, textarea, select, [contenteditable], dialog");
const follow = (selector) => {
  const link = document.querySelector(selector);
  link?.click();
  return link;
};

const shortcuts = async () => {
  const dialog = document.querySelector("#shortcuts");
  if (dialog && !dialog.open) {
    const answer = await fetch("/shortcuts", { redirect: "error" });
    dialog.innerHTML = await answer.text();
    dialog.showModal();
  }
};

const move = (step) => {
  const rows = [...document.querySelectorAll("table.rows tbody a.number")];
  const at = rows.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
  return rows.length > 0;
};

const letters = {
  "/": () => {
    const search = document.querySelector(".search input");
    search?.focus();
    return search;
  },
  "?": () => shortcuts() || true,
  c: () => follow("a.create"),
  e: () => follow(".fields [data-opens=input]"),
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.matches("a.number") && follow("a.number:focus"),
  r: () => {
    const reply = document.querySelector("textarea[data-reply]");
    reply?.focus();
    return reply;
  },
};

document.addEventListener("keydown", (event) => {
  const modified = event.ctrlKey || event.metaKey;
  if (modified && event.key.toLowerCase() === "k" && !event.altKey) {
    event.preventDefault();
    openPalette();
  } else if (modified && event.key === "Enter" && event.target.matches("textarea")) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  } else if (!modified && !event.altKey && !writing(event.target)) {
    const gone = event.timeStamp - going < TOGETHER && /^[a-z]$/.test(event.key);
    going = event.key === "g" && !gone ? event.timeStamp : -TOGETHER;
    const done = gone ? follow(`.menu a[data-go="${event.key}"]`) : letters[event.key]?.();
    if (done) {
      event.preventDefault();
    }
  }
});
