// Forced colours: nothing keeps a colour of its own that makes text or its place disappear.

export default {
  name: 'forced',
  states: ['forced', 'forcedDark'],
  check: (tab) =>
    tab.evaluate(() => {
      const { canvasColor, contrast, ground, name, readerOnly, rgba, unique, visible } = suite;
      const findings = [];
      const canvas = canvasColor();
      for (const element of document.body.querySelectorAll('*')) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || element instanceof SVGElement || !visible(element) || readerOnly(element)) continue;
        const style = getComputedStyle(element);
        // Elements that follow the system are painted in its colours; those that opt out answer for themselves.
        if (style.forcedColorAdjust === 'auto') continue;
        const seen = contrast(rgba(style.color), ground(element));
        if (seen < 4.5) findings.push(`${name(element)} opts out of forced colours and has ${seen.toFixed(2)}:1`);
      }
      for (const svg of document.querySelectorAll('svg.chart, svg.sparkline')) {
        if (visible(svg) && contrast(ground(svg), canvas) > 1.1) findings.push(`${name(svg)} lies on a ground that is not the system's`);
      }
      return unique(findings);
    }),
};
