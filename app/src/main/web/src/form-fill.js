// A form that is filled shows at once what the answers so far ask for. Without this, or where it is out of date, the
// server says the same when the page is sent.
import { evaluate } from "./form-conditions.js";
import { total } from "./order-total.js";

const fieldsOf = (question, code) => [...question.querySelectorAll(`[name="a.${CSS.escape(code)}"], [name^="a.${CSS.escape(code)}."], [name="file.${CSS.escape(code)}"]`)];

// A record is known by what the server found for the text that is still in the field.
const record = (field) => {
  if (field.value.trim() === "") {
    return null;
  }
  const [id, number, label] = field.value === field.defaultValue ? (field.dataset.known ?? "").split("\n") : [];
  if (id) {
    return { id, number, label };
  }
  const written = /^(.*?)\s*\[([^\]]*)\]$/.exec(field.value.trim());
  const called = field.selectedOptions?.[0]?.textContent.split(" · ")[0] ?? written?.[1] ?? field.value.trim();
  return { id: field.value, number: written?.[2] ?? field.value.trim(), label: called };
};

const rowsOf = (fields) => new Set(fields.filter((field) => field.value.trim() !== "").map((field) => field.name.split(".")[2])).size;

const answer = (kind, fields) => {
  const values = fields.filter((field) => !["radio", "checkbox"].includes(field.type) || field.checked).map((field) => field.value);
  const first = values.find((value) => value !== "") ?? null;
  switch (kind) {
    case "multi_choice":
      return values.filter((value) => value !== "");
    case "date_range":
      return { from: fields[0].value, to: fields[1].value };
    case "person":
    case "group":
    case "location":
    case "item":
      return record(fields[0]);
    case "table":
      return { length: rowsOf(fields) };
    case "attachment":
      return { length: fields.reduce((sum, field) => sum + (field.files?.length ?? (field.checked ? 1 : 0)), 0) };
    default:
      return first;
  }
};

const watch = (fill) => {
  const form = JSON.parse(fill.dataset.rules);
  const asked = form.sections.flatMap((section) => section.questions).filter(({ kind }) => kind !== "information");
  const touched = new Set();
  const place = (code) => fill.querySelector(`[data-question="${CSS.escape(code)}"]`);
  const prefill = () => {
    for (const { code, prefill: from } of asked) {
      if (from?.answer && !touched.has(code)) {
        const [to, source] = [fieldsOf(place(code), code), fieldsOf(place(from.answer), from.answer)];
        to.forEach((field, index) => {
          if (["radio", "checkbox"].includes(field.type)) {
            field.checked = source[index]?.checked ?? false;
          } else {
            field.value = source[index]?.value ?? "";
          }
        });
      }
    }
  };
  const show = () => {
    const answers = Object.fromEntries(asked.map(({ code, kind }) => [code, answer(kind, fieldsOf(place(code), code))]));
    const verdicts = evaluate(form, answers);
    for (const [code, { shown, needed, valid }] of Object.entries(verdicts)) {
      const question = place(code);
      question.hidden = !shown;
      const star = question.querySelector(".needed");
      if (star && question.dataset.kind !== "table") {
        star.hidden = !needed;
      }
      const error = question.querySelector("[data-error]");
      if (error && question.dataset.message && (touched.has(code) || !valid)) {
        error.hidden = valid;
        error.textContent = valid ? "" : question.dataset.message;
        question.classList.toggle("wrong", !valid);
      }
    }
    const output = fill.closest("form").querySelector(".order-total");
    if (output) {
      const chosen = asked
        .filter(({ code, options }) => options && verdicts[code].shown)
        .flatMap(({ code, options }) => options.filter((option) => [answers[code]].flat().includes(option.code)));
      total(output, chosen);
    }
    for (const section of fill.querySelectorAll("[data-section]")) {
      section.hidden = !section.querySelector("[data-question]:not([hidden])");
    }
  };
  const changed = ({ target }) => {
    const question = target.closest("[data-question]");
    if (question) {
      touched.add(question.dataset.question);
      prefill();
      show();
    }
  };
  fill.addEventListener("input", changed);
  fill.addEventListener("change", changed);
  // quantity and people are part of the same sum; a draft may have been put back
  fill.closest("form").addEventListener("input", show);
  show();
};

export const start = (fill) => {
  if (!fill.dataset.watched) {
    fill.dataset.watched = "true";
    watch(fill);
  }
};
