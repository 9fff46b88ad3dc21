// A map as a picture of its own, in the colours it is seen in.
import { colours, lines, mixed } from "./map-style.js";

const MARGIN = 24;
const safe = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const round = (number) => Math.round(10 * number) / 10;

export const svg = (cy, map) => {
  const { tone, ink, line, surface } = colours(map);
  const box = cy.elements().boundingBox();
  const size = [box.x1 - MARGIN, box.y1 - MARGIN, box.w + 2 * MARGIN, box.h + 2 * MARGIN].map(round);
  const edges = cy.edges().map((edge) => {
    const [from, to] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    const colour = edge.hasClass("added") ? tone("added") : edge.hasClass("removed") ? tone("removed") : line;
    const dashes = edge.hasClass("removed") ? ' stroke-dasharray="6 4"' : "";
    return `<line x1="${round(from.x)}" y1="${round(from.y)}" x2="${round(to.x)}" y2="${round(to.y)}" stroke="${colour}" stroke-width="1.5"${dashes} marker-end="url(#end)"><title>${safe(edge.data("way"))}</title></line>`;
  });
  const nodes = cy.nodes().map((node) => {
    const { x, y } = node.position();
    const [width, height] = [node.width(), node.height()];
    const colour = tone(node.data("tone"));
    const texts = lines(node.data()).map(
      (text, index) => `<text x="${round(x)}" y="${round(y - 11 + 15 * index)}"${index ? "" : ' font-weight="bold"'}>${safe(text)}</text>`,
    );
    const dashes = node.hasClass("planned") ? ' stroke-dasharray="6 4"' : "";
    return `<g><title>${safe(`${node.data("name")}: ${node.data("about")}`)}</title><rect x="${round(x - width / 2)}" y="${round(y - height / 2)}" width="${width}" height="${height}" rx="6" fill="${mixed(colour, surface, 0.14)}" stroke="${colour}" stroke-width="${node.hasClass("start") ? 4 : 2}"${dashes}/>${texts.join("")}</g>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size.join(" ")}" width="${size[2]}" height="${size[3]}" font-family="system-ui, sans-serif" font-size="12" text-anchor="middle" fill="${ink}">
<title>${safe(map.dataset.name)}</title>
<defs><marker id="end" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${line}"/></marker></defs>
<rect x="${size[0]}" y="${size[1]}" width="${size[2]}" height="${size[3]}" fill="${surface}"/>
${edges.join("\n")}
${nodes.join("\n")}
</svg>
`;
};
