// axe-core: the rules of WCAG 2.2 A and AA and the common good practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sift } from '../exceptions.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colorRules = ['color-contrast', 'link-in-text-block'];

/** Runs axe and leaves what it found in `suite.found`, the undecided among it. */
async function run(runOnly) {
  const { violations, incomplete } = await axe.run(document, { runOnly, resultTypes: ['violations', 'incomplete'], elementRef: true });
  const told = (rule, node) => ({ rule: rule.id, element: node.element, fault: node.failureSummary.replace(/\s+/g, ' ').slice(0, 200) });
  suite.found = violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node)));
  for (const rule of incomplete) {
    for (const node of rule.nodes) {
      // axe gives up on symbols, on short words and where something lies over something, and calls 1:1 “incomplete”. There we
      // compute: text of HTML here, text of drawings in svg-contrast. What else axe leaves open is a finding until it is closed.
      if (rule.id !== 'color-contrast') suite.found.push(told(rule, node));
      else if (!(node.element instanceof SVGElement) && suite.textContrast(node.element) < 4.5) suite.found.push(told(rule, node));
    }
  }
}

export default {
  name: 'axe',
  states: ['wide', 'wideDark', 'narrow', 'narrowDark', 'more', 'moreDark'],
  async check(tab, state) {
    if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(source);
    // Only colours change when it gets dark; the other rules would say the same again.
    const all = ['wide', 'narrow'].includes(state);
    await tab.evaluate(run, all ? { type: 'tag', values: tags } : { type: 'rule', values: colorRules });
    return sift(tab, 'axe');
  },
};
