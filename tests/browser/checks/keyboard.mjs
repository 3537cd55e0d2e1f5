// A walk through the page with the Tab key: order, visible focus, skip link, no trap, nothing covered.
//
// Up to WHOLE stops are walked one by one from the top. A long page goes on by sample: the first and the last stop of every kind
// that is left, and the last stop of all. A kind is the path of elements and classes from the body, so two stops of one kind get
// the same styles and the same surroundings. To reach a sampled stop the one before it is focused and Tab is pressed, so each
// sample is a real step in the real order. That the steps between are in order too follows from what is looked at for all stops: no
// positive tabindex, nothing that reorders focus (`reading-flow`), and no scripts (the check “offline”), so that nothing can take a key.
import { STATES, enter } from '../states.mjs';

const SELECTOR = 'a[href], summary, button, input, select, textarea, [tabindex="0"]';
const WHOLE = 300;

/** Notes the places where focus should go, in the order of the DOM, how they look without it, and which are a sample. */
function prepare(selector) {
  document.activeElement?.blur();
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element);
    return { outlineStyle, outlineWidth, outlineColor, boxShadow };
  };
  const stops = [...document.querySelectorAll(selector)].filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
  const kinds = new Map();
  stops.forEach((stop, place) => {
    const path = [];
    for (let at = stop; at && at !== document.body; at = at.parentElement) path.push(at.tagName, ...at.classList);
    const kind = path.join(' ');
    kinds.set(kind, [kinds.get(kind)?.[0] ?? place, place]);
  });
  Object.assign(suite, { look, stops, before: stops.map(look) });
  return {
    count: stops.length,
    sample: [...new Set([...kinds.values()].flat().concat(stops.length - 1))].sort((one, other) => one - other),
    odd: [
      ...[...document.querySelectorAll('[tabindex]')].filter((one) => one.tabIndex > 0).map((one) => `${suite.name(one)} has a positive tabindex`),
      ...[...document.querySelectorAll('body, body *')].filter((one) => !['normal', undefined].includes(getComputedStyle(one).readingFlow)).map((one) => `${suite.name(one)} reorders its stops`),
    ],
  };
}

/** Where focus is now and whether one sees it. */
function inspect() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { place: -1 };
  const place = suite.stops.indexOf(element);
  const findings = [];
  const { look, contrast, over, rgba, ground, name } = suite;

  /** The outline in square px, as far as no surrounding element cuts it off, and what 2.4.13 wants: 2 px all around. */
  function indicator({ outlineWidth, outlineOffset }) {
    // The window scrolls; only what it cannot be scrolled to is cut off.
    let clip = { left: -scrollX, top: -scrollY, right: document.documentElement.scrollWidth - scrollX, bottom: document.documentElement.scrollHeight - scrollY };
    const cut = (one, other) => ({ left: Math.max(one.left, other.left), top: Math.max(one.top, other.top), right: Math.min(one.right, other.right), bottom: Math.min(one.bottom, other.bottom) });
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at);
      if (overflowX !== 'visible' || overflowY !== 'visible') clip = cut(clip, at.getBoundingClientRect());
    }
    const grown = (box, by) => ({ left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by });
    const size = (box) => Math.max(0, box.right - box.left) * Math.max(0, box.bottom - box.top);
    const [width, offset] = [parseFloat(outlineWidth), parseFloat(outlineOffset)];
    const boxes = [...element.getClientRects()].map((box) => ({ shown: cut(box, clip), box })).filter(({ shown }) => size(shown) > 0);
    const seen = boxes.reduce((sum, { box }) => sum + size(cut(grown(box, offset + width), clip)) - size(cut(grown(box, offset), clip)), 0);
    const wanted = boxes.reduce((sum, { shown }) => sum + 4 * (shown.right - shown.left + shown.bottom - shown.top), 0);
    return { seen, wanted };
  }

  if (place >= 0) {
    const [before, now] = [suite.before[place], look(element)];
    const outline = now.outlineStyle !== 'none' && parseFloat(now.outlineWidth) >= 2 && (now.outlineStyle !== before.outlineStyle || now.outlineWidth !== before.outlineWidth);
    if (!outline) findings.push(`${name(element)} does not show its focus`);
    else {
      const below = ground(element.parentElement);
      const seen = contrast(over(rgba(now.outlineColor), below), below);
      if (seen < 3) findings.push(`${name(element)} has a focus outline of ${seen.toFixed(2)}:1, needs 3:1`);
      const area = indicator(getComputedStyle(element));
      if (area.seen < area.wanted) findings.push(`${name(element)} shows ${Math.round(area.seen)} px² of its focus outline, needs ${Math.round(area.wanted)}`);
    }
  }
  const box = element.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
    findings.push(`${name(element)} has focus outside the window`);
  } else {
    // Wholly covered is the fault (2.4.11), so any visible point will do.
    const [left, top, right, bottom] = [Math.max(box.left, 0), Math.max(box.top, 0), Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [left + (right - left) * x, top + (bottom - top) * y]));
    const free = [...element.getClientRects()].map((one) => [one.left + one.width / 2, one.top + one.height / 2]).concat(points).some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
    if (!free) findings.push(`${name(element)} is covered while it has focus`);
  }
  return { place, name: name(element), findings };
}

