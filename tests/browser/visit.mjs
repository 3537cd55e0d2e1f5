// One visit to a page: a single navigation, then every state with the checks that belong to it.
import { open } from './browser.mjs';
import axe from './checks/axe.mjs';
import figures from './checks/figures.mjs';
import forced from './checks/forced.mjs';
import { html } from './checks/html.mjs';
import { keyboard, skipLink } from './checks/keyboard.mjs';
import { offline } from './checks/offline.mjs';
import print from './checks/print.mjs';
import reflow from './checks/reflow.mjs';
import svgContrast from './checks/svg-contrast.mjs';
import svgText from './checks/svg-text.mjs';
import targets from './checks/targets.mjs';
import tones from './checks/tones.mjs';
import { STATES, enter } from './states.mjs';

const CHECKS = [figures, reflow, svgText, svgContrast, targets, forced, tones, print, axe];

/** All checks on one page. */
export async function examine(contexts, page, results) {
  results.add('html', page.name, 'source', await html(page.file));
  const { tab, trouble } = await open(contexts.plain, page.file);
  const scriptless = await contexts.scriptless.newPage();
  results.add('offline', page.name, 'source', await offline(tab, trouble, page, scriptless));
  await scriptless.close();
  for (const state of Object.keys(STATES)) {
    await enter(tab, state);
    for (const { name, states, check } of CHECKS) {
      if (!states.includes(state)) continue;
      const began = performance.now();
      results.add(name, page.name, state, await check(tab));
      spent.set(name, (spent.get(name) ?? 0) + performance.now() - began);
    }
  }
  await tab.close();
}

/** Milliseconds by check, for whoever wants to make the suite faster. */
export const spent = new Map();

/** The keyboard, on a page of its own as delivered: folded, and with focus nowhere yet. */
export async function walk(contexts, page, results) {
  for (const [check, run] of [['keyboard', keyboard], ['skip-link', async (tab) => (await tab.keyboard.press('Tab'), skipLink(tab))]]) {
    const { tab } = await open(contexts.plain, page.file);
    await tab.setViewportSize({ width: 1280, height: 900 });
    results.add(check, page.name, 'wide', await run(tab));
    await tab.close();
  }
}
