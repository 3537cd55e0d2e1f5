// Proof that the suite can fail: faults planted in copies of a page, each of which its check must find.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SPOKEN_FAULTS, longerWay } from './faults-spoken.mjs';
import { Results } from './results.mjs';
import { examine, walk } from './visit.mjs';

const PAGE = 'ar/2024/index.html';

/** Before the end of main; the first drawn text; the first figure. */
const inMain = (html) => (text) => text.replace('</main>', `${html}</main>`);
const inText = (attribute) => (text) => text.replaceAll('<text class="c-value"', `<text ${attribute} class="c-value"`);
const style = (css) => (text) => text.replace('</head>', `<style>${css}</style></head>`);

// name: [how it is planted, the check that must find it, what that check says]
const FAULTS = {
  'image without alt text': [inMain('<img src="../../static/icon.svg">'), 'axe', /image-alt/],
  'pale text': [inMain('<p style="color: #999; background: #fff">Blek text som är för svår att läsa</p>'), 'axe', /color-contrast/],
  'text in the colour of its ground': [inMain('<p style="color: #fff; background: #fff">Osynlig text</p>'), 'axe', /color-contrast/],
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
  'no skip link': [(text) => text.replace(/<a class="skip"[\s\S]*?<\/a>/, ''), 'skip-link', /not the skip link/],
  'skip link to nowhere': [(text) => text.replace(/(class="skip" href=")[^"]*/, '$1#borta'), 'skip-link', /past the navigation/],
  ...SPOKEN_FAULTS,
};

/** Each fault as one test, noted in the results. */
export function plantedFaults(contexts, report, example, results) {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  cpSync(join(report, 'static'), join(folder, 'static'), { recursive: true });
  const original = readFileSync(join(report, PAGE), 'utf8');
  const jobs = Object.entries(FAULTS).map(([name, [plant, check, expected, state]], index) => async () => {
    const file = join(folder, 'ar', String(index), 'index.html');
    mkdirSync(join(folder, 'ar', String(index)), { recursive: true });
    const text = plant(original);
    writeFileSync(file, text);
    const own = new Results();
    const visit = ['keyboard', 'skip-link'].includes(check) ? walk : examine;
    await visit(contexts, { name, file, kind: 'year', standsFor: `malmö/${PAGE}` }, own, check);
    const found = own.found(check, state).some((finding) => expected.test(finding));
    const findings = [];
    if (text === original) findings.push('could not be planted');
    else if (!found) findings.push(`${check} does not find it`);
    results.add('planted fault', name, state ?? 'any', findings.map((finding) => `${name}: ${finding}`));
  });
  jobs.push(() => longerWay(contexts, example, join(folder, 'start'), results));
  return { jobs, remove: () => rmSync(folder, { recursive: true }) };
}
