import htmx from "./htmx.js";

// Files that are pasted into a comment, dropped on it or chosen beside it become attachments of the record, with their
// progress, and the comment names them where the cursor was: pictures as pictures, everything else as a link.
const form = document.querySelector("form[data-attach]");
const text = form?.querySelector("textarea");
const list = form?.querySelector(".uploads");

const insert = (what) => {
  text.setRangeText(what, text.selectionStart, text.selectionEnd, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
};

const replace = (what, by) => {
  const at = text.value.indexOf(what);
  if (at >= 0) {
    text.setRangeText(by, at, at + what.length, "preserve");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

// What would end the link's text within Markdown.
const plain = (name) => name.replace(/[[\]\\]/g, " ");

const line = (file) => {
  const item = document.createElement("li");
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.setAttribute("aria-label", file.name);
  item.append(file.name, progress);
  list.append(item);
  return { item, progress };
};

let count = 0;

const upload = (file) => {
  const { item, progress } = line(file);
  const place = `[${plain(file.name)} ${++count}…]`;
  insert(place);
  const body = new FormData();
  body.append("file", file);
  // what is pasted into a work note is for those who work on the record
  body.append("internal", form.elements.internal?.checked ?? false);
  const request = new XMLHttpRequest();
  request.open("POST", `/api/v1${form.dataset.attach}/attachments`);
  request.setRequestHeader("X-CSRF-TOKEN", document.querySelector("meta[name=csrf]").content);
  request.setRequestHeader("Accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", (event) => (progress.value = event.loaded / event.total));
  const failed = () => {
    replace(place, "");
    progress.remove();
    item.setAttribute("role", "alert");
    const why = request.response?.errors?.[0]?.detail ?? request.response?.detail ?? document.body.dataset.failed;
    item.textContent = `${file.name}: ${why}`;
  };
  request.addEventListener("error", failed);
  request.addEventListener("load", () => {
    if (request.status !== 201) {
      failed();
      return;
    }
    const mark = file.type.startsWith("image/") ? "!" : "";
    replace(place, `${mark}[${plain(file.name)}](${form.dataset.attach}/attachments/${request.response.id}/content)`);
    item.remove();
    htmx.ajax("GET", `${form.dataset.attach}/links`, { target: "#panel", swap: "innerHTML" });
  });
  request.send(body);
};

const files = (event) => [...(event.clipboardData ?? event.dataTransfer)?.files ?? []];

if (form) {
  text.addEventListener("paste", (event) => {
    const pasted = files(event);
    // a table copied from a spreadsheet comes as text and as a picture of it: the text is meant
    if (pasted.length > 0 && !event.clipboardData.getData("text/plain")) {
      event.preventDefault();
      pasted.forEach(upload);
    }
  });
  form.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      form.classList.add("dropping");
    }
  });
  form.addEventListener("dragleave", () => form.classList.remove("dropping"));
  form.addEventListener("drop", (event) => {
    form.classList.remove("dropping");
    if (files(event).length > 0) {
      event.preventDefault();
      files(event).forEach(upload);
    }
  });
  form.querySelector("input[type=file]").addEventListener("change", (event) => {
    [...event.target.files].forEach(upload);
    event.target.value = "";
  });
}
