// The tools beside the canvas: pressed, they put their element behind the chosen one; dragged, where it is dropped.
import { written } from "./flow-details.js";

const STEP = 150;
const LAST = 1;
const STEPS = /Task$|CallActivity$|CatchEvent$/;

export const tools = (page, modeler) => {
  const buttons = page.querySelectorAll("[data-tool]");
  buttons.forEach((button) => {
    button.disabled = false;
    button.draggable = true;
    button.addEventListener("click", () => put(modeler, made(modeler, button)));
    button.addEventListener("dragstart", (event) => {
      event.preventDefault();
      modeler.get("create").start(event, made(modeler, button));
    });
  });
  // the last to be asked, so that nothing else is offered
  modeler.get("contextPad").registerProvider(LAST, {
    getContextPadEntries: (element) => () => entries(page, modeler, element),
    getMultiElementContextPadEntries: (elements) => () => ({ remove: removal(page, modeler, elements) }),
  });
};

const made = (modeler, { dataset }) => {
  const shape = modeler.get("elementFactory").createShape({
    type: dataset.element,
    ...(dataset.definition && { eventDefinitionType: dataset.definition }),
  });
  if (STEPS.test(dataset.element)) {
    const object = shape.businessObject;
    object.extensionElements = written(modeler.get("moddle"), object, "kind", dataset.tool);
    object.extensionElements.$parent = object;
  }
  return shape;
};

const chosen = (modeler) => modeler.get("selection").get()[0];

// Into the way that leads on where there is one, so that a line stays a line.
const put = (modeler, shape) => {
  const at = chosen(modeler) ?? last(modeler);
  const type = at?.businessObject.$type;
  let done;
  if (!at) {
    done = modeler.get("modeling").createShape(shape, middle(modeler), modeler.get("canvas").getRootElement());
  } else if (type === "bpmn:SequenceFlow") {
    done = insert(modeler, shape, at);
  } else if (type === "bpmn:EndEvent") {
    done = at.incoming[0] && !shape.businessObject.$instanceOf("bpmn:EndEvent") ? insert(modeler, shape, at.incoming[0]) : aside(modeler, shape, at);
  } else if (/Gateway$/.test(type) || at.outgoing.length === 0) {
    done = modeler.get("autoPlace").append(at, shape);
  } else {
    done = insert(modeler, shape, at.outgoing[0]);
  }
  modeler.get("selection").select(done);
  modeler.get("canvas").scrollToElement(done);
};

const aside = (modeler, shape, at) =>
  modeler
    .get("modeling")
    .createShape(shape, { x: at.x + at.width / 2, y: at.y + STEP }, modeler.get("canvas").getRootElement());

const middle = (modeler) => {
  const { x, y, width, height } = modeler.get("canvas").viewbox();
  return { x: x + width / 2, y: y + height / 2 };
};

const shapes = (modeler) =>
  modeler.get("elementRegistry").filter((element) => element.parent && !element.waypoints && !element.labelTarget);

const last = (modeler) =>
  shapes(modeler)
    .filter((shape) => shape.businessObject.$type === "bpmn:EndEvent")
    .sort((one, other) => other.x - one.x)[0];

// What lies right of it moves on, to make room.
const insert = (modeler, shape, way) => {
  const { source, target } = way;
  const y = source.y + source.height / 2;
  if (target.x - source.x - source.width < STEP && target.x > source.x) {
    const right = shapes(modeler).filter((it) => it.x >= target.x);
    modeler.get("modeling").moveElements(right, { x: STEP, y: 0 });
  }
  const x = target.x > source.x ? source.x + source.width + STEP / 3 + shape.width / 2 : (source.x + target.x) / 2;
  return modeler.get("modeling").createShape(shape, { x, y }, way);
};

const icon = (page, name) => {
  const own = page.querySelector(`[data-tool="${name}"] svg`);
  return `<div class="entry">${own ? own.outerHTML : "<span>" + name + "</span>"}</div>`;
};

const entries = (page, modeler, element) => {
  const found = {};
  const title = (name) => page.querySelector(`[data-tool="${name}"]`).title;
  if (!element.waypoints && element.businessObject.$type !== "bpmn:EndEvent") {
    for (const name of ["task", "branch", "parallel", "end"]) {
      const button = page.querySelector(`[data-tool="${name}"]`);
      found[name] = {
        group: "model",
        title: title(name),
        html: icon(page, name),
        action: {
          click: () => modeler.get("selection").select(modeler.get("autoPlace").append(element, made(modeler, button))),
          dragstart: (event) => modeler.get("create").start(event, made(modeler, button), { source: element }),
        },
      };
    }
    found.connect = {
      group: "connect",
      title: page.dataset.connect,
      html: icon(page, "→"),
      action: {
        click: (event) => modeler.get("connect").start(event, element),
        dragstart: (event) => modeler.get("connect").start(event, element),
      },
    };
  }
  found.remove = removal(page, modeler, [element]);
  return found;
};

const removal = (page, modeler, elements) => ({
  group: "edit",
  title: page.dataset.remove,
  html: icon(page, "×"),
  action: { click: () => modeler.get("modeling").removeElements([...elements]) },
});
