// One visit to a page: a single navigation, then every state with the checks that belong to it.
import { open } from './browser.mjs';
import axe from './checks/axe.mjs';
import colourVision from './checks/colour-vision.mjs';
import contrast from './checks/contrast.mjs';
import figures from './checks/figures.mjs';
import forced from './checks/forced.mjs';
import { html } from './checks/html.mjs';
import htmlcs from './checks/htmlcs.mjs';
import ibm from './checks/ibm.mjs';
import { keyboard, skipLink } from './checks/keyboard.mjs';
import language from './checks/language.mjs';
import motion from './checks/motion.mjs';
import { offline } from './checks/offline.mjs';
import print from './checks/print.mjs';
import reflow from './checks/reflow.mjs';
import regions from './checks/regions.mjs';
import sa11y from './checks/sa11y.mjs';
import spoken from './checks/spoken.mjs';
import svgContrast from './checks/svg-contrast.mjs';
import svgText from './checks/svg-text.mjs';
import targets from './checks/targets.mjs';
import tones from './checks/tones.mjs';
import transcript from './checks/transcript.mjs';
import { STATES, enter } from './states.mjs';

const HEARD = [spoken, language, transcript];
const OWN = [figures, reflow, regions, svgText, svgContrast, contrast, colourVision, motion, targets, forced, tones, print];
const ENGINES = [axe, ibm, htmlcs, sa11y];
const CHECKS = [...HEARD, ...OWN, ...ENGINES];

/** Runs one check and notes how long it took. */
async function timed(results, name, run) {
  const began = performance.now();
  const findings = await run();
  results.tookCheck(name, performance.now() - began);
  return findings;
}

/** All checks on one page, or the only one that is asked for. */
export async function examine(contexts, page, results, only) {
  const wanted = (name) => !only || only === name;
  const began = performance.now();
  if (wanted('html')) results.add('html', page.name, 'source', await timed(results, 'html', () => html(page.file)));
  const { tab, trouble } = await open(contexts.plain, page.file);
  if (wanted('offline')) {
    const scriptless = await contexts.scriptless.newPage();
    results.add('offline', page.name, 'source', await timed(results, 'offline', () => offline(tab, trouble, page, scriptless)));
    await scriptless.close();
  }
  for (const state of Object.keys(STATES)) {
    const checks = CHECKS.filter((check) => check.states.includes(state) && wanted(check.name));
    if (checks.length > 0) await timed(results, 'entering states', () => enter(tab, state));
    for (const { name, check } of checks) results.add(name, page.name, state, await timed(results, name, () => check(tab, state, page)));
  }
  await tab.close();
  results.took(page.name, performance.now() - began);
}

/** The keyboard, in tabs as delivered: folded, and with focus nowhere yet. */
export async function walk(contexts, page, results, only) {
  const walks = { keyboard, 'skip-link': skipLink };
  for (const [check, run] of Object.entries(walks)) {
    if (only && only !== check) continue;
    const { tab } = await open(contexts.plain, page.file);
    await tab.setViewportSize({ width: 1280, height: 900 });
    results.add(check, page.name, 'wide', await timed(results, check, () => run(tab)));
    await tab.close();
  }
}
