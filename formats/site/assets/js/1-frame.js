/* Colours, menu and search. Without this file every page can still be read and reached. */
"use strict";
(() => {
  const root = document.documentElement;
  const one = (id) => document.getElementById(id);

  /* Light or dark: the system's choice until the reader makes one. */
  const theme = one("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const show = () => theme.setAttribute("aria-pressed", String(dark()));
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* kept for this page only */ }
    show();
  });
  system.addEventListener("change", show);
  show();

  /* In a copy on somebody's own computer no server turns "pledges/" into "pledges/index.html". */
  if (location.protocol === "file:") {
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html";
    }
  }

  /* The menu opens by itself; Escape, and leaving it, close it. */
  const menu = document.querySelector(".menu");
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.open) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
  });
})();
