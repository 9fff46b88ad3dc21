// What a form's conditions say of answers: as Evaluation.java says it, over the same trees. The server decides; this
// only spares people its answer. Numbers stay texts and are compared as whole numbers, never as floating ones.

const BLANKS = /^[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+|[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+$/g;
const NUMBER = /^([+-]?)(\d{1,30})(?:\.(\d{1,30}))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY = 86_400_000;

export const strip = (text) => text.replace(BLANKS, "");

// The folding of Texts.fold: no case, no accents.
export const fold = (text) =>
  [...text.normalize("NFKD")]
    .filter((sign) => sign < "\u0300" || sign > "\u036f" || sign.length > 1)
    .map((sign) => {
      const lower = sign.toLowerCase();
      return lower === "ß" ? "ss" : [...lower].length === 1 ? lower : sign;
    })
    .join("");

// The one text of a decimal; null for what is none.
export const decimal = (text) => {
  const [, sign, before, after = ""] = NUMBER.exec(text) ?? [];
  if (before === undefined) {
    return null;
  }
  const whole = before.replace(/^0+(?=\d)/, "");
  const part = after.replace(/0+$/, "");
  const digits = part ? `${whole}.${part}` : whole;
  return digits === "0" ? "0" : (sign === "-" ? "-" : "") + digits;
};

const scaled = (text, places) => {
  const [whole, part = ""] = text.split(".");
  return BigInt(whole + part.padEnd(places, "0"));
};
const compareNumbers = (one, other) => {
  const places = Math.max(one.split(".")[1]?.length ?? 0, other.split(".")[1]?.length ?? 0);
  const difference = scaled(one, places) - scaled(other, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
const compareTexts = (one, other) => (one < other ? -1 : one > other ? 1 : 0);

// A day so many days from another; days are counted in UTC, where each has 24 hours.
const plusDays = (date, days) => new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const realDate = (text) => {
  const at = DATE.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
};

const list = (value) => (value === null ? [] : [value]);
const options = (question) => question.options.map(({ code }) => code);

// Of an answer the values that conditions compare; none where it cannot be one.
const valuesOf = (question, answer) => {
  if (answer === undefined || answer === null || answer === "") {
    return {};
  }
  switch (question.kind) {
    case "text":
    case "prose": {
      const text = strip(String(answer).replace(/\r\n?/g, "\n"));
      return text === "" ? {} : { whole: [fold(text)] };
    }
    case "number":
      return { whole: list(decimal(strip(String(answer)))) };
    case "money":
      return { whole: list(decimal(strip(String(answer.amount ?? answer)))) };
    case "date":
      return { whole: list(realDate(strip(String(answer)))) };
    case "date_range": {
      const [from, to] = [realDate(answer.from ?? ""), realDate(answer.to ?? "")];
      return from && to && from <= to ? { whole: [from], from: [from], to: [to] } : {};
    }
    case "yes_no":
      return { whole: [String(answer)] };
    case "consent":
      return String(answer) === "true" ? { whole: ["true"] } : {};
    case "choice":
    case "multi_choice":
      return { whole: options(question).filter((code) => [answer].flat().includes(code)) };
    case "person":
    case "group":
    case "location":
    case "item":
      return { whole: [answer.id ?? "", fold(answer.number ?? ""), fold(answer.label ?? "")] };
    case "table":
    case "attachment":
      return answer.length ? { count: [String(answer.length)] } : {};
    default:
      return {};
  }
};

// Whether a condition holds.
//
// seen: by code, what conditions compare of answers; facts: by name, lists; today: a date
export const holds = (condition, { seen, facts, today }) => {
  const values = (source) => {
    if (source.answer !== undefined) {
      return seen[source.answer]?.[source.part ?? "whole"] ?? [];
    }
    return source.fact === undefined ? [today] : (facts[source.fact] ?? []);
  };
  const operand = (of) => {
    if (of.value !== undefined) {
      return [of.value];
    }
    return of.days === undefined ? values(of) : [plusDays(today, of.days)];
  };
  const same = (of, type, value) => {
    const own = values(of);
    const other = operand(value);
    // two records are the same by their ids, whatever they are called
    return type === "reference" && value.value === undefined
      ? own.length > 0 && other.length > 0 && own[0] === other[0]
      : other.some((it) => own.includes(it));
  };
  const test = (it) => {
    if (it.all) {
      return it.all.every(test);
    }
    if (it.any) {
      return it.any.some(test);
    }
    if (it.not) {
      return !test(it.not);
    }
    if (it.empty) {
      return values(it.empty).length === 0;
    }
    if (it.is) {
      return it.is.some((value) => same(it.of, it.type, value));
    }
    if (it.contains) {
      return values(it.of).some((value) => it.contains.some((text) => value.includes(text)));
    }
    const compare = it.type === "number" ? compareNumbers : compareTexts;
    const fits = { "<": (c) => c < 0, "<=": (c) => c <= 0, ">": (c) => c > 0, ">=": (c) => c >= 0 }[it.compare];
    return values(it.of).some((value) => operand(it.to).some((with_) => fits(compare(value, with_))));
  };
  return test(condition);
};

// By code: whether each question is shown, needed and validly answered. What is hidden counts as not answered, also for
// what comes after it.
export const evaluate = (form, answers) => {
  const seen = {};
  const world = { seen, facts: form.facts ?? {}, today: form.today };
  const when = (condition, otherwise) => (condition ? holds(condition, world) : otherwise);
  const verdicts = {};
  for (const section of form.sections) {
    const open = when(section.show_when, true);
    for (const question of section.questions) {
      const shown = open && when(question.show_when, true);
      const of = shown ? valuesOf(question, answers[question.code]) : {};
      const answered = Object.values(of).some((it) => it.length > 0);
      if (answered) {
        seen[question.code] = of;
      }
      verdicts[question.code] = {
        shown,
        needed: shown && (question.required === true || when(question.require_when, false)),
        valid: !answered || when(question.valid_when, true),
      };
    }
  }
  return verdicts;
};
