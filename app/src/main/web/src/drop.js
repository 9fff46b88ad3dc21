// Menus that drop down close when one looks elsewhere; without this they stay open until one closes them.
const open = () => document.querySelectorAll("details.drop[open]");

document.addEventListener("click", (event) => {
  open().forEach((menu) => menu.contains(event.target) || menu.removeAttribute("open"));
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    open().forEach((menu) => {
      menu.removeAttribute("open");
      menu.querySelector("summary").focus();
    });
  }
});
