// The calendar of changes, and the library that draws it, come only where there is one and there is room for it.
document.addEventListener("htmx:load", async ({ detail }) => {
  const place = detail.elt.querySelector?.(".change-calendar");
  if (place && matchMedia("(min-width: 700px)").matches) {
    const { draw } = await import("./change-calendar.js");
    draw(place);
  }
});
