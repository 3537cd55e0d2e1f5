// Contrast in charts, which no engine measures: text 4.5:1, marks 3:1 against what lies under them; 7:1 and 4.5:1 with more contrast.

export default {
  name: 'svg-contrast',
  states: ['wide', 'wideDark', 'narrow', 'narrowDark', 'more', 'moreDark', 'moreNarrow', 'moreNarrowDark', 'forced', 'forcedDark', 'print'],
  check: (tab) =>
    tab.evaluate(() => {
      const { byClass, contrast, name, unique, visible } = suite;
      const { areas, ink, isMark, paintOrder, under } = suite.drawing;
      const findings = [];
      const faults = [];
      const needed = matchMedia('(prefers-contrast: more)').matches ? { text: 7, mark: 4.5 } : { text: 4.5, mark: 3 };
      for (const svg of [...document.querySelectorAll('svg.chart, svg.sparkline')].filter(visible)) {
        const painted = paintOrder(svg);
        const ground = painted.ground;
        for (const text of [...svg.querySelectorAll('text')].filter(visible)) {
          const box = text.getBoundingClientRect();
          const middle = box.top + box.height / 2;
          const grounds = [0.05, 0.5, 0.95].flatMap((part) => under(painted, text, box.left + box.width * part, middle));
          const fill = ink(text).fill;
          const worst = Math.min(...grounds.map((ground) => contrast(suite.over(fill ?? [0, 0, 0, 0], ground), ground)));
          if (worst < needed.text) faults.push({ element: text, fault: `has ${worst.toFixed(2)}:1, needs ${needed.text}:1` });
        }
        for (const mark of [...svg.querySelectorAll('rect, circle, path, polygon, polyline, line')].filter(isMark)) {
          const { fill, stroke } = ink(mark);
          const best = Math.max(0, ...[fill, stroke].filter(Boolean).map((color) => contrast(suite.over(color, ground), ground)));
          if (best < needed.mark) faults.push({ element: mark, fault: `has ${best.toFixed(2)}:1 against the page, needs ${needed.mark}:1` });
        }
        const bars = areas(svg).filter(isMark).map((mark) => ({ mark, box: mark.getBoundingClientRect(), ...ink(mark) }));
        bars.forEach((one, index) => {
          const other = bars[index + 1];
          if (!other || Math.abs(one.box.top - other.box.top) > 1 || one.mark.classList[0] === other.mark.classList[0]) return;
          const gap = other.box.left - one.box.right;
          if (gap < 0.9 && gap > -1 && contrast(one.fill ?? ground, other.fill ?? ground) < 3 && !one.stroke && !other.stroke) {
            findings.push(`${name(one.mark)} and ${name(other.mark)} touch without 3:1 between them`);
          }
        });
      }
      return unique([...byClass(faults), ...findings]);
    }),
};
