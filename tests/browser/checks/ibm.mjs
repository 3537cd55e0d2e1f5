// IBM's accessibility-checker-engine: its rules of WCAG 2.2 and its own good practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { noteRules, notRun, sift } from '../exceptions.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');

/** Runs the engine and leaves failures and what it holds for possible in `suite.found`; answers which rules it has. */
async function run({ without, only }) {
  const checker = new ace.Checker();
  const policies = ['WCAG_2_2', 'IBM_Accessibility'];
  for (const policy of policies) {
    checker.rulesetRules[policy] = checker.rulesetRules[policy].filter((rule) => !without.includes(rule) && (!only || only.includes(rule)));
  }
  const report = await checker.check(document, policies);
  // MANUAL tells what only a person can judge; that list stands in docs/, once, and not on each page.
  suite.found = report.results
    .filter((one) => ['FAIL', 'POTENTIAL'].includes(one.value[1]))
    .map((one) => ({
      rule: one.ruleId,
      element: document.evaluate(one.path.dom, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue,
      fault: one.message.replace(/\s+/g, ' ').slice(0, 200),
    }));
  return checker.engine.getRulesIds();
}

export default {
  name: 'ibm',
  states: ['wide', 'wideDark', 'more'],
  async check(tab, state) {
    if (!(await tab.evaluate(() => 'ace' in globalThis))) await tab.evaluate(source);
    const only = state === 'wide' ? null : ['text_contrast_sufficient'];
    noteRules('ibm', await tab.evaluate(run, { without: notRun('ibm'), only }));
    return sift(tab, 'ibm');
  },
};
