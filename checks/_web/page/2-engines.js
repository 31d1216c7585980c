"use strict";

// axe-core and AccessLint, with every rule that is about people: A, AA, AAA and good practice.
Object.assign(window.look, {
	axe: async () => {
		const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
		const found = await axe.run(document, {
			runOnly: {type: "tag", values: tags},
			rules: {
				"color-contrast-enhanced": {enabled: true},
				"target-size": {enabled: true},
				// Links of one name are read from the files, where other pages can be seen as well.
				"identical-links-same-purpose": {enabled: false},
			},
			iframes: false,
		});
		const list = kind => found[kind].flatMap(({id, help, nodes}) => nodes.map(node => ({
			id, help, selector: node.target.flat(9).join(" "),
			colours: node.any?.find(check => check.data?.fgColor)?.data ?? null})));
		const ran = ["passes", "violations", "incomplete", "inapplicable"]
			.reduce((sum, kind) => sum + found[kind].length, 0);
		return {ran, version: found.testEngine.version, faults: list("violations"), unsure: list("incomplete")};
	},

	accesslint: () => {
		AccessLint.clearAllCaches();
		const found = AccessLint.runAudit(document);
		return {
			ran: found.ruleCount - found.skippedRules.length,
			version: AccessLint.version,
			faults: found.violations.map(({ruleId, message, selector}) => ({id: ruleId, help: message, selector})),
		};
	},
});
