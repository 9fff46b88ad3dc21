// A classic script in the head, before the first paint: a dark page never flashes white, and no row moves.
const chosen = localStorage.getItem("theme");
const dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.bsTheme = dark ? "dark" : "light";
document.documentElement.dataset.density = localStorage.getItem("density") ?? "calm";
