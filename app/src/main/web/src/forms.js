// What a suggestion says goes into its input; the person sees it there and may change it.
document.addEventListener("click", (event) => {
  const taken = event.target.closest?.("[data-take]");
  const input = taken && document.getElementById(taken.dataset.take);
  if (input) {
    input.value = taken.dataset.value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  }
});
