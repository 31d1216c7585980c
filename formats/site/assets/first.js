/* Before anything is drawn, so that the page neither flashes nor jumps. */
"use strict";
document.documentElement.className = "js";
try { document.documentElement.dataset.theme = localStorage.getItem("theme") || ""; } catch { /* keeps the system's colours */ }
/* The letters are fetched before the styles ask for them, or lines would jump when they arrive. */
if (location.protocol !== "file:") {
  const font = new URL("fonts/atkinson-next-latin.woff2", document.currentScript.src).href;
  document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href: font }));
}
