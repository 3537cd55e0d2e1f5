// Three questions that people come with, answered from the start page: how many steps each takes, and that it does not take more.
//
// By keyboard alone a step is a press of Tab or Enter; there are no jumps by heading or landmark, and nothing is scrolled by hand.
// The way ends when the answer is in the window. By ear a step is an item heard: the title of a page, a line of its transcript, an entry of the list of
// headings or of the list of links. On every page the way with the fewest steps is taken, as by somebody who knows the program.
// `node tasks.mjs FOLDER-OF-EXAMPLE-REPORT` tells the steps.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, open } from './browser.mjs';
import { inOrder, spokenTree } from './spoken/tree.mjs';
import { lines } from './spoken/words.mjs';

/** Which links may be followed, by the end of their address; then under which heading the answer stands, in what, and how it is
 * heard. `most` is what was counted when somebody last shortened the way; docs/accessibility-review.md tells of it. */
export const TASKS = {
  'find the trend of Miljönämnden': {
    ways: [['/organ/index.html', '/organ/miljonamnden/index.html']],
    answer: { heading: '^Andelen tillfredsställande', element: 'svg', line: /^2024 var andelen tillfredsställande/ },
    most: { keyboard: 18, ear: 26 },
  },
  'find what has worsened since last year': {
    ways: [[], ['#forandringar']],
    answer: { heading: '^Försämrades mest', element: 'li', line: /RA4 Risker vid förändring/ },
    most: { keyboard: 5, ear: 7 },
  },
  'find which measures are overdue': {
    ways: [[], ['/atgarder/index.html']],
    answer: { heading: '^Försenade', element: 'tbody tr', line: /Leverantörsregistret rensas/ },
    most: { keyboard: 6, ear: 12 },
  },
};

const MANY = 500;

/** The steps of a task by keyboard and by ear; `null` where no way leads to the answer. */
export async function steps(context, start, { ways, answer }) {
  const counted = { keyboard: null, ear: null };
  for (const links of ways) {
    const found = await follow(context, pathToFileURL(start).href, links, answer);
    for (const by of Object.keys(counted)) counted[by] = least([counted[by], found?.[by]]);
  }
  return counted;
}

async function follow(context, address, links, answer) {
  const total = { keyboard: 0, ear: 0 };
  let at = address;
  for (const link of [...links, null]) {
    const { keyboard, ear, next } = link ? await toLink(context, at, link) : await toAnswer(context, at, answer);
    if (keyboard === null || ear === null) return null;
    total.keyboard += keyboard;
    total.ear += ear;
    at = next;
  }
  return total;
}

async function toLink(context, address, link) {
  const href = `a[href$="${link.split('/').slice(-2).join('/')}"]`;
  const reached = ([end]) => document.activeElement?.href?.endsWith(end);
  const tab = await fresh(context, address);
  const next = await tab.evaluate(([selector, end]) => [...document.querySelectorAll(selector)].find((one) => one.href.endsWith(end))?.href ?? null, [href, link]);
  const heard = await hearing(tab, address);
  await tab.close();
  if (!next) return { keyboard: null, ear: null };
  const pressed = await presses(context, address, reached, [link]);
  const isLink = (node) => node.role === 'link' && node.href?.endsWith(link);
  const links = heard.links.findIndex(isLink) + 1;
  // The line of a part holds no link itself, only what is read below it.
  const read = heard.read((line) => line.text.includes('[länk') && [...inOrder(line.node)].some(isLink));
  // One more for Enter.
  return { keyboard: pressed === null ? null : pressed + 1, ear: heard.title + least([links || null, read]), next };
}

