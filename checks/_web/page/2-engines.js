"use strict";

// axe-core and AccessLint, with every rule that is about people: A, AA, AAA and good practice.
// Of axe's rules, those whose answer depends on colours and sizes. All others depend on what there
// is and what of it is shown: where that is the same as before, so are their answers.
const OF_STYLE = ["color-contrast", "color-contrast-enhanced", "link-in-text-block",
	"scrollable-region-focusable", "target-size"];
const before = new Map();
const state = () => document.documentElement.outerHTML + [...document.querySelectorAll("*")]
	.map(element => Number(window.look.shown(element))).join("");

Object.assign(window.look, {
	axe: async () => {
		const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
		const now = state(), known = before.get(now);
		const found = await axe.run(document, {
			runOnly: known ? {type: "rule", values: OF_STYLE} : {type: "tag", values: tags},
			rules: known ? {} : {
				"color-contrast-enhanced": {enabled: true},
				"target-size": {enabled: true},
				// Links of one name are read from the files, where other pages can be seen as well.
				"identical-links-same-purpose": {enabled: false},
			},
			// Of what is sound only the rules are told, not each of hundreds of places.
			resultTypes: ["violations", "incomplete"],
			iframes: false,
		});
		const list = kind => found[kind].flatMap(({id, help, nodes}) => nodes.map(node => ({
			id, help, selector: node.target.flat(9).join(" ")})));
		const ran = ["passes", "violations", "incomplete", "inapplicable"].flatMap(kind => found[kind]);
		const rules = new Set(ran.map(({id}) => id));
		// How many rules hold for what is shown: those of style just now, the others then or now.
		const holds = OF_STYLE.every(id => rules.has(id)) ? known ?? rules.size : 0;
		before.set(now, holds);
		return {ran: holds, faults: list("violations"), unsure: list("incomplete")};
	},

	accesslint: () => {
		AccessLint.clearAllCaches();
		const found = AccessLint.runAudit(document);
		return {
			ran: found.ruleCount - found.skippedRules.length,
			faults: found.violations.map(({ruleId, message, selector}) => ({id: ruleId, help: message, selector})),
		};
	},
});
