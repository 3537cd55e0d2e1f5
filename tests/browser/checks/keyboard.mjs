// A walk through the page with the Tab key: order, visible focus, skip link, no trap, nothing covered.

const SELECTOR = 'a[href], summary, button, input, select, textarea, [tabindex="0"]';

/** Notes the places where focus should go, in the order of the DOM, and how they look without it. */
function prepare(selector) {
  const look = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor } = getComputedStyle(element);
    return { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor };
  };
  const stops = [...document.querySelectorAll(selector)].filter((one) => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
  suite.look = look;
  suite.stops = stops;
  suite.before = stops.map(look);
  return {
    count: stops.length,
    positive: [...document.querySelectorAll('[tabindex]')].filter((one) => one.tabIndex > 0).map(suite.name),
  };
}

/** Where focus is now and whether one sees it. */
function inspect() {
  const element = document.activeElement;
  if (!element || element === document.body || element === document.documentElement) return { place: -1 };
  const place = suite.stops.indexOf(element);
  const findings = [];
  const { look, contrast, over, rgba, ground } = suite;
  if (place >= 0) {
    const [before, now] = [suite.before[place], look(element)];
    const outline = now.outlineStyle !== 'none' && parseFloat(now.outlineWidth) >= 2 && (now.outlineStyle !== before.outlineStyle || now.outlineWidth !== before.outlineWidth);
    if (!outline && now.boxShadow === before.boxShadow) findings.push(`${suite.name(element)} does not show its focus`);
    if (outline) {
      const below = ground(element.parentElement);
      const seen = contrast(over(rgba(now.outlineColor), below), below);
      if (seen < 3) findings.push(`${suite.name(element)} has a focus outline of ${seen.toFixed(2)}:1, needs 3:1`);
    }
  }
  const box = element.getBoundingClientRect();
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
    findings.push(`${suite.name(element)} has focus outside the window`);
  } else {
    // Wholly covered is the fault (2.4.11), so any visible point will do.
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
    const free = [...element.getClientRects()].map((one) => [one.left + one.width / 2, one.top + one.height / 2]).concat(points).some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (element.contains(top) || top.contains(element));
    });
    if (!free) findings.push(`${suite.name(element)} is covered while it has focus`);
  }
  return { place, name: suite.name(element), findings };
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

/** Walks a freshly opened page. */
export async function keyboard(tab) {
  const { count, positive } = await tab.evaluate(prepare, SELECTOR);
  const findings = positive.map((name) => `${name} has a positive tabindex`);
  for (let expected = 0; expected < count; expected += 1) {
    await tab.keyboard.press('Tab');
    const { place, name, findings: found } = await tab.evaluate(inspect);
    findings.push(...(found ?? []));
    if (place !== expected) {
      findings.push(`stop ${expected + 1} of ${count} is ${name ?? 'outside the page'} (number ${place + 1} in the DOM)`);
      break;
    }
  }
  await tab.keyboard.press('Tab');
  const left = await tab.evaluate(inspect);
  if (left.place === count - 1) findings.push('focus is trapped at the last stop');
  return findings;
}
