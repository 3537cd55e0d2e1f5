// What the browser tells a screen reader: its own accessibility tree, with roles and names as it has computed them.

/** Parts that group and say nothing; what they hold is taken as if it stood outside. */
const SILENT = new Set(['none', 'generic', 'rowgroup', 'sectionheader', 'sectionfooter', 'group', 'Figcaption', 'LayoutTable']);

/**
 * The tree of a tab as `{ role, name, level, expanded, href, element, parent, children }`.
 * `element` is what the document says of the node: tag, attributes, parent.
 */
export async function spokenTree(tab) {
  const session = await tab.context().newCDPSession(tab);
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const snapshot = await session.send('DOMSnapshot.captureSnapshot', { computedStyles: ['display', 'position'] });
    return assemble(nodes, elements(snapshot));
  } finally {
    await session.detach();
  }
}

/** What the document says of each node, by the number under which the accessibility tree knows it. */
function elements({ documents: [{ nodes, layout }], strings }) {
  const found = nodes.backendNodeId.map((id, index) => {
    const words = nodes.attributes[index].map((one) => strings[one]);
    const attributes = {};
    for (let at = 0; at < words.length; at += 2) attributes[words[at]] = words[at + 1];
    return { id, tag: strings[nodes.nodeName[index]].toLowerCase(), attributes, parent: null, apart: false };
  });
  found.forEach((element, index) => {
    element.parent = found[nodes.parentIndex[index]] ?? null;
  });
  layout.nodeIndex.forEach((index, place) => {
    const [display, position] = layout.styles[place].map((one) => strings[one]);
    found[index].apart = found[index].tag !== '#text' && (display !== 'inline' || position === 'absolute');
  });
  return new Map(found.map((element) => [element.id, element]));
}

function assemble(nodes, document) {
  const isSilent = (node) => SILENT.has(node.role.value);
  const isStop = (node) => document.get(node.backendDOMNodeId)?.attributes.tabindex === '0';
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const build = (node, parent) => {
    const property = (name) => node.properties?.find((one) => one.name === name)?.value.value;
    const own = {
      // What can have focus is met as a part of its own, though it lacks the name that would make it one.
      role: isSilent(node) ? 'region' : node.role.value,
      name: tidy(node.name?.value ?? ''),
      // Spaces of texts are kept: they stand between words that follow each other.
      text: node.role.value === 'StaticText' ? node.name.value : null,
      level: property('level'),
      expanded: property('expanded'),
      href: property('url'),
      element: document.get(node.backendDOMNodeId),
      parent,
      children: [],
    };
    own.children = childrenOf(node, own);
    return own;
  };
  const childrenOf = (node, parent) =>
    (node.childIds ?? [])
      .map((id) => byId.get(id))
      .filter((child) => child && child.role.value !== 'InlineTextBox')
      .flatMap((child) => (child.ignored || (isSilent(child) && !isStop(child)) ? childrenOf(child, parent) : [build(child, parent)]));
  return build(nodes.find((node) => !node.parentId), null);
}

/** Spaces as one hears them; a hidden word set apart stands in its sentence. */
export function tidy(text) {
  return text
    .replaceAll('\u00ad', '')
    .replace(/[ \t\n]+/g, ' ')
    .replace(/ ([,:;.)])/g, '$1')
    .trim();
}

/** All nodes in reading order. */
export function* inOrder(node) {
  yield node;
  for (const child of node.children) yield* inOrder(child);
}

/** Everything a node says, its texts joined. */
export function said(node) {
  return tidy(raw(node));
}

export function raw(node) {
  if (node.text !== null) return spaced(node, node.text);
  if (node.role === 'ListMarker') return '';
  if (node.role === 'LineBreak') return ' ';
  return spaced(node, node.children.map(raw).join(''));
}

/** What stands on a line of its own is not run together with its neighbour, though no space stands between them. */
export function spaced(node, text) {
  for (let at = node.element; at && at !== node.parent?.element; at = at.parent) if (at.apart) return ` ${text} `;
  return text;
}

/** The nearest ancestor, or the node itself, with one of the roles. */
export function within(node, ...roles) {
  for (let at = node; at; at = at.parent) if (roles.includes(at.role)) return at;
  return null;
}

/** Whether the document has the node inside an element with the tag. */
export function insideTag(node, tag) {
  for (let at = node.element; at; at = at.parent) if (at.tag === tag) return true;
  return false;
}
