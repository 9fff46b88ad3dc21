// What an order costs, added up while somebody chooses. The server adds it up again, and only that counts. Amounts are
// whole numbers of the smallest digits that occur, never floating ones.
const DIGITS = 10;
const UNIT = 10n ** BigInt(DIGITS);

const scaled = (text) => {
  const [, sign, whole, part = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [null, "", "0"];
  const amount = BigInt(whole) * UNIT + BigInt(part.padEnd(DIGITS, "0").slice(0, DIGITS));
  return sign === "-" ? -amount : amount;
};

const plain = (amount) => {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(DIGITS + 1, "0");
  return `${amount < 0n ? "-" : ""}${digits.slice(0, -DIGITS)}.${digits.slice(-DIGITS)}`;
};

const pieces = (form) => {
  const quantity = /^\d{1,4}$/.exec(form.elements.quantity?.value.trim() ?? "1")?.[0] ?? "1";
  const people = (form.elements.for?.value ?? "").split(/[,;\n]/).filter((name) => name.trim() !== "").length;
  return BigInt(quantity) * BigInt(Math.max(1, people));
};

const said = (amount, currency) => {
  const text = plain(amount).replace(/0+$/, "");
  const most = text.split(".")[1].length;
  const plainly = new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency });
  const least = plainly.resolvedOptions().minimumFractionDigits;
  return new Intl.NumberFormat(document.documentElement.lang, { style: "currency", currency, maximumFractionDigits: Math.max(least, most) }).format(text);
};

// chosen: the options that are chosen among what is shown
export const total = (output, chosen) => {
  const { once, recurring, currency, again, free } = output.dataset;
  const add = (from, price) => chosen.reduce((sum, option) => sum + scaled(option[price]?.amount ?? "0"), scaled(from));
  const times = pieces(output.closest("form"));
  const now = add(once, "price") * times;
  const later = add(recurring, "recurring_price") * times;
  const words = [now === 0n ? [] : said(now, currency), later === 0n ? [] : again.replace("{0}", said(later, currency))].flat();
  output.querySelector("strong").textContent = words.join(" + ") || free;
};
