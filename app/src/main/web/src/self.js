import "./htmx.js";
import "./bell.js";
import "./drafts.js";
import "./failure.js";
import "./flow.js";
import "./form-start.js";
import "./theme-switch.js";
