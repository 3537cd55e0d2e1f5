// Reflow, zoom and user text spacing: the page never scrolls sideways, and nothing is cut off.

export default {
  name: 'reflow',
  states: ['wide', 'narrow', 'phone', 'zoomed200', 'zoomed400', 'spacedWide', 'spacedNarrow'],
  check: (tab) =>
    tab.evaluate(() => {
      const { name, readerOnly, unique } = suite;
      const findings = [];
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) {
        findings.push(`page is ${document.documentElement.scrollWidth} px wide in ${width} px`);
      }
      const scrolls = (element) => {
        for (let at = element; at && at !== document.body; at = at.parentElement) {
          // A scroll region counts only when the keyboard reaches it.
          if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.tabIndex === 0) return true;
        }
        return false;
      };
      for (const element of document.body.querySelectorAll('*')) {
        if (!element.checkVisibility({ visibilityProperty: true })) continue;
        const style = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        if (box.width === 0 || readerOnly(element) || element.tagName === 'g') continue;
        // The skip link waits outside the page until it has focus.
        if (element.matches('a.skip')) continue;
        if ((box.right > width + 1 || box.left < -1) && !scrolls(element)) {
          findings.push(`${name(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)} px in ${width} px`);
        }
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline') {
          findings.push(`${name(element)} is clipped: ${element.scrollWidth} px of text in ${element.clientWidth} px`);
        }
        if (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1 && style.display !== 'inline') {
          findings.push(`${name(element)} is clipped: ${element.scrollHeight} px of text in a height of ${element.clientHeight} px`);
        }
        // Text that runs out of its own box lies over its neighbour, even when the page does not widen.
        if (own && style.display !== 'inline' && !(element instanceof SVGElement) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && !/auto|scroll/.test(style.overflowX)) {
          findings.push(`${name(element)} runs out of its box: ${element.scrollWidth} px in ${element.clientWidth} px`);
        }
      }
      return unique(findings);
    }),
};
