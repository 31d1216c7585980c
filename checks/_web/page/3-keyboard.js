"use strict";

// One step of the walk by keyboard: what has the focus, and whether it can be seen to have it.
Object.assign(window.look, (() => {
	const look = window.look;
	let list = [], before = null;

	const add = () => {
		for (const element of look.operable()) {
			if (!list.includes(element)) {
				list.push(element);
			}
		}
		return list.length;
	};
	// A part at the end that had the focus and is gone is where the next Tab starts: it comes in
	// from the top, as for somebody who has just opened the page.
	const start = () => {
		const end = document.createElement("span");
		end.tabIndex = -1;
		document.body.append(end);
		end.focus({preventScroll: true});
		end.remove();
		scrollTo(0, 0);
		list = [];
		before = null;
		return add();
	};

	const focused = () => {
		let element = document.activeElement;
		while (element?.shadowRoot?.activeElement) {
			element = element.shadowRoot.activeElement;
		}
		return element && element !== document.body && element !== document.documentElement ? element : null;
	};

	// How many of five points of the part that is in the window are its own; 0 where it is not there.
	const uncovered = (element, box) => {
		const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
		const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
		if (right - left < 1 || bottom - top < 1) {
			return 0;
		}
		const points = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]];
		return points.filter(([along, down]) => {
			const hit = document.elementFromPoint(left + along * (right - left), top + down * (bottom - top));
			return hit && (element.contains(hit) || hit.contains(element) || hit.closest("label")?.control === element);
		}).length;
	};

	const signature = element => {
		const style = getComputedStyle(element), parent = getComputedStyle(element.parentElement ?? element);
		const looks = ["outlineStyle", "outlineWidth", "outlineColor", "outlineOffset", "boxShadow",
			"borderTopColor", "borderTopWidth", "borderBottomColor", "borderBottomWidth", "backgroundColor",
			"color", "textDecorationLine", "display"];
		const ground = look.behind(element.parentElement ?? element);
		return [element.localName, element.className, parent.display, ground ? ground.toHexString() : "picture",
			...looks.map(key => style[key])].join("|");
	};

	const stop = () => {
		const element = focused();
		if (!element) {
			before = null;
			return null;
		}
		const box = element.getBoundingClientRect();
		const backwards = before && before !== element && before.isConnected &&
			Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) &&
			!before.contains(element);
		const told = {
			at: list.indexOf(element), name: look.name(element), where: look.where(element),
			kind: element.localName, box: [box.left, box.top, box.width, box.height],
			seen: look.shown(element) ? uncovered(element, box) : 0,
			signature: signature(element),
			backwards: Boolean(backwards), previous: before ? look.name(before) : "",
			closed: element.localName === "summary" && !element.parentElement.open,
		};
		before = element;
		return told;
	};

	// Take the focus away, to see the difference, and give it back.
	let held = null;
	const leave = () => {
		held = focused();
		held?.blur();
	};
	const back = () => held?.focus({preventScroll: true, focusVisible: true});

	const missed = reached => list.map((element, at) => ({element, at})).filter(({element, at}) =>
		!reached.includes(at) && element.isConnected && look.shown(element) && !look.disabled(element) &&
		// Of several choices of one kind, the arrow keys reach the others.
		!(element.type === "radio" && element.name &&
			list.some((other, to) => reached.includes(to) && other.name === element.name)) &&
		!element.closest("[role=menu], [role=tablist], [role=radiogroup], [role=toolbar], [role=listbox]"))
		.map(({element}) => ({name: look.name(element), where: look.where(element)}));

	// The way past the menu: is it there, can it be seen, and where does it lead?
	const skip = () => {
		const element = focused(), main = document.querySelector("main, [role=main]");
		const links = main ? look.operable().filter(one => !element?.isSameNode(one) &&
			main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING) : [];
		const target = element?.localName === "a" && element.hash && element.pathname === location.pathname ?
			document.getElementById(decodeURIComponent(element.hash.slice(1))) : null;
		const box = element?.getBoundingClientRect();
		return {
			needed: links.length > 3,
			leads: Boolean(target && main && (target === main || main.contains(target) || target.contains(main))),
			seen: Boolean(element && look.shown(element) && uncovered(element, box) >= 3),
		};
	};
	const past = () => {
		const element = focused(), main = document.querySelector("main, [role=main]");
		const beyond = look.operable().filter(one => one.tabIndex >= 0 && (main.contains(one) ||
			main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING));
		// Where nothing further can be reached the keyboard begins again at the top.
		return !beyond.length || !element || element === main || main.contains(element) ||
			Boolean(main.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
	};

	return {add, back, leave, missed, past, skip, start, stop};
})());
