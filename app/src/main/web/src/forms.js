// A suggested value is taken over into its input; a form that does not show it carries it along.
document.addEventListener("click", (event) => {
  const taken = event.target.closest?.("[data-take]");
  if (!taken) {
    return;
  }
  const input = document.getElementById(`f-${taken.dataset.take}`);
  if (input) {
    input.value = taken.dataset.value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
    return;
  }
  const carried = document.createElement("input");
  carried.type = "hidden";
  carried.name = taken.dataset.take;
  carried.value = taken.dataset.value;
  taken.form.querySelector(`input[type=hidden][name="${CSS.escape(carried.name)}"]`)?.remove();
  taken.form.append(carried);
  const said = document.createElement("strong");
  said.setAttribute("role", "status");
  said.tabIndex = -1;
  said.textContent = taken.dataset.taken;
  taken.replaceWith(said);
  said.focus();
});
