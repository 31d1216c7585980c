"use strict";

// What the walks ask of a page. It runs inside the page and changes nothing in it, but for style
// sheets that are laid over it and taken off again. `look` is the only name that it adds.
window.look = (() => {
	const OPERABLE = "a[href], button, input:not([type=hidden]), select, textarea, summary, " +
		"[tabindex], [onclick], [role=button], [role=link], [contenteditable=''], " +
		"[contenteditable=true], audio[controls], video[controls], iframe";
	const NATIVE = "a[href], button, input, select, textarea, summary, audio, video, iframe";

	const shown = element => {
		const box = element.getBoundingClientRect();
		return box.width > 0 && box.height > 0 && element.checkVisibility({
			checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: false});
	};
	const tidy = words => String(words ?? "").replace(/\s+/g, " ").trim();
	const cut = words => tidy(words).length > 60 ? `${tidy(words).slice(0, 59)}…` : tidy(words);

	// What people would call it: its label, its words, what its picture shows, or what it is.
	const name = element => cut(element.getAttribute("aria-label") || element.innerText ||
		[...element.querySelectorAll("img, svg title")].map(one => one.alt || one.textContent).join(" ") ||
		element.getAttribute("placeholder") || element.value || element.title) ||
		`<${element.localName}>`;

	// The shortest way from a part with a name of its own, for a developer to find it.
	const where = element => {
		const steps = [];
		for (let one = element; one && one !== document.documentElement; one = one.parentElement) {
			if (one.id) {
				steps.unshift(`#${CSS.escape(one.id)}`);
				break;
			}
			const same = one.parentElement ? [...one.parentElement.children]
				.filter(other => other.localName === one.localName) : [one];
			const place = same.length > 1 ? `:nth-of-type(${same.indexOf(one) + 1})` : "";
			steps.unshift(one.localName + place);
			if (["body", "main", "header", "footer"].includes(one.localName)) {
				break;
			}
		}
		return steps.join(" > ");
	};

	const disabled = element => element.matches(":disabled, [inert] *, [inert], [aria-disabled=true]");
	// What can be pressed, or looks as if it could; a part that can only be sent the focus can't.
	const operable = () => [...document.querySelectorAll(OPERABLE)].filter(element =>
		shown(element) && !disabled(element) &&
		(element.tabIndex >= 0 || element.matches(NATIVE) || element.hasAttribute("onclick") ||
			/^(button|link)$/.test(element.getAttribute("role") ?? "")) &&
		!(element.localName === "summary" && element.parentElement.localName !== "details"));

	// Every piece of words that is drawn, with the boxes of its lines. SVG pictures are pictures.
	const texts = (root = document.body) => {
		const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), found = [];
		const range = document.createRange();
		while (walker.nextNode()) {
			const owner = walker.currentNode.parentElement;
			if (!tidy(walker.currentNode.data) || owner.closest("svg, script, style, noscript, option") ||
				!owner.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) {
				continue;
			}
			range.selectNodeContents(walker.currentNode);
			const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1);
			if (boxes.length) {
				found.push({words: cut(walker.currentNode.data), owner, boxes});
			}
		}
		return found;
	};

	// Hidden from the eye on purpose, for people who listen.
	const unseen = element => {
		for (let one = element; one && one !== document.body; one = one.parentElement) {
			const style = getComputedStyle(one), box = one.getBoundingClientRect();
			const clipped = /^rect\(|^inset\(50%|^inset\(100%/.test(
				style.clip !== "auto" ? style.clip : style.clipPath);
			if ((clipped || box.width <= 1 || box.height <= 1) && style.position === "absolute") {
				return true;
			}
			if (style.position === "absolute" && (box.right < 0 || box.bottom + scrollY < 0)) {
				return true;
			}
		}
		return false;
	};
	const floating = element => {
		for (let one = element; one && one !== document.body; one = one.parentElement) {
			if (/fixed|sticky/.test(getComputedStyle(one).position)) {
				return true;
			}
		}
		return false;
	};

	// Two frames: until then a page may not have been drawn as it was asked to be.
	const settled = () => new Promise(done =>
		requestAnimationFrame(() => requestAnimationFrame(() => done(true))));
	const sheets = new Map();
	const lay = (key, css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		sheets.set(key, sheet);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
	};
	const lift = key => {
		document.adoptedStyleSheets = document.adoptedStyleSheets.filter(one => one !== sheets.get(key));
	};
	const still = () => lay("still",
		"*, ::before, ::after { transition: none !important; animation: none !important; " +
		"scroll-behavior: auto !important; caret-color: transparent !important }");

	// axe's own reckoning of colours; null where a colour can't be read.
	const colour = css => {
		try {
			const read = new axe.commons.color.Color();
			read.parseString(css);
			return read;
		} catch {
			return null;
		}
	};
	// The colour behind an element, as far as it is one colour; null over a picture.
	const behind = (element, ground = "rgb(255, 255, 255)", printed = () => true) => {
		for (let one = element; one; one = one.parentElement) {
			const style = getComputedStyle(one);
			if (printed(style)) {
				if (style.backgroundImage !== "none") {
					return null;
				}
				const read = colour(style.backgroundColor);
				if (read && read.alpha === 1) {
					return read;
				}
				if (read && read.alpha > 0) {
					return null;
				}
			}
		}
		return colour(ground);
	};
	const ratio = (one, other) => axe.commons.color.getContrast(one, other);

	const proof = () => {
		const range = document.createRange();
		range.selectNodeContents(document.body);
		return {
			drawn: Math.max(0, ...[...range.getClientRects()].map(box => box.width)),
			status: performance.getEntriesByType("navigation")[0]?.responseStatus ?? 0,
			width: innerWidth,
			dark: matchMedia("(prefers-color-scheme: dark)").matches,
			words: document.body.innerText.trim().length,
		};
	};

	return {behind, colour, cut, disabled, floating, lay, lift, name, operable, proof, ratio, settled,
		shown, still, texts, tidy, unseen, where};
})();
