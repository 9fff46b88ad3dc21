// What is said of elements stands in elements of our own, which the server reads and writes as well.
export const descriptor = {
  name: "Mainstay",
  uri: "https://mainstay.org/schema/flow",
  prefix: "mainstay",
  xml: { tagAlias: "lowerCase" },
  types: [
    {
      name: "Detail",
      superClass: ["Element"],
      properties: [
        { name: "name", isAttr: true, type: "String" },
        { name: "text", isBody: true, type: "String" },
      ],
    },
  ],
};

const KINDS = { "bpmn:UserTask": "task", "bpmn:SendTask": "send_message", "bpmn:CallActivity": "sub_flow" };
const EVENTS = {
  "bpmn:TimerEventDefinition": "timer",
  "bpmn:MessageEventDefinition": "wait_for_message",
  "bpmn:ConditionalEventDefinition": "wait_for_condition",
};
const OTHERS = {
  "bpmn:SequenceFlow": "way",
  "bpmn:StartEvent": "start",
  "bpmn:ExclusiveGateway": "branch",
  "bpmn:ParallelGateway": "parallel",
};

const details = (object) => (object.extensionElements?.values ?? []).filter((value) => value.$type === "mainstay:Detail");

export const read = (object, name) => details(object).find((detail) => detail.name === name)?.text ?? "";

// The extension elements with one said otherwise; none where nothing is said.
export const written = (moddle, object, name, text) => {
  const values = details(object)
    .filter((detail) => detail.name !== name)
    .map(({ name, text }) => moddle.create("mainstay:Detail", { name, text }));
  if (text) {
    values.push(moddle.create("mainstay:Detail", { name, text }));
  }
  return values.length ? moddle.create("bpmn:ExtensionElements", { values }) : undefined;
};

export const kind = (object) => {
  const event = object.eventDefinitions?.[0]?.$type;
  if (object.$type === "bpmn:EndEvent") {
    return event ? "end_nothing" : "end";
  }
  return OTHERS[object.$type] ?? (read(object, "kind") || KINDS[object.$type] || EVENTS[event] || "");
};
