// What a screen reader says of one page of each kind, against the transcript that somebody has read and found good.
// UPDATE=1 writes the transcripts anew; then they are to be read again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spokenTree } from '../spoken/tree.mjs';
import { abridged } from '../spoken/abridged.mjs';

const FOLDER = join(import.meta.dirname, '..', 'transcripts');

/** Which page stands for its kind: a small one in which the components of the kind occur. */
export const READ = {
  start: 'exempelstaden/index.html',
  years: 'malmö/ar/index.html',
  year: 'malmö/ar/2024/index.html',
  'year-document': 'malmö/ar/2024/dokument/index.html',
  bodies: 'malmö/organ/index.html',
  'joint-reviews': 'malmö/gemensamma/index.html',
  'joint-review': 'malmö/gemensamma/felaktig-tillgang/index.html',
  round: 'malmö/gemensamma/felaktig-tillgang/2024/index.html',
  'rounds-compared': 'malmö/jamfor/gemensamma/felaktig-tillgang/2021-2024/index.html',
  body: 'exempelstaden/organ/fritidsnamnden/index.html',
  'body-year': 'exempelstaden/organ/exempelhamnen-ab/2019/index.html',
  statements: 'malmö/pastaenden/index.html',
  statement: 'exempelstaden/pastaenden/god-intern-kontroll/ka1/index.html',
  indicators: 'exempelstaden/matetal/index.html',
  indicator: 'malmö/matetal/diarieforda-loggkontroller/index.html',
  measures: 'exempelstaden/atgarder/index.html',
  risks: 'exempelstaden/risker/index.html',
  'risks-year': 'malmö/risker/2025/index.html',
  comparisons: 'malmö/jamfor/index.html',
  comparison: 'exempelstaden/jamfor/2023-2024/index.html',
  'body-comparison': 'exempelstaden/jamfor/2023-2024/miljonamnden/index.html',
  audits: 'malmö/revision/index.html',
  audit: 'malmö/revision/it-sakerhet/index.html',
  'response-form': 'malmö/revision/it-sakerhet/svarsmall/index.html',
  promises: 'malmö/utlovat/index.html',
  method: 'malmö/metod/index.html',
  free: 'malmö/sidor/tillganglighet/index.html',
  source: 'exempelstaden/underlag/sidor/om.md.html',
};

/** A copy in which a fault is planted stands for the page that it was. */
const nameOf = (page) => page.standsFor ?? page.name;

export default {
  name: 'transcript',
  states: ['wide'],
  check: async (tab, state, page) => {
    if (READ[page.kind] !== nameOf(page)) return [];
    const file = join(FOLDER, `${page.kind}.txt`);
    const now = `${nameOf(page)}\n\n${abridged(await spokenTree(tab), page.kind === 'start').join('\n')}\n`;
    if (process.env.UPDATE && !page.standsFor) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, now);
      return [];
    }
    if (!existsSync(file)) return [`no transcript of “${page.kind}”; write it with UPDATE=1 and read it`];
    return difference(readFileSync(file, 'utf8').split('\n'), now.split('\n'));
  },
};

/** The first lines that differ; enough to see what happened. */
function difference(before, now) {
  const at = now.findIndex((line, index) => line !== before[index]);
  if (at < 0 && before.length === now.length) return [];
  const place = at < 0 ? now.length : at;
  const shown = (lines) => lines.slice(place, place + 2).map((line) => line.trim().slice(0, 100)).join(' ⏎ ') || 'nothing';
  return [`line ${place + 1} was “${shown(before)}” and is “${shown(now)}”; if that is better, write it with UPDATE=1`];
}

/** A kind of page without a transcript is not heard by anybody. */
export function unread(pages) {
  const named = new Set(pages.map((page) => page.name));
  const kinds = new Set(pages.map((page) => page.kind));
  return [
    ...[...kinds].filter((kind) => !(kind in READ)).map((kind) => `transcript.mjs reads no page of kind “${kind}”`),
    ...Object.values(READ).filter((name) => !named.has(name)).map((name) => `transcript.mjs reads ${name}, which pages.mjs does not list`),
  ];
}
