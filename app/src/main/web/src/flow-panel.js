// What the chosen element does, and the list of all of them, which chooses for those who use no mouse.
import { kind, read, written } from "./flow-details.js";

const GATEWAY = "bpmn:ExclusiveGateway";

export const panel = (page, modeler) => {
  const holder = page.querySelector(".flow-panel");
  const nothing = holder.firstElementChild;
  let at;
  const show = (element) => {
    at = element;
    holder.replaceChildren(...(element ? filled(page, modeler, element) : [nothing]));
  };
  modeler.on("selection.changed", ({ newSelection }) => {
    const one = newSelection.length === 1 ? (newSelection[0].labelTarget ?? newSelection[0]) : undefined;
    if (one !== at) {
      show(one?.parent && kind(one.businessObject) ? one : undefined);
    }
    listed(page, modeler);
  });
  holder.addEventListener("input", ({ target }) => say(modeler, at, target));
  holder.addEventListener("submit", (event) => event.preventDefault());
  holder.addEventListener("click", ({ target }) => act(modeler, holder, at, target.closest("[data-verb]")?.dataset.verb));
  modeler.on("commandStack.changed", () => listed(page, modeler));
  listed(page, modeler);
  faults(page, modeler);
};

const all = (modeler) => modeler.get("elementRegistry").filter((element) => element.parent && !element.labelTarget);

const called = (page, element) => {
  const object = element.businessObject;
  const of = page.querySelector(`[data-panel="${kind(object)}"]`)?.content.querySelector("h2").textContent ?? object.id;
  return object.name ? `${object.name} (${of})` : of;
};

// A way is called by its ends.
const named = (page, element) =>
  element.waypoints ? `${called(page, element.source)} → ${called(page, element.target)}` : called(page, element);

const listed = (page, modeler) => {
  const list = page.querySelector(".flow-elements");
  const [now] = modeler.get("selection").get();
  const shown = all(modeler).filter((element) => !element.waypoints || element.source.businessObject.$type === GATEWAY);
  shown.sort((one, other) => (one.x ?? one.waypoints[0].x) - (other.x ?? other.waypoints[0].x));
  const focused = list.contains(document.activeElement) && document.activeElement.dataset.at;
  list.replaceChildren(
    ...shown.map((element) => {
      const line = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-quiet";
      button.dataset.at = element.id;
      button.setAttribute("aria-pressed", String(element === now));
      button.textContent = named(page, element);
      button.addEventListener("click", () => choose(modeler, element.id));
      line.append(button);
      return line;
    }),
  );
  if (focused) {
    list.querySelector(`[data-at="${CSS.escape(focused)}"]`)?.focus();
  }
};

const choose = (modeler, id) => {
  const element = modeler.get("elementRegistry").get(id);
  if (element) {
    modeler.get("selection").select(element);
    modeler.get("canvas").scrollToElement(element);
  }
};

const faults = (page, modeler) => {
  page.querySelectorAll("[data-fault]").forEach((button) => {
    const id = button.dataset.fault;
    button.disabled = false;
    if (modeler.get("elementRegistry").get(id)) {
      modeler.get("canvas").addMarker(id, "flow-faulty");
    }
    button.addEventListener("click", () => choose(modeler, id));
  });
};

const filled = (page, modeler, element) => {
  const object = element.businessObject;
  const template = page.querySelector(`[data-panel="${kind(object)}"]`);
  const made = template.content.cloneNode(true);
  const way = element.waypoints && element.source.businessObject.$type === GATEWAY;
  if (element.waypoints && !way) {
    made.querySelectorAll(".input").forEach((input) => (input.hidden = !input.querySelector("[name=name]")));
  }
  const steps = made.querySelector("[name=of]");
  steps?.append(...all(modeler).filter((it) => it.businessObject.$instanceOf("bpmn:Activity")).map((it) => option(page, it)));
  made.querySelector("[data-to]")?.append(
    ...all(modeler)
      .filter((it) => !it.waypoints && it !== element && it.businessObject.$type !== "bpmn:StartEvent")
      .map((it) => option(page, it)),
  );
  made.querySelectorAll("input[type=hidden]").forEach((input) => input.remove());
  made.querySelectorAll("[name]").forEach((input) => fill(element, object, input));
  const nodes = [...made.children];
  queueMicrotask(() => window.htmx?.process(page.querySelector(".flow-panel")));
  return nodes;
};

const option = (page, element) => new Option(called(page, element), element.id);

const fill = (element, object, input) => {
  const value = said(element, object, input.name);
  if (input.type === "checkbox") {
    input.checked = value === "true";
  } else {
    if (input.tagName === "SELECT" && value && ![...input.options].some((it) => it.value === value)) {
      input.append(new Option(value, value));
    }
    input.value = value;
  }
};

const said = (element, object, name) => {
  switch (name) {
    case "name":
      return object.name ?? "";
    case "standard":
      return String(element.source.businessObject.default === object);
    case "condition":
      return element.waypoints ? (object.conditionExpression?.body ?? "") : read(object, name);
    default:
      return read(object, name);
  }
};

const say = (modeler, element, input) => {
  if (!element || !input.name) {
    return;
  }
  const modeling = modeler.get("modeling");
  const moddle = modeler.get("moddle");
  const object = element.businessObject;
  const text = input.type === "checkbox" ? (input.checked ? "true" : "") : input.value.replace(/^.*\[([^\]]+)]\s*$/, input.list ? "$1" : "$&").trim();
  if (input.name === "name") {
    modeling.updateProperties(element, { name: text });
  } else if (input.name === "standard") {
    modeling.updateProperties(element.source, { default: text ? object : undefined });
  } else if (input.name === "condition" && element.waypoints) {
    modeling.updateProperties(element, { conditionExpression: text ? moddle.create("bpmn:FormalExpression", { body: text }) : undefined });
  } else {
    modeling.updateModdleProperties(element, object, { extensionElements: written(moddle, object, input.name, text) });
  }
};

const act = (modeler, holder, element, verb) => {
  if (verb === "remove") {
    modeler.get("modeling").removeElements([element]);
  } else if (verb === "connect") {
    const to = modeler.get("elementRegistry").get(holder.querySelector("[data-to]").value);
    if (to) {
      const way = modeler.get("modeling").connect(element, to, { type: "bpmn:SequenceFlow" });
      modeler.get("selection").select(way);
    }
  }
};
