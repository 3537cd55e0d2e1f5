// Proof that the suite can fail: faults planted in copies of a page, each of which its check must find.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { exceptionFindings } from './exceptions.mjs';
import { SPOKEN_FAULTS, longerWay } from './faults-spoken.mjs';
import { Results } from './results.mjs';
import { examine, walk } from './visit.mjs';

const PAGE = { report: 'malmo', path: 'ar/2024/index.html' };
// A page with more stops than are walked one by one.
const LONG = { report: 'example', path: 'utlovat/index.html' };
const SOURCE = { report: 'malmo', path: 'metod/index.html' };

/** Before the end of main; the first drawn text; the first figure. */
const inMain = (html) => (text) => text.replace('</main>', `${html}</main>`);
const inText = (attribute) => (text) => text.replaceAll('<text class="c-value"', `<text ${attribute} class="c-value"`);
const style = (css) => (text) => text.replace('</head>', `<style>${css}</style></head>`);
const dark = (css) => style(`@media (prefers-color-scheme: dark) { ${css} }`);
const more = (css) => style(`@media (prefers-contrast: more) { ${css} }`);

// name: [how it is planted, the check that must find it, what that check says, in which state, on which page]
const FAULTS = {
  'image without alt text': [inMain('<img src="../../static/icon.svg">'), 'axe', /image-alt/],
  'pale text': [inMain('<p style="color: #999; background: #fff">Blek text som är för svår att läsa</p>'), 'axe', /color-contrast/],
  'text in the colour of its ground': [inMain('<p style="color: #fff; background: #fff">Osynlig text</p>'), 'axe', /color-contrast/],
  'text that engines cannot judge': [inMain('<p style="color: #bbb; background: #fff">●</p>'), 'axe', /color-contrast/],
  'image without alt text, for the second engine': [inMain('<img src="../../static/icon.svg">'), 'ibm', /img_alt_valid/],
  'pale text in the dark, for the second engine': [dark('p { color: #555 !important }'), 'ibm', /text_contrast_sufficient/, 'wideDark'],
  'link without words': [inMain('<a href="index.html"></a>'), 'ibm', /a_text_purpose/],
  'contrast of AA, not of AAA': [inMain('<p style="color: #666; background: #fff">Läsbar för de flesta</p>'), 'htmlcs', /1_4_6/],
  'heading without words': [inMain('<h2></h2>'), 'htmlcs', /H42|1_3_1|2_4_6/],
  'link that says click here': [inMain('<p>Rapporten finns <a href="index.html">klicka här</a>.</p>'), 'sa11y', /LINK_/],
  'bold text as heading': [inMain('<p><strong>Detta är egentligen en rubrik</strong></p><p>Text under den.</p>'), 'sa11y', /QA_FAKE_HEADING/],
  'quiet text too pale': [style('.download, p { color: #666 !important }'), 'contrast', /text has .*needs 7:1/, 'wide'],
  'sign too pale': [style('h2::before { content: "!"; color: #aaa }'), 'contrast', /the sign ::before/],
  'lines that stay weak': [more(':root { --line: #aaa !important }'), 'contrast', /the lines have/, 'more'],
  'table lines that stay weak': [more('td { border-bottom-color: #ccc !important }'), 'contrast', /a line has/, 'more'],
  'text that stays pale': [more('p { color: #666 !important }'), 'contrast', /needs 7:1/, 'moreNarrow'],
  'marks that stay pale': [more('.tone-god { fill: #2a8f96 !important }'), 'svg-contrast', /needs 4\.5:1/, 'more'],
  'endless motion': [style('h1 { animation: turn 2s infinite } @keyframes turn { to { color: red } }'), 'motion', /moves for Infinity s/, 'moving'],
  'motion against the wish': [style('h1 { animation: turn 0.1s } @keyframes turn { to { color: red } }'), 'motion', /moves though less motion/, 'wide'],
  'slow change': [style('a { transition: color 1s }'), 'motion', /changes over 1 s, /, 'moving'],
  'change against the wish': [style('a { transition: color 0.1s }'), 'motion', /changes over 0\.1 s though/, 'wide'],
  'smooth scrolling': [style('html { scroll-behavior: smooth }'), 'motion', /scrolls smoothly/, 'wide'],
  'drawing that moves': [inMain('<svg role="img" aria-label="Rör sig"><g aria-hidden="true"><rect width="9" height="9"><animate attributeName="x" to="9" dur="9s"/></rect></g></svg>'), 'motion', /moves by itself/],
  'table that the keyboard cannot scroll': [(text) => text.replaceAll('class="scroll" tabindex="0"', 'class="scroll"'), 'regions', /lies in no region/],
  'scroll region without a name': [(text) => text.replaceAll(/(class="scroll" tabindex="0") aria-labelledby="[^"]*"/g, '$1'), 'regions', /has no name/],
  'text that scrolls by mouse only': [inMain('<div style="overflow: auto; width: 10em"><p style="width: 90em">Bred text</p></div>'), 'regions', /keyboard does not reach it/, 'narrow'],
  'red and green': [style('.tone-god { fill: #4f7a1c !important } .tone-forbattra { fill: #a8562a !important }'), 'colour-vision', /with (deuter|prot)anopia/, 'wide'],
  'grey and pink in the dark': [dark('.tone-god { fill: #4fb3b9 !important } .tone-forbattra { fill: #f07a9c !important }'), 'colour-vision', /with protanopia/, 'wideDark'],
  'blue and green with more contrast': [more('.tone-god { fill: #005a5a !important } .tone-forbattra { fill: #004a8a !important }'), 'colour-vision', /with tritanopia/, 'more'],
  'levels told by colour only': [inMain('<table><caption>Nivåer</caption><tr><th scope="row">Ett</th><td class="tone-god">Ja</td></tr></table>'), 'colour-vision', /has no symbol/],
  'two levels with one symbol': [
    inMain('<table><caption>Nivåer</caption><tr><th scope="row">Ett</th><td class="tone-god"><span class="symbol">●</span> Ja</td><td class="tone-allvarlig"><span class="symbol">●</span> Nej</td></tr></table>'),
    'colour-vision',
    /have the same symbol/,
  ],
  'skipped heading level': [inMain('<h2>Två</h2><h5>Fem</h5>'), 'axe', /heading-order/],
  'same id twice': [inMain('<p id="x">Ett</p><p id="x">Två</p>'), 'html', /no-dup-id/],
  'element closed wrongly': [inMain('<p><div>Text</p></div>'), 'html', /element-permitted-content|close-order|no-implicit-close/],
  'script': [inMain('<script>document.title += ""</script>'), 'offline', /script element/],
  'text that scripts write': [inMain('<p id="late"></p><script>late.textContent = "Nytt"</script>'), 'offline', /without JavaScript/],
  'picture from outside': [inMain('<img alt="" src="https://outside.invalid/a.png">'), 'offline', /asks for https/],
  'picture that is not there': [inMain('<img alt="" src="borta.png">'), 'offline', /does not get/],
  'wide element': [inMain('<div style="width: 90rem">Bred</div>'), 'reflow', /page is \d+ px wide/],
  'clipped text': [inMain('<p style="height: 1.2em; overflow: hidden">Rad ett<br>Rad två</p>'), 'reflow', /is clipped/],
  'text clipped only when spaced': [inMain('<p style="width: 13em; white-space: nowrap; overflow: hidden">En rad som precis får rum</p>'), 'reflow', /is clipped/, 'spacedWide'],
  'long word': [inMain('<p style="font-size: 2rem; hyphens: none; overflow-wrap: normal">tillgänglighetsredogörelsebilagor</p>'), 'reflow', /px/, 'narrow'],
  'small text in a chart': [inText('style="font-size: 9px"'), 'svg-text', /is 9\.0 px in/],
  'chart shrunk instead of replaced': [style('svg.chart-narrow { display: none !important } svg.chart-wide { display: block !important; width: 100% }'), 'svg-text', /is \d+\.\d px in \S+ \.chart-wide/, 'narrow'],
  'both drawings at once': [style('svg.chart { display: block !important }'), 'svg-text', /shows 2 drawings/],
  'rotated text in a chart': [inText('transform="rotate(-20)"'), 'svg-text', /is rotated/],
  'pale text in a chart': [inText('style="fill: #bbb"'), 'svg-contrast', /text.*needs 4\.5:1/],
  'pale marks': [style('.tone-god { fill: #dde !important }'), 'svg-contrast', /needs 3:1/, 'wide'],
  'another number in the drawing': [(text) => text.replace(/(<text class="c-value"[^>]*>[^<]*?)\d+\s%/, '$1123 %'), 'figures', /123% in .* is not in its table/],
  'chart without text': [(text) => text.replace('class="chart-text"', 'class="other"'), 'figures', /has no text/],
  'chart without caption': [(text) => text.replace(/<figcaption>[\s\S]*?<\/figcaption>/, ''), 'figures', /has no caption/],
  'chart without table': [(text) => text.replace(/<details class="chart-table">[\s\S]*?<\/figure>/, '</figure>'), 'figures', /has no table/],
  'chart without a role': [(text) => text.replace('<svg role="img"', '<svg'), 'figures', /no role img/],
  'patterns gone in forced colours': [style('[class^="pattern-"] { display: none !important }'), 'tones', /look the same/, 'forced'],
  'patterns gone on paper': [style('@media print { [class^="pattern-"] { display: none !important } }'), 'tones', /look the same/, 'print'],
  'own colours in forced colours': [style('p { forced-color-adjust: none; color: #888 !important; background: #999 !important }'), 'forced', /opts out/],
  'navigation on paper': [style('.main-navigation { display: block !important }'), 'print', /is printed/],
  'folded on paper': [style('@media print { details::details-content { content-visibility: hidden !important; display: none !important } }'), 'print', /not printed unfolded/],
  'dark on paper': [style('@media print { :root { --page: #111; --text: #eee } body { background: #111 !important; color: #eee !important } }'), 'print', /printed dark|on white paper/],
  'small links side by side': [inMain('<ul style="line-height: 1; font-size: 12px"><li><a href="#a">a</a></li><li><a href="#b">b</a></li></ul>'), 'targets', /too near/],
  'focus that does not show': [style(':focus, :focus-visible { outline: none !important; box-shadow: none !important }'), 'keyboard', /does not show its focus/],
  'order by tabindex': [inMain('<a href="index.html" tabindex="3">Först</a>'), 'keyboard', /positive tabindex/],
  'focus under something': [inMain('<div style="position: fixed; inset: 0; background: #fff">Över allt</div>'), 'keyboard', /is covered/],
  'focus trap': [inMain('<script>document.querySelectorAll("a")[4].onkeydown = (event) => event.preventDefault()</script>'), 'keyboard', /stop \d+ of/],
  'focus cut off': [style('li, p, th, td { overflow: clip !important; outline-offset: 0 }'), 'keyboard', /px² of its focus outline/, undefined, SOURCE],
  'focus too thin': [style(':focus-visible { outline-width: 1px !important }'), 'keyboard', /does not show its focus/, undefined, SOURCE],
  'focus that does not show in the dark': [dark(':root { --focus: #2b3036 !important }'), 'keyboard', /focus outline of \d/],
  'focus that does not show on phones': [style('@media (max-width: 22rem) { a:focus-visible { outline: none !important } }'), 'keyboard', /does not show its focus/, undefined, SOURCE],
  'focus that does not show at the end of a long page': [inMain('<p class="sist"><a href="index.html" style="outline: none">Sist</a></p>'), 'keyboard', /“Sist” does not show its focus/, undefined, LONG],
  'no skip link': [(text) => text.replace(/<a class="skip"[\s\S]*?<\/a>/, ''), 'skip-link', /not the skip link/],
  'skip link to nowhere': [(text) => text.replace(/(class="skip" href=")[^"]*/, '$1#borta'), 'skip-link', /past the navigation/],
  ...SPOKEN_FAULTS,
};

/** Exceptions that must not stand: one that nothing needs, one without a reason. */
function exceptionFaults(results) {
  const told = exceptionFindings([{ engine: 'axe', rule: 'gone', reason: '', date: '2026', number: -1 }]).join('\n');
  for (const [name, expected] of [['exception that nothing needs', /matches nothing/], ['exception without a reason', /no reason/]]) {
    results.add('planted fault', name, 'any', expected.test(told) ? [] : [`${name}: it is not found`]);
  }
}

/** Each fault as one test, noted in the results. `reports` are the folders by name. */
export function plantedFaults(contexts, reports, results) {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  cpSync(join(reports.malmo, 'static'), join(folder, 'static'), { recursive: true });
  exceptionFaults(results);
  const jobs = Object.entries(FAULTS).map(([name, [plant, check, expected, state, { report, path } = PAGE]], index) => async () => {
    // A folder of its own beside that of the page, so that relative addresses hold.
    const file = join(folder, `${dirname(path)}-${index}`, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    const original = readFileSync(join(reports[report], path), 'utf8');
    const text = plant(original);
    writeFileSync(file, text);
    const own = new Results();
    const visit = ['keyboard', 'skip-link'].includes(check) ? walk : examine;
    await visit(contexts, { name, file, kind: 'year', standsFor: `${report === 'malmo' ? 'malmö' : 'exempelstaden'}/${path}` }, own, check);
    const found = own.found(check, state).some((finding) => expected.test(finding));
    const findings = [];
    if (text === original) findings.push('could not be planted');
    else if (!found) findings.push(`${check} does not find it`);
    results.add('planted fault', name, state ?? 'any', findings.map((finding) => `${name}: ${finding}`));
  });
  jobs.push(() => longerWay(contexts, reports.example, join(folder, 'start'), results));
  return { jobs, remove: () => rmSync(folder, { recursive: true }) };
}
