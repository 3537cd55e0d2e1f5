// How a chart is painted, as the checks of contrast and of forced colours need it. Source for the page, like in-page.mjs.

export function installDrawing() {
  const { rgba, over, ground, visible } = suite;

  // The grid only helps the eye, a chip and a casing are ground for what lies on them, and a gap says its reason as text.
  const NO_MARK = ['c-grid', 'c-chip', 'c-target-ground', 'c-gap'];
  const overlay = (element) => /url\(/.test(getComputedStyle(element).fill);
  const isMark = (element) =>
    !element.closest('pattern, defs, clipPath') && visible(element) && !overlay(element) && !NO_MARK.some((one) => element.classList.contains(one));

  function opacity(element) {
    let value = 1;
    for (let at = element; at && at.tagName !== 'svg'; at = at.parentElement) value *= Number(getComputedStyle(at).opacity);
    return value;
  }

  /** Fill and stroke as painted, or null where there is none. */
  function ink(element) {
    const style = getComputedStyle(element);
    const color = (paint, part) => {
      if (paint === 'none' || paint.includes('url(')) return null;
      const [r, g, b, a] = rgba(paint);
      return [r, g, b, a * Number(part) * opacity(element)];
    };
    const stroke = parseFloat(style.strokeWidth) > 0 ? color(style.stroke, style.strokeOpacity) : null;
    return { fill: color(style.fill, style.fillOpacity), stroke };
  }

  /** What the pattern of an overlay is drawn in. */
  function patternInk(element) {
    const id = getComputedStyle(element).fill.match(/#([^"')]+)/)?.[1];
    const shape = id && document.getElementById(id)?.firstElementChild;
    if (!shape) return null;
    const { fill, stroke } = ink(shape);
    return { color: stroke ?? fill, shape: shape.getAttribute('d') ?? shape.tagName };
  }

  const areas = (svg) => [...svg.querySelectorAll('rect, circle')].filter((one) => !one.closest('pattern, defs') && visible(one));

  /** The painted areas of a drawing in order, read once: styles and boxes are slow to ask for. */
  const paintOrder = (svg) => ({
    ground: ground(svg),
    areas: areas(svg).map((area) => ({
      area,
      box: area.getBoundingClientRect(),
      pattern: overlay(area) ? patternInk(area)?.color : null,
      fill: overlay(area) ? null : ink(area).fill,
    })),
  });

  /** All colours that lie under an element at a point: the topmost area, and the pattern on it. */
  function under(painted, element, x, y) {
    let colors = [painted.ground];
    for (const { area, box, pattern, fill } of painted.areas) {
      if (!(area.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING)) break;
      if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
      if (pattern) colors.push(over(pattern, colors[0]));
      else if (fill && fill[3] > 0) colors = [over(fill, colors[0])];
    }
    return colors;
  }

  suite.drawing = { areas, ink, isMark, overlay, page: ground, paintOrder, patternInk, under };
}
