// Conditions come only where a form is filled.
document.addEventListener("htmx:load", async ({ detail }) => {
  const fill = detail.elt.matches?.(".form-fill") ? detail.elt : detail.elt.querySelector?.(".form-fill");
  if (fill) {
    const { start } = await import("./form-fill.js");
    start(fill);
  }
});
