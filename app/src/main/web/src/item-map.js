// The map of an item, and the library that draws it, come only where there is one.
document.addEventListener("htmx:load", async ({ detail }) => {
  const map = detail.elt.matches?.(".item-map") ? detail.elt : detail.elt.querySelector?.(".item-map");
  if (map?.querySelector(".map-canvas")) {
    const { draw } = await import("./map.js");
    draw(map);
  }
});

// The slider writes the end of the day into the field of the moment; at its end it is now.
document.addEventListener("input", ({ target }) => {
  const field = target.matches("[data-day]") && target.form.elements.as_of;
  if (!field) {
    return;
  }
  const back = target.dataset.latest - target.value;
  const day = new Date();
  day.setDate(day.getDate() - back);
  const two = (number) => String(number).padStart(2, "0");
  field.value = back ? `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T23:59` : "";
});
