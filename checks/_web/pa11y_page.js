"use strict";

// A third runner for pa11y, beside its own axe and htmlcs. It runs inside each page and says
// what the others can't: that the page was really drawn, at the width that was asked for; which
// of its files are missing or come from elsewhere; whether it scrolls sideways; and that axe runs
// in it at all, which a page without faults doesn't show.

module.exports = {
	supports: "^9.0.0",
	scripts: [],
	// Pa11y copies this function into the page as text, so it can use nothing from outside.
	run: async () => {
		const PROOF = ["document-title", "html-has-lang"];
		const issue = (code, type, message, element = null, runnerExtras = {}) =>
			({code, type, message, element, runnerExtras});

		const drawnWidth = () => {
			const range = document.createRange();
			range.selectNodeContents(document.body);
			return [...range.getClientRects()].reduce((most, box) => Math.max(most, box.width), 0);
		};

		const files = () => {
			const seen = performance.getEntriesByType("resource");
			const foreign = seen.filter(file => /^(https?|wss?):/.test(file.name) &&
				new URL(file.name).origin !== location.origin);
			const missing = seen.filter(file => file.responseStatus >= 400);
			return [
				...foreign.map(file => issue("page-foreign", "error", file.name)),
				...missing.map(file => issue("page-missing", "error", file.name)),
			];
		};

		const sideways = () => {
			const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
			if (wide <= 1) {
				return [];
			}
			const edge = document.documentElement.clientWidth + 1;
			const culprit = [...document.body.querySelectorAll("*")]
				.find(element => element.getBoundingClientRect().right > edge);
			return [issue("page-sideways", "error", String(wide), culprit)];
		};

		const provenAxe = async () => {
			// Axe runs once at a time, and pa11y has just started it.
			for (let tries = 0; ; tries += 1) {
				try {
					return await window.axe.run(document, {runOnly: {type: "rule", values: PROOF}});
				} catch (error) {
					if (tries > 4000 || !/already running/i.test(String(error))) {
						throw error;
					}
					await new Promise(resolve => setTimeout(resolve, 5));
				}
			}
		};

		const found = await provenAxe();
		const proof = {
			axe: ["passes", "violations", "incomplete", "inapplicable"].reduce(
				(sum, kind) => sum + found[kind].filter(({id}) => PROOF.includes(id)).length, 0),
			drawn: drawnWidth(),
			status: performance.getEntriesByType("navigation")[0].responseStatus,
			width: window.innerWidth,
			words: document.body.innerText.trim().length,
		};
		return [
			issue("page-proof", "notice", JSON.stringify(proof)),
			...files(), ...sideways(),
		];
	},
};
