// Draws a flow with what it can consist of, and nothing else. What elements do is said in panels that the page brings.
import Modeler from "bpmn-js/lib/Modeler";
import AutoPlace from "bpmn-js/lib/features/auto-place";
import EditorActions from "bpmn-js/lib/features/editor-actions";
import Keyboard from "bpmn-js/lib/features/keyboard";
import LabelEditing from "bpmn-js/lib/features/label-editing";
import Modeling from "bpmn-js/lib/features/modeling";
import Outline from "bpmn-js/lib/features/outline";
import Snapping from "bpmn-js/lib/features/snapping";
import AutoScroll from "diagram-js/lib/features/auto-scroll";
import Bendpoints from "diagram-js/lib/features/bendpoints";
import Connect from "diagram-js/lib/features/connect";
import ConnectionPreview from "diagram-js/lib/features/connection-preview";
import ContextPad from "diagram-js/lib/features/context-pad";
import Create from "diagram-js/lib/features/create";
import KeyboardMoveSelection from "diagram-js/lib/features/keyboard-move-selection";
import Move from "diagram-js/lib/features/move";
import RuleProvider from "diagram-js/lib/features/rules/RuleProvider";
import { descriptor } from "./flow-details.js";
import { options } from "./flow-style.js";
import { panel } from "./flow-panel.js";
import { tools } from "./flow-tools.js";

// How much of the canvas a diagram takes, how small it may get for that, and the margin of one that is larger.
const ROOM = 0.92;
const READABLE = 0.5;
const GAP = 24;

// Events stand by themselves.
class Rules extends RuleProvider {
  static $inject = ["eventBus"];

  init() {
    this.addRule("shape.attach", 2000, () => false);
  }
}

class Drawing extends Modeler {
  _modelingModules = [
    AutoPlace,
    AutoScroll,
    Bendpoints,
    Connect,
    ConnectionPreview,
    ContextPad,
    Create,
    EditorActions,
    Keyboard,
    KeyboardMoveSelection,
    LabelEditing,
    Modeling,
    Move,
    Outline,
    Snapping,
    { __init__: ["flowRules"], flowRules: ["type", Rules] },
  ];
}

export const draw = async (page) => {
  const canvas = page.querySelector(".flow-canvas");
  const modeler = new Drawing({ ...options(canvas), moddleExtensions: { mainstay: descriptor } });
  try {
    await modeler.importXML(page.querySelector(".flow-xml").content.textContent);
  } catch {
    const told = document.createElement("p");
    told.className = "error";
    told.setAttribute("role", "alert");
    told.textContent = page.dataset.broken;
    page.before(told);
    return;
  }
  fit(modeler);
  tools(page, modeler);
  panel(page, modeler);
  saving(page, modeler);
};

const fit = (modeler) => {
  const canvas = modeler.get("canvas");
  const { inner, outer } = canvas.viewbox();
  const zoom = Math.min(1, Math.max(READABLE, Math.min((ROOM * outer.width) / inner.width, (ROOM * outer.height) / inner.height)));
  const width = outer.width / zoom;
  const height = outer.height / zoom;
  const whole = inner.width <= width;
  const x = whole ? inner.x + (inner.width - width) / 2 : inner.x - GAP;
  canvas.viewbox({ x, y: inner.y + (inner.height - height) / 2, width, height });
};

const saving = (page, modeler) => {
  const form = document.querySelector("#flow-form");
  const told = form.querySelector(".soft");
  let changed = false;
  const leaving = (event) => event.preventDefault();
  form.querySelector("button").disabled = false;
  modeler.on("commandStack.changed", () => {
    if (!changed) {
      changed = true;
      told.textContent = page.dataset.unsaved;
      addEventListener("beforeunload", leaving);
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { xml } = await modeler.saveXML({ format: true });
    form.elements.xml.value = xml;
    removeEventListener("beforeunload", leaving);
    form.submit();
  });
};
