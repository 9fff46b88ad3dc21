import "./htmx.js";
import "htmx-ext-sse";
import "./theme-switch.js";
