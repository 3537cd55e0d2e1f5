// HTML_CodeSniffer: WCAG 2.1 to level AAA, for which it wants 7:1 of all text.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sift } from '../exceptions.mjs';

const source = readFileSync(createRequire(import.meta.url).resolve('html_codesniffer/build/HTMLCS.js'), 'utf8');

/** Errors and warnings, left in `suite.found`; its notices are the list of what a person must judge. */
async function run() {
  await new Promise((done, failed) => HTMLCS.process('WCAG2AAA', document, done, failed));
  suite.found = HTMLCS.getMessages()
    .filter((one) => one.type !== HTMLCS.NOTICE)
    .map((one) => ({
      rule: one.code.replace(/^WCAG2AAA\.Principle\d\.Guideline\d_\d\./, ''),
      element: one.element instanceof Element ? one.element : null,
      // The ratio and the proposed colour differ from cell to cell.
      fault: one.msg.replace(/\s+/g, ' ').replace(/ Recommendation:.*/, '').slice(0, 220),
    }));
}

export default {
  name: 'htmlcs',
  states: ['wide', 'wideDark', 'narrow', 'more', 'moreDark'],
  async check(tab) {
    if (!(await tab.evaluate(() => 'HTMLCS' in globalThis))) await tab.evaluate(source);
    await tab.evaluate(run);
    return sift(tab, 'htmlcs');
  },
};
