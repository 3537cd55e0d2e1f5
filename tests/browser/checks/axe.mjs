// axe-core: the rules of WCAG 2.2 A and AA and the common good practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export default {
  name: 'axe',
  states: ['wide', 'wideDark', 'narrow', 'narrowDark'],
  async check(tab) {
    if (!(await tab.evaluate(() => 'axe' in globalThis))) await tab.evaluate(source);
    return tab.evaluate(async (values) => {
      const result = await axe.run(document, {
        runOnly: { type: 'tag', values },
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
    }, tags);
  },
};
