// Shows where a flow is: shapes and words beside the colours, as the list above says it.
import NavigatedViewer from "bpmn-js/lib/NavigatedViewer";
import { options } from "./flow-style.js";

const MARKS = { done: "✓", now: "●", failed: "!", left: "→" };
const READABLE = 0.6;
const ROOM = 36;
const MOST = 420;

export const show = async (details) => {
  const canvas = details.querySelector(".flow-canvas");
  const viewer = new NavigatedViewer({ ...options(canvas), zoomScroll: { enabled: false } });
  try {
    await viewer.importXML(details.querySelector(".flow-xml").content.textContent);
  } catch {
    details.hidden = true;
    return;
  }
  mark(viewer, canvas);
  fit(viewer, canvas);
};

const standings = (canvas) =>
  canvas.dataset.marks
    .split(" ")
    .filter(Boolean)
    .map((text) => [text.slice(0, text.lastIndexOf(":")), text.slice(text.lastIndexOf(":") + 1)]);

const mark = (viewer, canvas) => {
  const words = { now: canvas.dataset.here, failed: canvas.dataset.failed };
  for (const [element, standing] of standings(canvas)) {
    if (!viewer.get("elementRegistry").get(element)) {
      continue;
    }
    viewer.get("canvas").addMarker(element, `flow-${standing}`);
    const badge = document.createElement("span");
    badge.className = `flow-badge flow-badge-${standing}`;
    badge.textContent = `${MARKS[standing] ?? ""} ${words[standing] ?? ""}`.trim();
    viewer.get("overlays").add(element, { position: { top: -14, left: -8 }, html: badge });
  }
};

// As large as it can be read; what is now is in the middle where not all of it has room.
const fit = (viewer, holder) => {
  const canvas = viewer.get("canvas");
  const { inner, outer } = canvas.viewbox();
  const zoom = Math.min(1, Math.max(READABLE, (outer.width - 2 * ROOM) / inner.width));
  holder.style.height = `${Math.min(MOST, inner.height * zoom + 2 * ROOM + 24)}px`;
  canvas.resized();
  const now = standings(holder).find(([, standing]) => standing === "now" || standing === "failed");
  const at = now && viewer.get("elementRegistry").get(now[0]);
  const width = outer.width / zoom;
  const height = holder.clientHeight / zoom;
  const whole = inner.width + (2 * ROOM) / zoom <= width + 1;
  const middle = whole || !at ? inner.x + (whole ? inner.width / 2 : width / 2 - ROOM) : at.x + at.width / 2;
  canvas.viewbox({ x: middle - width / 2, y: inner.y + inner.height / 2 - height / 2 - 8, width, height });
};
