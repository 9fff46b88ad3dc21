// Draws the list of a map's items and relations, layer by layer. The list stays the keyboard's way, and what is chosen
// in one of the two is chosen in the other.
import cytoscape from "cytoscape";
import dagre from "cytoscape-dagre";
import { style } from "./map-style.js";
import { svg } from "./map-svg.js";

const MANY = 120;
const READABLE = 0.55;
const GAP = { x: 24, y: 56 };

cytoscape.use(dagre);
// The library adds a style element, which the content security policy forbids, unless it finds one of this id.
const instead = document.createElement("template");
instead.id = "__________cytoscape_stylesheet";
document.head.append(instead);

let drawn;
let chosen;

export const draw = (map) => {
  drawn?.destroy();
  const list = map.querySelector(".map-list");
  const entries = new Map([...list.querySelectorAll(".map-node")].map((entry) => [entry.dataset.key, entry]));
  const cy = cytoscape({
    container: map.querySelector(".map-canvas"),
    elements: elements(entries),
    style: style(map),
    layout: { name: "preset" },
    maxZoom: 2,
    minZoom: 0.02,
    boxSelectionEnabled: false,
    hideEdgesOnViewport: entries.size > MANY,
    pixelRatio: entries.size > MANY ? 1 : "auto",
  });
  drawn = cy;
  arrange(cy);
  begin(cy);
  bind(map, cy, entries);
  const again = chosen && entries.get(chosen);
  if (again) {
    again.open = true;
    if (document.activeElement === document.body) {
      again.querySelector("summary").focus({ preventScroll: true });
    }
  }
};

const elements = (entries) => {
  const nodes = [...entries.values()].map((entry) => ({
    data: {
      id: entry.dataset.key,
      name: entry.querySelector("strong").textContent,
      about: entry.querySelector("summary .soft").textContent,
      tone: entry.dataset.tone,
      shape: entry.dataset.shape,
    },
    classes: [entry.dataset.start === "true" ? "start" : "", entry.dataset.planned === "true" ? "planned" : ""].join(" "),
  }));
  const edges = [...entries.values()].flatMap((entry) =>
    [...entry.querySelectorAll('[data-from="true"]')]
      .filter((edge) => entries.has(edge.dataset.other))
      .map((edge) => ({
        data: {
          source: entry.dataset.key,
          target: edge.dataset.other,
          way: edge.querySelector(".soft").textContent + (edge.dataset.count > 1 ? ` ×${edge.dataset.count}` : ""),
        },
        classes: edge.dataset.tone,
      })),
  );
  return [...nodes, ...edges];
};

const arrange = (cy) => {
  if (cy.nodes().length > MANY) {
    rows(cy, steps(cy));
    return;
  }
  cy.layout({ name: "dagre", rankDir: "TB", nodeSep: GAP.x, rankSep: GAP.y, animate: false, fit: false }).run();
  const layers = new Map();
  cy.nodes().forEach((node) => {
    const y = Math.round(node.position("y"));
    layers.set(y, [...(layers.get(y) ?? []), node]);
  });
  if ([...layers.values()].some((layer) => layer.length > width(cy))) {
    layers.forEach((layer) => layer.sort((a, b) => a.position("x") - b.position("x")));
    rows(cy, layers);
  }
};

// Where there is much, layers are the steps from the item itself: down along relations, up against them.
const steps = (cy) => {
  const layers = new Map();
  const met = new Set();
  const put = (node, layer) => {
    met.add(node.id());
    layers.set(layer, [...(layers.get(layer) ?? []), node]);
    return [node, layer];
  };
  const queue = [put(cy.$(".start"), 0)];
  for (const [node, layer] of queue) {
    node.connectedEdges().forEach((edge) => {
      const down = edge.source().same(node);
      const other = down ? edge.target() : edge.source();
      if (!met.has(other.id())) {
        queue.push(put(other, down ? layer + 1 : layer - 1));
      }
    });
  }
  const last = Math.max(...layers.keys()) + 1;
  cy.nodes().forEach((node) => met.has(node.id()) || put(node, last));
  return layers;
};

const width = (cy) => Math.max(8, Math.ceil(Math.sqrt(cy.nodes().length)));

// A layer of many items is broken into rows, or it would be wider than anybody can see.
const rows = (cy, layers) => {
  const most = width(cy);
  let y = 0;
  for (const [, layer] of [...layers].sort(([a], [b]) => a - b)) {
    for (let from = 0; from < layer.length; from += most) {
      const row = layer.slice(from, from + most);
      const step = row[0].outerWidth() + GAP.x;
      row.forEach((node, index) => node.position({ x: (index - (row.length - 1) / 2) * step, y }));
      y += row[0].outerHeight() + GAP.x;
    }
    y += GAP.y;
  }
};

// No higher than the map needs, and not so small that nobody can read it: then as much of it as there is room for,
// around the item itself.
const begin = (cy) => {
  const canvas = cy.container();
  const { w, h, x1, x2, y1 } = cy.elements().boundingBox();
  const whole = Math.min(1, canvas.clientWidth / (w + 32));
  const closer = whole < READABLE && cy.nodes().length < MANY;
  const zoom = closer ? 1.3 * READABLE : whole;
  const height = (h + 32) * zoom;
  const room = Math.min(canvas.clientHeight, Math.max(240, Math.ceil(height)));
  canvas.style.height = `${room}px`;
  cy.resize();
  if (closer) {
    cy.zoom(zoom);
    cy.center(cy.$(".start"));
    const { x, y } = cy.pan();
    cy.pan({
      x: Math.max(cy.width() - 16 - x2 * zoom, Math.min(x, 16 - x1 * zoom)),
      y: height <= room ? 16 - y1 * zoom : y,
    });
  } else {
    fit(cy);
  }
};

const fit = (cy) => {
  cy.fit(undefined, 16);
  if (cy.zoom() > 1) {
    cy.zoom(1);
    cy.center();
  }
};

const bind = (map, cy, entries) => {
  cy.on("tap", "node", ({ target }) => {
    const entry = entries.get(target.id());
    entry.open = true;
    entry.scrollIntoView({ block: "nearest" });
  });
  cy.on("dbltap", "node", ({ target }) => entries.get(target.id()).querySelector("[data-opens]")?.click());
  entries.forEach((entry, key) => entry.addEventListener("toggle", () => entry.open && choose(cy, key)));
  map.querySelectorAll("[data-map]").forEach((button) =>
    button.addEventListener("click", () => {
      const zoom = (factor) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
      ({ closer: () => zoom(1.4), farther: () => zoom(1 / 1.4), fit: () => fit(cy), save: () => save(map, cy) })[button.dataset.map]();
    }),
  );
  // A hook for those who test it.
  map.dataset.drawn = `${cy.nodes().length}/${cy.edges().length}`;
};

const choose = (cy, key) => {
  chosen = key;
  const node = cy.getElementById(key);
  cy.elements().unselect().removeClass("near");
  node.select();
  node.connectedEdges().addClass("near");
  const box = node.renderedBoundingBox();
  if (box.x1 < 0 || box.y1 < 0 || box.x2 > cy.width() || box.y2 > cy.height()) {
    cy.center(node);
  }
};

const save = (map, cy) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([svg(cy, map)], { type: "image/svg+xml" }));
  link.download = `${map.dataset.name.replace(/[^\p{L}\p{N}]+/gu, "-")}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
};

new MutationObserver(() => {
  const map = document.querySelector(".item-map");
  if (map && drawn && !drawn.destroyed()) {
    drawn.style(style(map));
  }
}).observe(document.documentElement, { attributeFilter: ["data-bs-theme"] });
