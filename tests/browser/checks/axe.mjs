// axe-core: the rules of WCAG 2.2 A and AA and the common good practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const colorRules = ['color-contrast', 'link-in-text-block'];

export default {
  name: 'axe',
  states: ['wide', 'wideDark', 'narrow', 'narrowDark'],
  async check(tab, state) {
    if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(source);
    // Only colours change when it gets dark; the other rules would say the same again.
    const runOnly = state.endsWith('Dark') ? { type: 'rule', values: colorRules } : { type: 'tag', values: tags };
    return tab.evaluate(async (runOnly) => {
      const result = await axe.run(document, {
        runOnly,
        resultTypes: ['violations', 'incomplete'],
      });
      const told = (rule, node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\s+/g, ' ').slice(0, 200)}`;
      return [
        ...result.violations.flatMap((rule) => rule.nodes.map((node) => told(rule, node))),
        // axe calls text in the very colour of its ground “incomplete”.
        ...result.incomplete.flatMap((rule) =>
          rule.nodes.filter((node) => node.any.some((one) => one.data?.messageKey === 'equalRatio')).map((node) => told(rule, node)),
        ),
      ];
    }, runOnly);
  },
};
