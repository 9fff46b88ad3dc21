document.addEventListener("click", (event) => {
  if (event.target.closest("[data-switch-theme]")) {
    const theme = document.documentElement.dataset.bsTheme === "dark" ? "light" : "dark";
    localStorage.setItem("theme", theme);
    document.documentElement.dataset.bsTheme = theme;
  }
});
