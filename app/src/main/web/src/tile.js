// Another collection has other attributes to choose from: the form of a tile comes anew, with what is in it.
const form = document.querySelector("#tile-form");

form?.querySelector("[name=collection]")?.addEventListener("change", () => {
  form.requestSubmit(form.querySelector("[name=choose]"));
});
