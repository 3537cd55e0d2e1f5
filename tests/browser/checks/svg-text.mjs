// Text in charts as it is rendered: one drawing at a time, large enough, upright, inside, not over other text.

export default {
  name: 'svg-text',
  states: ['wide', 'phone', 'narrow', 'zoomed200', 'print'],
  check: (tab) =>
    tab.evaluate(() => {
      const { byClass, name, visible, unique } = suite;
      const findings = [];
      const faults = [];
      const print = matchMedia('print').matches;
      for (const frame of document.querySelectorAll('figure .chart-frame')) {
        const drawings = [...frame.querySelectorAll(':scope > svg')];
        const shown = drawings.filter(visible);
        const where = frame.closest('figure').id;
        if (drawings.length < 2) findings.push(`#${where} has ${drawings.length} drawings, not a wide and a narrow one`);
        if (shown.length !== 1) findings.push(`#${where} shows ${shown.length} drawings at once`);
        for (const svg of shown) {
          const frameBox = frame.getBoundingClientRect();
          const texts = [...svg.querySelectorAll('text')].filter(visible).map((text) => ({ text, box: text.getBoundingClientRect() }));
          for (const { text, box } of texts) {
            const matrix = text.getScreenCTM();
            const size = parseFloat(getComputedStyle(text).fontSize) * Math.hypot(matrix.a, matrix.b);
            // Paper is not read at a width in px; 11 px there are 8 points.
            if (size < (print ? 11 : 12) - 0.01) faults.push({ element: text, fault: `is ${size.toFixed(1)} px in #${where} .${svg.classList[1]}` });
            if (Math.abs(matrix.b) > 0.001) findings.push(`${name(text)} is rotated`);
            // Fonts differ by a px or two from the widths that the drawing was planned with.
            if (box.left < frameBox.left - 2 || box.right > frameBox.right + 2) {
              findings.push(`${name(text)} runs ${Math.round(Math.max(frameBox.left - box.left, box.right - frameBox.right))} px out of the drawing`);
            }
          }
          texts.forEach((one, index) => {
            for (const other of texts.slice(index + 1)) {
              const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
              const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
              // Boxes hold room above and below the letters; only real contact counts.
              if (across > 1 && down > 5) findings.push(`${name(one.text)} lies over “${other.text.textContent}” (${Math.round(across)} × ${Math.round(down)} px)`);
            }
          });
        }
      }
      return unique([...byClass(faults), ...findings]);
    }),
};
