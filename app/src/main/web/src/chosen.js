// Rows that are chosen, to do something with all of them: by click, by `x`, and with Shift from the last one to this.
const bar = document.querySelector("#chosen");
const boxes = () => [...document.querySelectorAll("input[name=record][form=chosen]")];
let last;

const tell = () => {
  const count = boxes().filter((box) => box.checked).length;
  const all = bar.elements.all.checked;
  bar.hidden = count === 0 && !all;
  bar.querySelector(".chosen-count").textContent = all
    ? ""
    : bar.dataset.some.replace("{0}", count.toLocaleString(document.documentElement.lang));
  for (const box of boxes()) {
    box.closest("tr").classList.toggle("chosen", box.checked || all);
  }
};

export const chooseRow = (row) => {
  const box = row?.querySelector("input[name=record]");
  if (box) {
    box.checked = !box.checked;
    last = box;
    tell();
  }
  return box;
};

// Rows that came anew are not chosen; what was chosen before stays so.
export const chosenNumbers = () => new Set(boxes().filter((box) => box.checked).map((box) => box.value));
export const chooseAgain = (numbers) => {
  if (bar) {
    boxes().forEach((box) => (box.checked = numbers.has(box.value)));
    tell();
  }
};

if (bar) {
  document.addEventListener("click", (event) => {
    const box = event.target.closest("input[name=record][form=chosen]");
    if (box) {
      const all = boxes();
      if (event.shiftKey && all.includes(last)) {
        const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
        all.slice(from, to + 1).forEach((one) => (one.checked = box.checked));
      }
      last = box;
    }
  });
  document.addEventListener("change", (event) => event.target.form === bar && tell());
  bar.addEventListener("reset", () => setTimeout(tell));
  // the browser keeps what was chosen when one comes back
  window.addEventListener("pageshow", tell);
  tell();
}
