// Where colour is gone (forced colours, paper, colour blindness) the levels must differ by pattern or outline.

export default {
  name: 'tones',
  states: ['forced', 'forcedDark', 'print'],
  check: (tab) =>
    tab.evaluate(() => {
      const { contrast, unique, visible } = suite;
      const { areas, ink, overlay, page, patternInk } = suite.drawing;
      const findings = [];
      for (const svg of [...document.querySelectorAll('svg.chart')].filter(visible)) {
        const where = `#${svg.closest('figure')?.id} .${svg.classList[1]}`;
        const ground = page(svg);
        const looks = new Map();
        const all = areas(svg);
        all.forEach((area, index) => {
          const level = [...area.classList].find((one) => one.startsWith('tone-') || one === 'c-rest');
          if (!level || looks.has(level)) return;
          const { fill, stroke } = ink(area);
          // Filled or hollow is all that is left of a colour.
          const filled = fill && contrast(suite.over(fill, ground), ground) >= 3;
          const top = all[index + 1];
          const pattern = top && overlay(top) && /^pattern-/.test(top.classList[0]) ? patternInk(top) : null;
          if (pattern && !pattern.color) findings.push(`${where}: the pattern on ${level} is drawn in no colour`);
          if (pattern?.color) {
            const below = filled ? fill : ground;
            const seen = contrast(suite.over(pattern.color, below), below);
            if (seen < 3) findings.push(`${where}: the pattern on ${level} has ${seen.toFixed(2)}:1 against it`);
          }
          if (!filled && !stroke) findings.push(`${where}: ${level} has neither fill nor outline`);
          looks.set(level, `${filled ? 'filled' : 'hollow'} ${pattern?.shape ?? 'plain'}`);
        });
        for (const [level, look] of looks) {
          const twin = [...looks].find(([other, its]) => other < level && its === look);
          if (twin) findings.push(`${where}: ${twin[0]} and ${level} look the same without colour (${look})`);
        }
      }
      return unique(findings);
    }),
};
