// Forced colours: nothing keeps a colour of its own that makes text or its place disappear.

export default {
  name: 'forced',
  states: ['forced', 'forcedDark'],
  check: (tab) =>
    tab.evaluate(() => {
      const { byClass, canvasColor, contrast, ground, name, rgba, texts, unique, visible } = suite;
      const findings = [];
      const canvas = canvasColor();
      // Elements that follow the system are painted in its colours; those that opt out answer for themselves.
      const pale = texts(document.body)
        .filter((element) => getComputedStyle(element).forcedColorAdjust !== 'auto')
        .map((element) => ({ element, seen: contrast(rgba(getComputedStyle(element).color), ground(element)) }))
        .filter(({ seen }) => seen < 4.5);
      findings.push(...byClass(pale.map(({ element, seen }) => ({ element, fault: `opts out of forced colours and has ${seen.toFixed(2)}:1` }))));
      for (const svg of document.querySelectorAll('svg.chart, svg.sparkline')) {
        if (visible(svg) && contrast(ground(svg), canvas) > 1.1) findings.push(`${name(svg)} lies on a ground that is not the system's`);
      }
      return unique(findings);
    }),
};
