/* Search: our dialog, Material's engine. Both the index and the engine come when first wanted. */
(() => {
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  const MOST = 12;
  const one = (id) => document.getElementById(id);
  const dialog = one("search"), words = one("search-words"), said = one("search-said"), found = one("search-found");
  const base = document.body.dataset.base.replace(/\/?$/, "/");
  let engine = null;
  let waiting = 0;

  async function start() {
    const response = await fetch(dialog.dataset.index);
    if (!response.ok) throw new Error(String(response.status));
    const index = await response.json();
    const worker = new Worker(dialog.dataset.worker);
    await new Promise((ready, failed) => {
      worker.onerror = failed;
      worker.onmessage = ({ data }) => data.type === READY && ready();
      worker.postMessage({ type: SETUP, data: { ...index, options: { suggest: false } } });
    });
    worker.onmessage = ({ data }) => data.type === RESULT && list(data.data.items);
    return worker;
  }

  function list(groups) {
    const pages = groups.slice(0, MOST);
    found.replaceChildren(...pages.map((group) => entry(group[0])));
    const count = groups.length;
    said.textContent = count === 0 ? "Nothing found. Try another word, or phone us."
      : count > MOST ? `${count} pages found. Here are the first ${MOST}.`
      : count === 1 ? "1 page found." : `${count} pages found.`;
  }

  /* The engine marks what it found with <mark>; of everything else only the words are kept. */
  function marked(element, html) {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const texts = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT);
    let block = null;
    while (texts.nextNode()) {
      const inside = texts.currentNode.parentElement.closest("p, li, dt, dd, h1, h2, h3, h4, td, th, div, body");
      if (block && inside !== block) element.append(" ");
      block = inside;
      const words = texts.currentNode.textContent;
      const mark = texts.currentNode.parentElement.closest("mark") && document.createElement("mark");
      element.append(mark ? Object.assign(mark, { textContent: words }) : words);
    }
    return element;
  }

  function entry({ location, title, text }) {
    const item = document.createElement("li"), link = document.createElement("a");
    link.href = base + location;
    item.append(marked(link, title), marked(document.createElement("p"), text));
    return item;
  }

  async function search() {
    const query = words.value.trim();
    if (!query) { found.replaceChildren(); said.textContent = ""; return; }
    if (location.protocol === "file:") {
      said.textContent = "Search only works on the website, not in a copy on a computer. The list of all pages is at the end of each page.";
      return;
    }
    try {
      engine ??= start();
      (await engine).postMessage({ type: QUERY, data: query.split(/\s+/).map((word) => `${word}*`).join(" ") });
    } catch {
      engine = null;
      said.textContent = "Search does not work just now. The list of all pages is at the end of each page.";
    }
  }

  const open = () => { dialog.showModal(); words.focus(); };
  one("search-open").addEventListener("click", open);
  one("search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  found.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  /* In a box for searching, browsers take the first Escape for "empty the box". */
  words.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); }
  });
  dialog.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); search(); });
  words.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 200); });
})();
