// How a map is drawn, in the colours of the theme. Each state is a word and a sign, too.
const SIGNS = { good: "●", warn: "▲", bad: "■", info: "◆", none: "○", added: "+", removed: "−", changed: "≠" };
const SHAPES = {
  service: "round-rectangle",
  application: "bottom-round-rectangle",
  network: "cut-rectangle",
  storage: "barrel",
  group: "round-rectangle",
  box: "rectangle",
};

const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export const lines = ({ name, about, tone }) => {
  const [itemClass, ...word] = about.split(" · ");
  return [short(name, 25), short(itemClass, 26), short(`${SIGNS[tone] ?? "●"} ${word.join(" · ")}`, 26)];
};

// What the theme makes of a tone; read where the page shows it.
export const colours = (map) => {
  const probe = document.createElement("span");
  map.append(probe);
  const read = (name) => {
    probe.className = "tone";
    probe.dataset.tone = name;
    return getComputedStyle(probe).color;
  };
  const tones = new Map();
  const all = {
    tone: (name) => tones.get(name) ?? tones.set(name, read(name)).get(name),
    ink: read("ink"),
    line: read("line"),
    accent: read("accent"),
    surface: read("surface"),
  };
  for (const entry of map.querySelectorAll("[data-tone]")) {
    all.tone(entry.dataset.tone);
  }
  ["added", "removed"].forEach(all.tone);
  probe.remove();
  return all;
};

export const mixed = (colour, ground, share) => {
  const [one, other] = [colour, ground].map((it) => it.match(/[\d.]+/g).slice(0, 3).map(Number));
  return `rgb(${one.map((value, index) => Math.round(share * value + (1 - share) * other[index])).join(", ")})`;
};

export const style = (map) => {
  const { tone, ink, line, accent, surface } = colours(map);
  const difference = (name, shape) => ({
    selector: `edge.${name}`,
    style: { "line-color": tone(name), "target-arrow-color": tone(name), "line-style": shape, width: 3 },
  });
  return [
    { selector: "core", style: { "active-bg-opacity": 0 } },
    {
      selector: "node",
      style: {
        width: 192,
        height: 60,
        shape: (node) => SHAPES[node.data("shape")] ?? "rectangle",
        "background-color": (node) => mixed(tone(node.data("tone")), surface, 0.14),
        "border-color": (node) => tone(node.data("tone")),
        "border-width": 2,
        label: (node) => lines(node.data()).join("\n"),
        color: ink,
        "font-size": 12,
        "font-family": "system-ui, sans-serif",
        "line-height": 1.25,
        "text-valign": "center",
        "text-halign": "center",
        "text-wrap": "wrap",
        "text-max-width": 188,
        "min-zoomed-font-size": 5,
      },
    },
    { selector: 'node[shape = "group"]', style: { "border-style": "double", "border-width": 5 } },
    { selector: 'node[tone = "added"]', style: { "border-width": 4 } },
    { selector: 'node[tone = "removed"]', style: { "border-style": "dotted", "border-width": 4 } },
    { selector: ".planned", style: { "border-style": "dashed" } },
    { selector: ".start", style: { "border-width": 5 } },
    { selector: "node, edge", style: { "overlay-opacity": 0 } },
    { selector: "node:selected", style: { "outline-color": accent, "outline-width": 3, "outline-offset": 3 } },
    {
      selector: "edge",
      style: {
        width: 1.5,
        "curve-style": "bezier",
        "line-color": line,
        "target-arrow-color": line,
        "target-arrow-shape": "triangle",
        "arrow-scale": 0.9,
      },
    },
    difference("added", "solid"),
    difference("removed", "dashed"),
    {
      selector: "edge.near",
      style: {
        label: "data(way)",
        color: ink,
        "font-size": 11,
        "text-background-color": surface,
        "text-background-opacity": 0.9,
        "text-background-padding": 2,
        "line-color": accent,
        "target-arrow-color": accent,
        width: 2.5,
      },
    },
  ];
};
