import { chooseRow } from "./chosen.js";
import { drawerFollows, previewRow, toggleDrawer } from "./drawer.js";
import { openPalette } from "./palette.js";

// Keys that do things everywhere. Single letters only where nobody is writing.
const TOGETHER = 1200;
let going = -TOGETHER;

// Whoever speaks to the computer, or touches keys by accident, switches them off in this browser.
const LETTERS = "letters";
const off = () => localStorage.getItem(LETTERS) === "off";
const showLetters = () => document.querySelectorAll("[data-letters]").forEach((box) => (box.checked = !off()));
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-letters]")) {
    localStorage.setItem(LETTERS, event.target.checked ? "on" : "off");
    showLetters();
  }
});
showLetters();

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
    showLetters();
    dialog.showModal();
  }
};

const move = (step) => {
  const rows = [...document.querySelectorAll("table.rows tbody a.number")];
  const at = rows.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  const there = rows[Math.min(Math.max(next, 0), rows.length - 1)];
  there?.focus();
  drawerFollows(there?.closest("tr"));
  return rows.length > 0;
};

const row = () => document.activeElement?.closest("table.rows tr[data-number]");
const previewed = () => {
  const at = row();
  if (at) {
    toggleDrawer(at);
  }
  return at;
};

// On a record, or beside the list on the row that one is at.
const first = () => follow(".fields [data-opens=input]") ?? follow("a[data-edit]");
const edit = () => {
  const there = first();
  const at = row();
  if (!there && at) {
    previewRow(at).then(first);
  }
  return there || at;
};

const letters = {
  "/": () => {
    const search = document.querySelector(".search input");
    search?.focus();
    return search;
  },
  "?": () => shortcuts() || true,
  c: () => follow("a.create"),
  e: () => edit(),
  j: () => move(1),
  k: () => move(-1),
  o: () => document.activeElement?.matches("a.number") && follow("a.number:focus"),
  p: previewed,
  r: () => {
    const reply = document.querySelector("textarea[data-reply]");
    reply?.focus();
    return reply;
  },
  x: () => chooseRow(row()),
};

document.addEventListener("keydown", (event) => {
  const modified = event.ctrlKey || event.metaKey;
  if (modified && event.key.toLowerCase() === "k" && !event.altKey) {
    event.preventDefault();
    openPalette();
  } else if (modified && event.key === "Enter" && event.target.matches("textarea")) {
    event.preventDefault();
    event.target.form?.requestSubmit();
  } else if (!modified && !event.altKey && !off() && !writing(event.target)) {
    const gone = event.timeStamp - going < TOGETHER && /^[a-z]$/.test(event.key);
    going = event.key === "g" && !gone ? event.timeStamp : -TOGETHER;
    const done = gone ? follow(`.menu a[data-go="${event.key}"]`) : letters[event.key]?.();
    if (done) {
      event.preventDefault();
    }
  }
});
