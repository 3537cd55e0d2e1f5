// A transcript short enough to be read by a reviewer: what repeats itself is heard a few times, and then counted.
//
// Of a table's rows and a list's items or terms the first three are kept when there are more than five. The frame around the
// page is heard on the start page; elsewhere only what is current in it.
import { lines } from './words.mjs';
import { inOrder, within } from './tree.mjs';

const [MANY, KEPT] = [5, 3];

/** The lines of a page, indented. */
export function abridged(root, withFrame) {
  const left = new Map();
  for (const node of inOrder(root)) {
    if (!withFrame && ['banner', 'contentinfo', 'complementary'].includes(node.role)) {
      left.set(node, currentIn(node));
      node.children = [];
    }
    // A menu is heard whole: its order and words are the point.
    if (['table', 'list', 'DescriptionList'].includes(node.role) && !within(node, 'navigation')) shorten(node, left);
  }
  return lines(root).flatMap(({ depth, text, node }) => {
    const line = '  '.repeat(depth) + text;
    return left.has(node) ? [line + left.get(node)] : [line];
  });
}

function currentIn(node) {
  const current = [...inOrder(node)].find((one) => one.element?.attributes['aria-current']);
  return current ? ` (som på startsidan; aktuell: ${current.name})` : ' (som på startsidan)';
}

function shorten(node, left) {
  const unit = { table: 'row', list: 'listitem', DescriptionList: 'term' }[node.role];
  const all = node.children.filter((one) => one.role === unit);
  // The first row of a table holds its headings.
  const kept = KEPT + (node.role === 'table' ? 1 : 0);
  if (all.length <= kept + MANY - KEPT) return;
  const end = node.children.indexOf(all[kept]);
  left.set(node, `; ${all.length - kept} av dem utelämnas här`);
  node.shown = node.children.slice(0, end);
}