/** Presses Tab at one stop and looks at the next. */
async function step(tab, expected, count, findings) {
  await tab.keyboard.press('Tab');
  const { place, name, findings: found } = await tab.evaluate(inspect);
  findings.push(...(found ?? []));
  if (place === expected) return true;
  findings.push(`stop ${expected + 1} of ${count} is ${name ?? 'outside the page'} (number ${place + 1} in the DOM)`);
  return false;
}

const focus = (tab, place) => tab.evaluate((place) => suite.stops[place].focus(), place);

/** Walks a freshly opened page, and then a sample of it at 320 px in the dark. */
export async function keyboard(tab) {
  const { count, sample, odd } = await tab.evaluate(prepare, SELECTOR);
  const findings = [...odd];
  const whole = Math.min(count, WHOLE);
  let inOrder = true;
  for (let expected = 0; expected < whole && inOrder; expected += 1) inOrder = await step(tab, expected, count, findings);
  for (const expected of inOrder ? sample.filter((place) => place >= whole) : []) {
    await focus(tab, expected - 1);
    await step(tab, expected, count, findings);
  }
  if (inOrder) {
    await tab.keyboard.press('Tab');
    if ((await tab.evaluate(inspect)).place === count - 1) findings.push('focus is trapped at the last stop');
  }
  await enter(tab, 'narrowDark', { folded: true });
  const narrow = await tab.evaluate(prepare, SELECTOR);
  for (const expected of narrow.sample.filter((place) => place > 0)) {
    await focus(tab, expected - 1);
    await step(tab, expected, narrow.count, findings);
  }
  await tab.setViewportSize(STATES.wide.size);
  return [...new Set(findings)];
}

/** The skip link: first, seen, and it leads past the navigation. */
export async function skipLink(tab) {
  await tab.keyboard.press('Tab');
  const first = await tab.evaluate(() => {
    const element = document.activeElement;
    const box = element.getBoundingClientRect();
    return { skip: element.matches('a.skip[href^="#"]'), shown: box.width > 24 && box.height > 16 && box.left >= 0 && box.top >= 0, name: suite.name(element) };
  });
  if (!first.skip) return [`the first stop is ${first.name}, not the skip link`];
  const findings = [];
  if (!first.shown) findings.push('the skip link does not show itself with focus');
  await tab.keyboard.press('Enter');
  const led = await tab.evaluate(() => document.activeElement.tagName === 'MAIN' || location.hash === `#${document.querySelector('main').id}`);
  await tab.keyboard.press('Tab');
  const inside = await tab.evaluate(() => !document.activeElement.closest('body > header, body > nav'));
  if (!led || !inside) findings.push('the skip link does not lead past the navigation');
  return findings;
}
