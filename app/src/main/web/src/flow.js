// Diagrams of flows, and the library that draws them, come only where somebody looks at one or draws one. On a phone a
// diagram waits until it is asked for: the list says the same.
const WIDE = "(min-width: 768px)";

const shown = (details) => {
  details.hidden = false;
  details.addEventListener(
    "toggle",
    async () => {
      const { show } = await import("./flow-viewer.js");
      show(details);
    },
    { once: true },
  );
  details.open = matchMedia(WIDE).matches && !details.closest("li");
};

document.addEventListener("htmx:load", async ({ detail }) => {
  detail.elt.querySelectorAll?.(".flow-diagram[hidden]").forEach(shown);
  const modeler = detail.elt.querySelector?.(".flow-modeler");
  if (modeler) {
    const { draw } = await import("./flow-modeler.js");
    draw(modeler);
  }
});
