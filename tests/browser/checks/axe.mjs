// axe-core: the rules of WCAG 2.2 A and AA and the common good practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sift } from '../exceptions.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colorRules = ['color-contrast', 'link-in-text-block'];

const EVERYTHING = { runOnly: { type: 'tag', values: tags }, rules: {}, without: [] };
// Only colours change when it gets dark; the other rules would say the same again. Of text in drawings axe never knows the
// ground, and looking for it takes half of its time: see svg-contrast.
const ONLY_COLOURS = { runOnly: { type: 'rule', values: colorRules }, rules: {}, without: ['svg'] };
const ASKED = {
  wide: EVERYTHING,
  // And only places change when it gets narrow.
  narrow: { ...EVERYTHING, rules: { 'color-contrast': { enabled: false } } },
};

/** Runs axe and leaves what it found in `suite.found`, the undecided among it. */
async function run({ runOnly, rules, without }) {
  const options = { runOnly, rules, resultTypes: ['violations', 'incomplete'], elementRef: true };
  const { violations, incomplete } = await axe.run({ include: [['html']], exclude: without.map((one) => [one]) }, options);
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
  states: ['wide', 'wideDark', 'narrow', 'more', 'moreDark'],
  async check(tab, state) {
    if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(source);
    await tab.evaluate(run, ASKED[state] ?? ONLY_COLOURS);
    return sift(tab, 'axe');
  },
};
