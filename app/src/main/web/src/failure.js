// A part of the page that could not be fetched or sent: said once, in the words that the page carries.
const say = () => {
  const note = document.querySelector("#failure") ?? document.createElement("p");
  note.id = "failure";
  note.className = "error";
  note.setAttribute("role", "alert");
  note.textContent = document.body.dataset.failed;
  document.querySelector("main").prepend(note);
};

document.addEventListener("htmx:responseError", say);
document.addEventListener("htmx:sendError", say);
