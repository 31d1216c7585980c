/* Before anything is drawn, so that the page neither flashes nor jumps. */
"use strict";
document.documentElement.className = "js";
try { document.documentElement.dataset.theme = localStorage.getItem("theme") || ""; } catch { /* keeps the system's colours */ }
