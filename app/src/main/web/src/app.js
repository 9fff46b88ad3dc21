import "./htmx.js";
import "htmx-ext-sse";
import "./complete.js";
import "./drafts.js";
import "./drop.js";
import "./failure.js";
import "./keys.js";
import "./theme-switch.js";
