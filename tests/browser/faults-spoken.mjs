// Planted faults in what is heard, one for each rule; see faults.mjs.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { taskFindings } from './tasks.mjs';

const inMain = (html) => (text) => text.replace('</main>', `${html}</main>`);
const heard = (html, finding) => [inMain(html), 'spoken', finding];
const table = (cell) => `<table><caption>Tabell</caption><tr><th scope="col">Organ</th><th scope="col">Svar</th></tr><tr><th scope="row">Nämnden</th><td>${cell}</td></tr></table>`;

export const SPOKEN_FAULTS = {
  'drawing that is read aloud': [(text) => text.replaceAll('<svg role="img"', '<svg role="group"').replaceAll('<g aria-hidden="true">', '<g>'), 'spoken', /reads itself aloud/],
  'headline after the table': [(text) => text.replace(/(<figcaption>[\s\S]*?<\/figcaption>)([\s\S]*?)(?=<\/figure>)/, '$2$1'), 'spoken', /not read as headline/],
  'symbol read aloud': heard('<p>▲ Nej</p>', /symbol ▲/),
  'arrow instead of words': heard('<p>Riskvärdet 9 → 6</p>', /symbol →/),
  'dash as a cell': heard(table('–'), /cell of signs only/),
  'empty cell': heard(table(''), /cell without a name/),
  'addition by looks alone': heard('<p><ins>Ny text</ins></p>', /not told as added/),
  'removal by looks alone': heard('<p><del>Gammal text</del></p>', /not told as removed/),
  'link without words': heard('<a href="index.html"><span aria-hidden="true">bild</span></a>', /link without a name/),
  'heading without words': heard('<h2><span aria-hidden="true">Rubrik</span></h2>', /heading without a name/),
  'region without a name': heard('<section role="region" tabindex="0">Text</section>', /region without a name/),
  'table without a name': heard(table('Ja').replace(/<caption>.*<\/caption>/, ''), /table without a name/),
  'link that says too little': heard('<a href="index.html">Läs mer</a>', /“Läs mer” says too little/),
  'number as a link': heard('<a href="index.html">12 %</a>', /says too little/),
  'one name for two places': heard('<a href="a.html">Nämndens svar</a> <a href="b.html">Nämndens svar</a>', /leads to 2 places/),
  'the same heading twice': heard('<h2>Rubriken</h2><p>Text</p><h2>Rubriken</h2><p>Text</p>', /stands twice/),
  'thousands apart by a plain space': heard('<p>Det kostar 1 234 kronor</p>', /plain space/),
  'number in two parts': heard('<p>Det kostar 1<span>234</span> kronor</p>', /read in two/),
  'percent sign without a space': heard('<p>Andelen är 5%</p>', /percent sign/),
  'hyphen as minus': heard('<p>Ändringen är -5 procentenheter</p>', /hyphen as minus/),
  'decimal point': heard('<p>Andelen är 5.5 procent</p>', /decimal point/),
  'date in signs': heard('<p>Klart 30/4 2025</p>', /date in signs/),
  'hyphen between years': heard('<p>Åren 2015-2024</p>', /hyphen between years/),
  'abbreviation that is spelt out': heard('<p>Bolag, t.ex. hamnen</p>', /spelt out/),
  'abbr without its meaning': heard('<p><abbr title="Lagen om stöd och service">LSS</abbr></p>', /without its meaning/),
  'code before its name': heard('<p>Sämst var XY7.</p>', /“XY7” is heard before/),
  'English in Swedish text': [inMain('<p>Read more about this</p>'), 'language', /is English/],
  'English in a name': [inMain('<section aria-label="Table of contents" role="region">Text</section>'), 'language', /is English/],
  'page without a language': [(text) => text.replace('<html lang="sv"', '<html').replace('</main>', '<p>The end</p></main>'), 'language', /does not say its language/],
  'something else is heard': [(text) => text.replace('<h1>', '<h1>Rapport: '), 'transcript', /line \d+ was “.*rubrik nivå 1/],
};

/** A start page with more on the way to an answer than there was. */
export async function longerWay(contexts, example, folder, results) {
  const name = 'find what has worsened since last year';
  mkdirSync(folder, { recursive: true });
  cpSync(join(example, 'static'), join(folder, 'static'), { recursive: true });
  const links = Array.from({ length: 30 }, (_, index) => `<p><a href="?${index}">Länk ${index}</a></p>`).join('');
  const text = readFileSync(join(example, 'index.html'), 'utf8').replace('<dl class="key-figures">', `${links}<h2>Länkar</h2>$&`);
  writeFileSync(join(folder, 'index.html'), text);
  const found = await taskFindings(contexts.plain, folder, name);
  results.add('planted fault', 'longer way', 'wide', found.length === 2 ? [] : [`longer way: task finds ${found.length} of 2`]);
}
