/* Easy Read, read aloud sentence by sentence with the browser's own voice. Without this file, or
   without a voice, the page is whole: the buttons are made here. */
(() => {
  const easy = document.querySelector(".easy");
  const voices = window.speechSynthesis;
  if (!easy || !voices || !window.SpeechSynthesisUtterance) return;

  const SPEEDS = [["slow", 0.65], ["normal", 0.9], ["fast", 1.2]];
  const PATIENCE = 5000; /* milliseconds in which a voice must have begun */
  const ICONS = {
    play: "M7 4v16l13-8z",
    pause: "M6 4h4v16H6zm8 0h4v16h-4z",
    stop: "M5 5h14v14H5z",
    back: "M19 5v14L9 12zM5 5h3v14H5z",
    next: "M5 5v14l10-7zM16 5h3v14h-3z",
    speak: "M3 9v6h4l5 5V4L7 9zm12-1.5a6 6 0 0 1 0 9zM15 3a9.3 9.3 0 0 1 0 18v-2.2a7 7 0 0 0 0-13.6z",
  };
  const language = (document.documentElement.lang || "en").toLowerCase();
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  /* What is read: each heading, then each sentence below it. A part is from one place to another. */
  const lines = [...easy.querySelectorAll("h2, .easy-words p")].filter((line) => !line.closest("nav"));
  const last = lines.length - 1;
  let at = -1, end = last, alone = null, speed = 1, turn = 0, reading = false, waiting = 0;
  let spoken = null; /* kept, or browsers throw a sentence away before they say that it ended */

  /* Elements */
  function icon(name) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", ICONS[name]);
    svg.append(path);
    return svg;
  }
  function button(name, words, action) {
    const made = document.createElement("button");
    made.type = "button";
    dress(made, name, words);
    made.addEventListener("click", action);
    return made;
  }
  function dress(made, name, words) {
    const label = document.createElement("span");
    label.textContent = words;
    made.replaceChildren(...(name ? [icon(name)] : []), label);
  }
  const main = button("speak", "Read aloud", () => (reading ? pause() : at < 0 ? start(0, last, null) : read(at)));
  const only = [
    button("stop", "Stop", () => stop("Stopped.")),
    button("back", "Back", () => move(-1)),
    button("next", "Next", () => move(1)),
    button("", "Slower", () => pace(-1)),
    button("", "Faster", () => pace(1)),
  ];
  const [slower, faster] = only.slice(3);
  const how = document.createElement("span");
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "aloud";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", "Read aloud");
  bar.append(main, ...only, how, told);
  const place = document.createElement("div");
  place.className = "aloud-place";
  place.append(bar);
  main.className = "aloud-main";
  how.className = "aloud-speed";

  /* Each part has a button of its own, where there are several. */
  const parts = [...easy.querySelectorAll(":scope > section")].map((part) => {
    const mine = lines.filter((line) => part.contains(line));
    const [first, final] = [lines.indexOf(mine[0]), lines.indexOf(mine.at(-1))];
    const own = button("speak", "", () => (part === alone ? stop("Stopped.") : start(first, final, part)));
    const heading = part.querySelector("h2");
    own.className = "aloud-part";
    return { part, own, title: said(heading), above: heading.closest(".easy-opening") || heading };
  });

  /* What is seen: the sentence, the names of the buttons, the bar at the foot while it reads. */
  function show(news) {
    for (const line of easy.querySelectorAll(".aloud-now")) line.classList.remove("aloud-now");
    if (at >= 0) lines[at].classList.add("aloud-now");
    document.documentElement.toggleAttribute("data-aloud", at >= 0);
    if (reading) dress(main, "pause", "Pause");
    else if (at >= 0) dress(main, "play", "Go on");
    else dress(main, "speak", "Read aloud");
    for (const one of only) one.hidden = at < 0;
    how.hidden = at < 0;
    how.textContent = `Speed: ${SPEEDS[speed][0]}`;
    slower.setAttribute("aria-disabled", String(speed === 0));
    faster.setAttribute("aria-disabled", String(speed === SPEEDS.length - 1));
    for (const { part, own, title } of parts) {
      const more = document.createElement("span");
      more.className = "unseen";
      more.textContent = ` ${title}`;
      dress(own, part === alone ? "stop" : "speak", part === alone ? "Stop reading" : "Read this part");
      own.append(more);
    }
    told.textContent = news; /* empty while a voice speaks: two voices at once help nobody */
  }
  function follow(line) {
    const whole = line.closest(".easy-row, .easy-opening") || line;
    const box = whole.getBoundingClientRect();
    const room = innerHeight - bar.offsetHeight;
    if (box.top >= 0 && box.bottom <= room) return;
    (box.height > room ? line : whole).scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
  }

  /* The voice. One sentence at a time: some browsers fall silent after a quarter of a minute. */
  function voice() {
    const all = voices.getVoices().map((one) => ({ one, tongue: one.lang.toLowerCase().replace("_", "-") }));
    const base = language.split("-")[0];
    const ours = all.filter(({ tongue }) => tongue.split("-")[0] === base);
    const same = ours.filter(({ tongue }) => tongue === language);
    const best = same.length ? same : ours;
    return (best.find(({ one }) => one.localService) || best[0])?.one;
  }
  function said(line) {
    const copy = line.cloneNode(true);
    /* A phone number is said digit by digit, with a pause after each group. */
    for (const one of copy.querySelectorAll("a[href^='tel:']")) {
      one.textContent = one.textContent.trim().split(/\s+/).map((group) => [...group].join(" ")).join(", ");
    }
    for (const one of copy.querySelectorAll(".number")) one.append(".");
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function read(number) {
    const mine = ++turn;
    const sentence = new SpeechSynthesisUtterance(said(lines[number]));
    const failed = () => mine === turn && stop("Your device can’t read this aloud. Ask someone to read it with you.");
    sentence.voice = voice() || null;
    sentence.lang = sentence.voice?.lang || language;
    sentence.rate = SPEEDS[speed][1];
    sentence.onstart = () => clearTimeout(waiting);
    sentence.onend = () => mine === turn && (number < end ? read(number + 1) : stop("That is the end."));
    sentence.onerror = failed;
    hush();
    at = number;
    reading = true;
    waiting = setTimeout(failed, PATIENCE);
    show("");
    follow(lines[number]);
    spoken = sentence;
    voices.speak(spoken);
  }
  function hush() {
    clearTimeout(waiting);
    if (voices.speaking || voices.pending) voices.cancel();
  }
  function start(first, final, part) {
    [end, alone] = [final, part];
    read(first);
  }
  /* Going on says the sentence again from its start: half a sentence is hard to follow, and on
     some phones a voice that was paused never speaks again. */
  function pause() {
    turn += 1;
    hush();
    reading = false;
    show("Paused.");
  }
  function stop(news) {
    turn += 1;
    hush();
    [at, end, alone] = [-1, last, null];
    reading = false;
    show(news);
  }
  function move(by) {
    const to = Math.max(0, Math.min(last, at + by));
    if (alone && !alone.contains(lines[to])) [end, alone] = [last, null];
    if (reading) read(to);
    else { at = to; show("Paused."); follow(lines[at]); }
  }
  function pace(by) {
    const to = Math.max(0, Math.min(SPEEDS.length - 1, speed + by));
    if (to === speed) return;
    speed = to;
    if (reading) read(at); else show(`Speed: ${SPEEDS[speed][0]}.`);
  }

  /* Voices may come late, and not every browser says so. Without one in the language, no buttons. */
  let tries = 0;
  function offer() {
    if (place.isConnected) return;
    if (!voice()) { if (tries++ < 20) setTimeout(offer, 250); return; }
    const before = easy.querySelector(".easy-cover, h2");
    before.after(place);
    for (const { own, above } of parts) above.after(own);
    show("");
  }
  voices.addEventListener?.("voiceschanged", offer);
  offer();

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && at >= 0 && !document.querySelector("dialog[open], details[open]")) stop("Stopped.");
  });
  addEventListener("pagehide", () => at >= 0 && stop(""));
})();
