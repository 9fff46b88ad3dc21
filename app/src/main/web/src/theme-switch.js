const show = (theme) => (document.documentElement.dataset.bsTheme = theme);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-switch-theme]")) {
    const theme = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", theme);
    show(theme);
  }
});

// The same chosen from a list, where one may go back to what the device says.
for (const choice of document.querySelectorAll("[data-theme]")) {
  choice.checked = choice.value === (localStorage.getItem("theme") ?? "system");
  choice.addEventListener("change", () => {
    if (choice.value === "system") {
      localStorage.removeItem("theme");
      show(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    } else {
      localStorage.setItem("theme", choice.value);
      show(choice.value);
    }
  });
}
