"use strict";

// What becomes of the page on a small screen, with larger letters, in other colours, on paper.
Object.assign(window.look, (() => {
	const look = window.look;
	const told = (element, more = {}) => ({what: look.name(element), where: look.where(element), ...more});
	const LEAST = 44; // CSS pixels: WCAG 2.5.5

	const sideways = () => {
		const room = document.documentElement.clientWidth;
		const wide = document.documentElement.scrollWidth - room;
		if (wide <= 1) {
			return [];
		}
		const culprit = [...document.body.querySelectorAll("*")]
			.find(element => element.getBoundingClientRect().right > room + 1);
		return [{wide: String(wide), where: culprit ? look.where(culprit) : ""}];
	};

	// Words that a box cuts off. What is hidden for people who listen is no loss.
	const clipped = () => look.texts().flatMap(({words, owner, boxes}) => {
		for (let one = owner; one && one !== document.documentElement; one = one.parentElement) {
			const style = getComputedStyle(one);
			const across = /hidden|clip/.test(style.overflowX), down = /hidden|clip/.test(style.overflowY);
			if (style.position === "fixed" || look.unseen(one)) {
				return [];
			}
			if (across || down) {
				const edge = one.getBoundingClientRect();
				const lost = boxes.some(box => (across && (box.right > edge.right + 2 || box.left < edge.left - 2)) ||
					// The box of a line is higher than its letters.
					(down && (box.bottom - box.height / 4 > edge.bottom || box.top + box.height / 4 < edge.top)));
				if (lost || (across && style.textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth + 1)) {
					return [{what: words, where: look.where(owner)}];
				}
			}
			if (one !== owner && /auto|scroll/.test(style.overflowX + style.overflowY)) {
				return [];
			}
		}
		return [];
	});

	// Words that lie over other words.
	const overlapping = () => {
		const lines = look.texts().filter(({owner}) => !look.unseen(owner) && !look.floating(owner))
			.flatMap(text => text.boxes.map(box => ({...text, box})))
			.sort((one, other) => one.box.top - other.box.top);
		const found = [];
		for (let first = 0; first < lines.length && found.length < 5; first += 1) {
			const one = lines[first];
			for (let next = first + 1; next < lines.length; next += 1) {
				const other = lines[next];
				const least = Math.min(one.box.height, other.box.height);
				if (other.box.top > one.box.bottom - least * .3) {
					break;
				}
				const along = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
				const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
				if (along > 4 && down > least * .3 && one.owner !== other.owner &&
					!one.owner.contains(other.owner) && !other.owner.contains(one.owner)) {
					found.push({what: one.words, over: other.words, where: look.where(other.owner)});
				}
			}
		}
		return found;
	};

	// The two settings of WCAG: 1.4.12's spaces, and letters of twice the size (1.4.4).
	const SPACES = "* { line-height: 1.5 !important; letter-spacing: .12em !important; " +
		"word-spacing: .16em !important } p { margin-bottom: 2em !important }";
	const spaced = () => look.lay("spaces", SPACES);
	const unspaced = () => look.lift("spaces");
	let sizes = [];
	const doubled = () => {
		const elements = [...document.body.querySelectorAll("*")].filter(one => one instanceof HTMLElement);
		sizes = elements.map(one => [one, one.style.getPropertyValue("font-size"),
			one.style.getPropertyPriority("font-size"), parseFloat(getComputedStyle(one).fontSize)]);
		for (const [one, , , size] of sizes) {
			one.style.setProperty("font-size", `${size * 2}px`, "important");
		}
	};
	const undoubled = () => {
		for (const [one, size, priority] of sizes) {
			one.style.setProperty("font-size", size, priority);
			if (!one.getAttribute("style")) {
				one.removeAttribute("style");
			}
		}
	};

	// A link in a sentence can't be larger than its line: WCAG leaves it out.
	const inSentence = element => {
		if (!getComputedStyle(element).display.startsWith("inline")) {
			return false;
		}
		const block = element.closest("p, li, dd, dt, td, th, figcaption, blockquote, div, section");
		return Boolean(block) && look.tidy(block.innerText).length > look.tidy(element.innerText).length + 3;
	};
	const small = () => look.operable().filter(element => !look.unseen(element)).flatMap(element => {
		const label = element.labels?.[0]?.getBoundingClientRect();
		const own = element.getBoundingClientRect();
		const width = Math.max(own.width, label?.width ?? 0), height = Math.max(own.height, label?.height ?? 0);
		if ((width >= LEAST - .5 && height >= LEAST - .5) || inSentence(element)) {
			return [];
		}
		// What can be pressed may be larger than the box: the points at its edges tell.
		element.scrollIntoView({block: "center", inline: "nearest"});
		const box = element.getBoundingClientRect(), reach = LEAST / 2 - 1;
		const middle = [box.left + box.width / 2, box.top + box.height / 2];
		const hits = [[-reach, 0], [reach, 0], [0, -reach], [0, reach]].every(([along, down]) => {
			const hit = document.elementFromPoint(middle[0] + along, middle[1] + down);
			return hit && (element.contains(hit) || hit.closest("label")?.control === element);
		});
		return hits ? [] : [told(element, {size: `${Math.floor(width)} by ${Math.floor(height)}`})];
	});

	// Without styles a page is read as it is written: it must be written as it is seen.
	const order = () => {
		const main = document.querySelector("main, [role=main]") ?? document.body;
		const blocks = [];
		for (const {owner} of look.texts(main)) {
			const block = owner.closest("p, li, h1, h2, h3, h4, h5, h6, dt, dd, figcaption, blockquote, summary") ?? owner;
			if (!blocks.includes(block) && !look.unseen(block) && !look.floating(block) && !block.closest("td, th")) {
				blocks.push(block);
			}
		}
		const boxes = blocks.map(block => block.getBoundingClientRect());
		const rtl = getComputedStyle(main).direction === "rtl";
		for (let first = 0; first < blocks.length; first += 1) {
			for (let next = first + 1; next < Math.min(blocks.length, first + 60); next += 1) {
				const [one, other] = [boxes[first], boxes[next]];
				const column = Math.min(one.right, other.right) - Math.max(one.left, other.left) > 8;
				const row = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > Math.min(one.height, other.height) / 2;
				const siblings = blocks[first].parentElement === blocks[next].parentElement ||
					blocks[first].parentElement.parentElement === blocks[next].parentElement.parentElement;
				const above = column && other.bottom <= one.top + 1;
				const aside = row && siblings && (rtl ? other.left >= one.right - 1 : other.right <= one.left + 1);
				if ((above || aside) && !blocks[first].contains(blocks[next])) {
					return [{what: look.name(blocks[first]), after: look.name(blocks[next]), where: look.where(blocks[next])}];
				}
			}
		}
		return [];
	};

	// A table of rows and columns in which no cell heads any other.
	const headless = () => [...document.querySelectorAll("table:not([role=presentation], [role=none])")]
		.filter(table => look.shown(table) && table.rows.length > 1 && table.rows[0].cells.length > 1 &&
			!table.querySelector("th, [role=columnheader], [role=rowheader]"))
		.map(table => ({what: "A table has no heading cells.", where: look.where(table)}));

	// In the few colours that a reader has chosen: words, icons, and what shows the focus.
	const forced = () => {
		const pale = look.texts().filter(({owner}) => !look.unseen(owner)).flatMap(({words, owner}) => {
			const style = getComputedStyle(owner);
			const [fill, ground] = [look.colour(style.color), look.behind(owner, "Canvas")];
			return fill && ground && look.ratio(ground, fill) < 4.5 ? [{what: words, where: look.where(owner)}] : [];
		});
		const held = document.activeElement;
		const blurred = element => {
			const style = getComputedStyle(element);
			return [style.borderTopWidth, style.borderBottomWidth, style.borderTopColor, style.textDecorationLine, style.color].join();
		};
		const faint = look.operable().filter(element => element.tabIndex >= 0).flatMap(element => {
			element.blur();
			const before = blurred(element);
			element.focus({preventScroll: true, focusVisible: true});
			const style = getComputedStyle(element);
			const outline = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
			return document.activeElement !== element || outline || blurred(element) !== before ? [] :
				[told(element, {where: look.where(element)})];
		});
		document.activeElement?.blur();
		held?.focus?.({preventScroll: true});
		return {pale, faint};
	};

	const moving = () => {
		const longest = list => Math.max(0, ...list.split(",").map(time => parseFloat(time) * (/ms/.test(time) ? .001 : 1)));
		const MOVES = /^(all|transform|translate|scale|rotate|top|left|right|bottom|inset|width|height|margin.*|max-.*)$/;
		const found = [...document.querySelectorAll("*")].filter(element => {
			const style = getComputedStyle(element);
			const animated = style.animationName !== "none" && longest(style.animationDuration) > .01;
			const glides = style.transitionProperty.split(/, */).some(one => MOVES.test(one)) &&
				longest(style.transitionDuration) > .01;
			return look.shown(element) && (animated || glides || element.localName === "marquee" ||
				(element.localName === "video" && element.autoplay));
		}).map(element => told(element));
		const smooth = getComputedStyle(document.documentElement).scrollBehavior === "smooth";
		return smooth ? [{what: "The page", where: "html"}, ...found] : found;
	};

	// Every block of the main part that can be seen, by its words without those of its links: on
	// paper a link back to the text is no use.
	const unlinked = element => {
		const copy = element.cloneNode(true);
		for (const link of copy.querySelectorAll("a, br")) {
			link.replaceWith(link.localName === "br" ? " " : "");
		}
		return look.tidy(copy.textContent);
	};
	const words = () => {
		const main = document.querySelector("main, [role=main]") ?? document.body;
		return [...main.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, td, th, img[alt]:not([alt=''])")]
			.filter(element => look.shown(element) && !look.unseen(element) && !element.closest("nav, form, dialog"))
			.map(element => element.localName === "img" ? look.tidy(element.alt) : unlinked(element))
			.filter(Boolean);
	};
	// Every page and document of this site that can be reached; a closed <details> opens without help.
	const ways = () => [...new Set([...document.querySelectorAll("a[href]")]
		.filter(link => (look.shown(link) || link.closest("details:not([open])")) && link.origin === location.origin)
		.map(link => link.pathname))];
	const idle = () => [...document.querySelectorAll("button, [role=button], input[type=button]")]
		.filter(element => look.shown(element) && !element.closest("form") && !look.disabled(element) &&
			!element.hasAttribute("popovertarget") && !element.hasAttribute("commandfor"))
		.map(element => told(element));

	// On paper nothing is behind the words, unless the page insists.
	const faded = () => look.texts().flatMap(({words: said, owner}) => {
		const style = getComputedStyle(owner);
		const ground = look.behind(owner, "rgb(255, 255, 255)", one => one.printColorAdjust === "exact");
		const ink = look.colour(style.color);
		return ink && ground && look.ratio(ground, ink) < 7 ? [{what: said, where: look.where(owner)}] : [];
	});

	return {clipped, doubled, faded, forced, headless, idle, moving, order, overlapping, sideways, small, spaced,
		undoubled, unspaced, ways, words};
})());