async function toAnswer(context, address, { heading, element, line }) {
  const seen = ([pattern, selector]) => {
    const under = [...document.querySelectorAll('h2, h3')].find((one) => new RegExp(pattern).test(one.textContent));
    const found = [...document.querySelectorAll(`main ${selector}`)].find(
      (one) => one.checkVisibility() && under && under.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    const box = found?.getBoundingClientRect();
    return Boolean(box) && box.top >= 0 && box.top + Math.min(box.height, innerHeight / 2) <= innerHeight;
  };
  const tab = await fresh(context, address);
  const heard = await hearing(tab, address);
  await tab.close();
  const pressed = await presses(context, address, seen, [heading, element]);
  const read = heard.read((one) => line.test(one.text));
  return { keyboard: pressed, ear: read === null ? null : heard.title + read };
}

/** A page as somebody meets it who follows a link to it. */
async function fresh(context, address) {
  const { tab } = await open(context, new URL(address));
  await tab.setViewportSize({ width: 1280, height: 900 });
  return tab;
}

/** The fewest presses after which something is so: of Tab, or of Tab behind the skip link. */
async function presses(context, address, isSo, about) {
  const counts = [];
  for (const first of [[], ['Tab', 'Enter']]) {
    const tab = await fresh(context, address);
    const most = Math.min(MANY, ...counts.filter((one) => one !== null));
    let isDone = await tab.evaluate(isSo, about);
    let count = 0;
    for (const key of first) {
      if (isDone) break;
      await tab.keyboard.press(key);
      count += 1;
      isDone = await tab.evaluate(isSo, about);
    }
    while (!isDone && count < most) {
      await tab.keyboard.press('Tab');
      count += 1;
      isDone = await tab.evaluate(isSo, about);
    }
    counts.push(isDone ? count : null);
    await tab.close();
  }
  return least(counts);
}

/** What is heard of a page: its title, then the fewest items up to something. */
async function hearing(tab, address) {
  const root = await spokenTree(tab);
  const all = lines(root);
  const fragment = new URL(address).hash.slice(1);
  const isAt = (node, id) => node && (node.element?.attributes.id === id || within(node.element, id));
  const begin = fragment ? all.findIndex(({ node }) => isAt(node, fragment)) : 1;
  const main = all.findIndex(({ node }) => node.role === 'main');
  const headings = all.flatMap(({ node }, index) => (node.role === 'heading' ? [index] : []));
  return {
    // A link within the page does not tell the title again.
    title: fragment ? 0 : 1,
    links: [...inOrder(root)].filter((node) => node.role === 'link'),
    read: (is) => {
      const at = all.findIndex((line, index) => index >= Math.max(begin, 1) && is(line));
      if (at < 0) return null;
      const afterSkip = at > main ? 1 + at - main : null;
      // Down the list of headings, then on line by line from the one that was chosen.
      const byHeading = headings.flatMap((heading, heard) => (heading <= at ? [heard + 1 + at - heading] : []));
      return least([at - begin + 1, fragment ? null : afterSkip, ...(fragment ? [] : byHeading)]);
    },
  };
}

function within(element, id) {
  for (let at = element; at; at = at.parent) if (at.attributes.id === id) return true;
  return false;
}

function least(numbers) {
  const known = numbers.filter((one) => typeof one === 'number');
  return known.length > 0 ? Math.min(...known) : null;
}

/** A task that takes more steps than it did is a finding. */
export async function taskFindings(context, folder, name) {
  const { most } = TASKS[name];
  const counted = await steps(context, join(folder, 'index.html'), TASKS[name]);
  return Object.entries(most)
    .filter(([by, limit]) => counted[by] === null || counted[by] > limit)
    .map(([by, limit]) => `to ${name} takes ${counted[by] ?? 'no known number of'} steps by ${by}, at most ${limit} before`);
}

if (import.meta.filename === process.argv[1]) {
  const browser = await launch();
  const context = await browser.newContext();
  for (const [name, task] of Object.entries(TASKS)) {
    const { keyboard, ear } = await steps(context, resolve(process.argv[2], 'index.html'), task);
    console.log(`${name}: ${keyboard} by keyboard, ${ear} by ear`);
  }
  await browser.close();
}
