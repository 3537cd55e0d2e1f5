// Sa11y, which looks at what writers do: link texts, headings, tables, lists. It knows the Swedish words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sift } from '../exceptions.mjs';

const resolve = createRequire(import.meta.url).resolve;
const sources = ['sa11y/dist/js/sa11y.umd.min.js', 'sa11y/dist/js/lang/sv.umd.js'].map((file) => readFileSync(resolve(file), 'utf8'));

/** All its checks, once more where it has run before, left in `suite.found`. */
async function run() {
  const complete = new Promise((done) => document.addEventListener('sa11y-check-complete', (event) => done(event.detail), { once: true }));
  if (suite.sa11y) suite.sa11y.checkAll();
  else {
    Sa11y.Lang.addI18n(Sa11yLangSv.strings);
    suite.sa11y = new Sa11y.Sa11y({ headless: true, checkRoot: 'body', developerChecksOnByDefault: true, readabilityPlugin: false, contrastAlgorithm: 'AAA' });
  }
  const { results } = await complete;
  suite.found = results
    .filter((one) => one.type !== 'good')
    .map((one) => ({ rule: one.test, element: one.element ?? null, fault: one.content.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').trim().slice(0, 160) }));
}

export default {
  name: 'sa11y',
  states: ['wide', 'wideDark', 'narrow', 'more', 'moreDark'],
  async check(tab) {
    if (!(await tab.evaluate(() => 'Sa11y' in globalThis))) for (const source of sources) await tab.evaluate(source);
    await tab.evaluate(run);
    return sift(tab, 'sa11y');
  },
};
