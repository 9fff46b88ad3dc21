// A record beside its list: opened by `p` or a click beside the links of a row, it follows the row that one is at.
const drawer = document.querySelector("#drawer");
const news = document.querySelector("#drawer-news");
// The number of the record: rows come and go.
let shown;
let running;

const shownRow = () => shown && document.querySelector(`#list tr[data-number="${CSS.escape(shown)}"]`);

export const markPreviewed = () => {
  const row = shownRow();
  document.querySelectorAll("tr.previewed").forEach((it) => it.classList.toggle("previewed", it === row));
  row?.classList.add("previewed");
};

export const closeDrawer = () => {
  running?.abort();
  if (!drawer || drawer.hidden) {
    shown = undefined;
    return false;
  }
  drawer.hidden = true;
  drawer.replaceChildren();
  news.textContent = "";
  document.body.classList.remove("with-drawer");
  shownRow()?.querySelector("a.number")?.focus({ preventScroll: true });
  shown = undefined;
  markPreviewed();
  return true;
};

export const previewRow = async (row) => {
  if (!drawer || !row || row.dataset.number === shown) {
    return;
  }
  running?.abort();
  running = new AbortController();
  shown = row.dataset.number;
  markPreviewed();
  try {
    const link = row.querySelector("a.number");
    const answer = await fetch(`${link.pathname}/preview`, { signal: running.signal, redirect: "error" });
    if (!answer.ok) {
      throw new Error(`preview answered ${answer.status}`);
    }
    drawer.innerHTML = await answer.text();
    // the focus stays in the list; what opened beside it is said
    news.textContent = `${drawer.ariaLabel}: ${shown} ${drawer.querySelector("h2").textContent}`;
  } catch (error) {
    if (error.name === "AbortError") {
      return;
    }
    drawer.textContent = document.body.dataset.failed;
  }
  drawer.hidden = false;
  document.body.classList.add("with-drawer");
};

export const drawerFollows = (row) => drawer && !drawer.hidden && previewRow(row);
export const toggleDrawer = (row) => (row.dataset.number === shown ? closeDrawer() : previewRow(row));

// A double click is for the value itself.
const DOUBLE = 250;
let clicked;

if (drawer) {
  document.addEventListener("click", (event) => {
    clearTimeout(clicked);
    const row = event.target.closest("#list tr[data-number]");
    if (event.target.closest("[data-close-drawer]")) {
      closeDrawer();
    } else if (row && !event.target.closest("a, input, button, label, summary") && !getSelection().toString()) {
      clicked = event.detail === 1 ? setTimeout(() => toggleDrawer(row), DOUBLE) : undefined;
    }
  });
  document.addEventListener("keydown", (event) => {
    // Escape leaves one thing at a time: a dialog, a menu, a value that is being changed, then this
    const busy = event.target.closest?.(".in-place") || document.querySelector("dialog[open], details.drop[open]");
    if (event.key === "Escape" && !event.defaultPrevented && !busy && closeDrawer()) {
      event.preventDefault();
    }
  });
}
