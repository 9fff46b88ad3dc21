// What both diagrams look like: in the colours of the page, in either theme.
import library from "text:diagram-js/assets/diagram-js.css";
import own from "text:./flow-diagram.css";

const colours = { defaultFillColor: "var(--surface)", defaultStrokeColor: "var(--ink)", defaultLabelColor: "var(--ink)" };

let styled = false;

export const options = (container) => {
  if (!styled) {
    styled = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(library + own);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  return { container, bpmnRenderer: colours, textRenderer: { defaultStyle: { fontFamily: getComputedStyle(document.body).fontFamily } } };
};
