// What a list's tools do in the browser: choices that apply at once, columns that move, rows closer together.
document.addEventListener("change", (event) => event.target.matches("select[data-submit]") && event.target.form.requestSubmit());

document.addEventListener("click", (event) => {
  const move = event.target.closest("[data-move=up]");
  if (move) {
    const item = move.closest("li");
    item.previousElementSibling?.before(item);
    move.focus();
  }
  if (event.target.closest("[data-switch-density]")) {
    const dense = document.documentElement.dataset.density === "dense" ? "calm" : "dense";
    localStorage.setItem("density", dense);
    document.documentElement.dataset.density = dense;
  }
});
