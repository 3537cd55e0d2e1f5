// The tree as lines in Swedish, in the order and with the words in which a listener meets them.
import { spaced, tidy } from './tree.mjs';

/** Parts that are announced on a line of their own, with what they hold below. */
const PARTS = {
  banner: () => 'sidhuvud',
  navigation: (node) => `navigering: ${node.name}`,
  main: () => 'huvudinnehåll',
  complementary: (node) => `sidoruta: ${node.name}`,
  contentinfo: () => 'sidfot',
  region: (node) => `område: ${node.name}`,
  article: (node) => (node.name ? `artikel: ${node.name}` : 'artikel'),
  figure: (node) => (node.name ? `figur: ${node.name}` : 'figur'),
  blockquote: () => 'citat',
  list: (node) => `lista med ${node.children.filter((one) => one.role === 'listitem').length}`,
  DescriptionList: (node) => `begreppslista med ${node.children.filter((one) => one.role === 'term').length}`,
  table: (node) => `tabell: ${node.name}, ${count(columns(node), 'kolumn', 'kolumner')}, ${count(rows(node).length, 'rad', 'rader')}`,
};

const INLINE = new Set(['StaticText', 'link', 'strong', 'emphasis', 'code', 'insertion', 'deletion', 'mark', 'LineBreak', 'ListMarker', 'image', 'Abbr', 'time', 'subscript', 'superscript']);

/** Each line as `{ depth, text, node }`; one line is one stop of the reading cursor. */
export function lines(root) {
  const found = [{ depth: 0, text: `sida: ${root.name}`, node: root }];
  for (const child of root.children) read(child, 0, found);
  return found;
}

function read(node, depth, found) {
  const add = (text, at = depth) => found.push({ depth: at, text, node });
  if (node.role in PARTS) {
    add(PARTS[node.role](node));
    if (node.role === 'table') return readRows(node, depth + 1, found);
    return readChildren(node, depth + 1, found);
  }
  if (node.role === 'heading') return add(`rubrik nivå ${node.level}: ${node.name}`);
  if (node.role === 'DisclosureTriangle') return add(`knapp, ${node.expanded ? 'utfälld' : 'hopfälld'}: ${node.name}`);
  if (node.role === 'term') return add(`begrepp: ${line(node)}`);
  if (INLINE.has(node.role)) return add(tidy(inline(node)));
  // A paragraph, an item, a caption: one stop when it holds running text, else each part its own.
  const mark = node.role === 'listitem' ? '• ' : '';
  readChildren(node, depth + (node.role === 'definition' ? 1 : 0), found, mark);
}

/** Running text that stands together is one line, also where it stands beside lists or paragraphs. */
function readChildren(node, depth, found, mark = '') {
  let run = [];
  const finish = () => {
    const text = tidy(run.map(inline).join(''));
    if (text) found.push({ depth, text: mark + text, node: run.length === 1 ? run[0] : node });
    run = [];
  };
  for (const child of node.shown ?? node.children) {
    if (INLINE.has(child.role)) run.push(child);
    else {
      finish();
      read(child, depth, found);
    }
  }
  finish();
}

function readRows(table, depth, found) {
  const [heads, ...body] = rows(table.shown ? { children: table.shown } : table);
  const names = heads?.children.map((cell) => cell.name) ?? [];
  found.push({ depth, text: `kolumner: ${names.join(' | ')}`, node: heads });
  body.forEach((row, index) => {
    const cells = row.children.map((cell, place) => (cell.role === 'rowheader' ? line(cell) : `${names[place]}: ${line(cell)}`));
    found.push({ depth, text: `rad ${index + 1}: ${cells.join(' | ')}`, node: row });
  });
}

const rows = (table) => table.children.filter((one) => one.role === 'row');
const columns = (table) => Math.max(0, ...rows(table).map((row) => row.children.length));
const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** All that a cell or a term says, on one line. */
function line(node) {
  return tidy(node.children.map((child) => (INLINE.has(child.role) ? inline(child) : ` ${line(child)} `)).join(''));
}

function inline(node) {
  if (node.text !== null) return spaced(node, node.text);
  if (node.role === 'link') return spaced(node, `[länk${current(node)}: ${node.name}]`);
  if (node.role === 'image') return spaced(node, `[bild: ${node.name}]`);
  if (node.role === 'LineBreak') return ' / ';
  if (node.role === 'ListMarker') return '';
  // Readers are silent about added and removed by default, so only what stands in words is heard.
  return spaced(node, node.children.map(inline).join(''));
}

function current(node) {
  const value = node.element?.attributes['aria-current'];
  return value === 'page' ? ', denna sida' : value ? ', aktuell' : '';
}
