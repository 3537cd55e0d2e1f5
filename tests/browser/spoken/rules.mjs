// What must hold of everything that is said, on every page.
import { inOrder, insideTag, raw, said, tidy, within } from './tree.mjs';
import { lines } from './words.mjs';

const NAMED = new Set(['link', 'heading', 'cell', 'columnheader', 'rowheader', 'region', 'navigation', 'complementary', 'table', 'image', 'DisclosureTriangle', 'term']);

// Read as “black circle”, “rightwards arrow”, or not at all, as the reader pleases.
const SYMBOL = /[\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff]/u;

/** Names that say nothing without what stands around them, or only a number. */
const ALONE = /^(läs mer|mer|mera|här|klicka här|visa|visa mer|se mer|länk|ladda ner|hämta|öppna|gå till|nästa|föregående|tillbaka)$|^[^\p{L}]*$/iu;
const YEAR = /^(19|20)\d\d(–(19|20)\d\d)?$/;

/** Everything a screen reader would say wrongly, as findings. */
export function spokenFindings(root) {
  const nodes = [...inOrder(root)];
  return [...new Set([...charts(nodes), ...symbols(nodes), ...changes(nodes), ...names(nodes), ...links(nodes), ...headings(nodes), ...numbers(nodes), ...codes(root)])];
}

/** A chart is headline, caption, one image, text, table; nothing of the drawing is heard. */
function charts(nodes) {
  const findings = [];
  for (const node of nodes) {
    if (node.text !== null && insideTag(node, 'svg')) findings.push(`a drawing reads itself aloud, as “${said(node)}”`);
    if (node.role !== 'figure') continue;
    const parts = [...inOrder(node)].map((one) => one.role).filter((role) => ['heading', 'paragraph', 'image', 'table'].includes(role));
    if (!/^heading paragraph image paragraph table\b/.test(parts.join(' '))) {
      findings.push(`a figure is not read as headline, caption, image, text and table but as ${parts.slice(0, 6).join(', ')}`);
    }
  }
  return findings;
}

function symbols(nodes) {
  return nodes
    .filter((node) => node.text !== null || node.role === 'image')
    .filter((node) => SYMBOL.test(node.name) && !within(node, 'code'))
    .map((node) => `the symbol ${node.name.match(SYMBOL)[0]} is read aloud in “${node.name.slice(0, 60)}”`);
}

/** Most readers are silent about the elements, so words say what they mean, before and after. */
function changes(nodes) {
  const words = { insertion: /^tillagt: .*\(slut på tillägget\)$/, deletion: /^borttaget: .*\(slut på det borttagna\)$/ };
  return nodes
    .filter((node) => node.role in words && !words[node.role].test(said(node)))
    .map((node) => `a change is not told as ${node.role === 'insertion' ? 'added' : 'removed'}: “${said(node).slice(0, 60)}”`);
}

function names(nodes) {
  return nodes.flatMap((node) => {
    if (!NAMED.has(node.role)) return [];
    const content = ['cell', 'rowheader', 'columnheader', 'heading', 'term'].includes(node.role);
    const name = node.name || (content ? said(node) : '');
    if (!name) return [`${node.role} without a name`];
    return content && !/[\p{L}\d]/u.test(name) ? [`${node.role} of signs only: “${name}”`] : [];
  });
}

/** Each link can be chosen from a list of links: its name is enough, and leads to one place. */
function links(nodes) {
  const findings = [];
  const places = new Map();
  for (const node of nodes.filter((one) => one.role === 'link')) {
    const name = node.name;
    if (ALONE.test(name) && !YEAR.test(name)) findings.push(`link “${name}” says too little by itself`);
    places.set(name, new Set([...(places.get(name) ?? []), node.href]));
  }
  for (const [name, targets] of places) {
    if (targets.size > 1) findings.push(`link “${name}” leads to ${targets.size} places: ${[...targets].slice(0, 3).map(lastPart).join(', ')}`);
  }
  return findings;
}

const lastPart = (href) => decodeURI(href ?? 'nowhere').split('/').slice(-4).join('/');

/** The list of headings is a table of contents: no entry twice under the same one. */
function headings(nodes) {
  const findings = [];
  const path = [];
  const seen = new Set();
  for (const node of nodes.filter((one) => one.role === 'heading')) {
    path.length = node.level - 1;
    const under = path.filter(Boolean).join(' › ');
    path.push(node.name);
    const place = `${under} › ${node.name}`;
    if (seen.has(place)) findings.push(`heading “${node.name}” stands twice under “${under}”`);
    seen.add(place);
  }
  return findings;
}

const WRONG = [
  // A plain space lets the number be read, and broken, in two.
  [/(?<![\d,.\u00a0])\d{1,3}(?: \d{3})+(?![\d,-])/, 'thousands apart by a plain space'],
  [/\d%/, 'percent sign without a space'],
  [/(?:^|[\s(])-\d/, 'a hyphen as minus'],
  [/\d\.\d+[ \u00a0](?:%|procent)/, 'a decimal point'],
  [/(?<!\d)\d{1,2}\/\d{1,2}[ -](?:19|20)\d\d|(?<!\d)\d{1,2}\.\d{1,2}\.(?:19|20)\d\d/, 'a date in signs'],
  [/\d(?:-| - )(?=(?:19|20)\d\d(?!\d|-))(?<=(?<!\d)(?:19|20)\d\d.{1,3})/, 'a hyphen between years'],
  [/(?<!\p{L})(?:t\.? ?ex|bl\.? ?a|d\.? ?v\.? ?s|m\.? ?m|o\.? ?s\.? ?v|fr\.? ?o\.? ?m|t\.? ?o\.? ?m|f\.? ?d|s\.? ?k)\.(?!\p{L})|(?<!\p{L})(?:resp|enl|exkl|inkl|avs|jfr|tkr|mnkr|proc)(?!\p{L})/iu, 'an abbreviation that is spelt out aloud'],
];

/** The id of a statement says nothing to those who hear it, so at first it stands with the statement's name. */
function codes(root) {
  const text = lines(root).filter(({ node }) => !within(node, 'code')).map((line) => line.text).join('\n');
  const seen = new Map();
  for (const { 0: code, index } of text.matchAll(/(?<![\p{L}\d-])\p{Lu}{2,}\d{1,2}(?![\p{L}\d:/-])/gu)) {
    if (!seen.has(code)) seen.set(code, text.slice(index + code.length, index + code.length + 40));
  }
  return [...seen].filter(([, next]) => !/^[ :,]? ?\(?\p{L}{2,}/u.test(next)).map(([code, next]) => `“${code}” is heard before it is explained: “${code}${next.split('\n')[0]}”`);
}

/** Numbers, dates and short forms are written so that they are read as they are said. Code is read as it stands. */
function numbers(nodes) {
  const findings = [];
  for (const node of nodes) {
    if (node.role === 'Abbr') findings.push(`abbr “${said(node)}” is heard without its meaning`);
    if (node.text !== null && !within(node, 'code')) {
      for (const [wrong, what] of WRONG) {
        const found = node.text.match(wrong);
        if (found) findings.push(`${what}: “${tidy(node.text.slice(Math.max(0, found.index - 15), found.index + 30))}”`);
      }
    }
    node.children.forEach((child, index) => {
      const next = node.children[index + 1];
      if (next && child.text !== null && next.text !== null && /\d$/.test(raw(child)) && /^\d/.test(raw(next))) {
        findings.push(`a number is read in two: “${said(child).slice(-20)}” and “${said(next).slice(0, 20)}”`);
      }
    });
  }
  return findings;
}
