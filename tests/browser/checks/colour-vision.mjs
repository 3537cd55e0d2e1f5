// Levels as painted, seen with protanopia, deuteranopia and tritanopia: any two levels of a drawing stay 15 apart by CIEDE2000,
// or differ by pattern or by being hollow. (2.3 is just noticed side by side; 10 is told apart at a glance when large. 15 leaves
// room for poor screens.) In tables the level has a symbol of its own and a word.

export default {
  name: 'colour-vision',
  states: ['wide', 'wideDark', 'narrow', 'more', 'moreDark'],
  check: (tab) =>
    tab.evaluate(() => {
      const { contrast, over, unique, visible } = suite;
      const { areas, ink, overlay, page, patternInk } = suite.drawing;
      const findings = [];
      // The formula itself, against three pairs from its authors' table of test data.
      const { difference, nearest } = suite.vision;
      for (const [one, other, expected] of [
        [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
        [[50, 2.5, 0], [56, -27, -3], 31.903],
        [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
      ]) {
        if (Math.abs(difference(one, other) - expected) > 0.0001) findings.push('CIEDE2000 is computed wrongly');
      }
      const levelOf = (element) => [...element.classList].find((one) => /^tone-/.test(one));
      for (const svg of [...document.querySelectorAll('svg.chart')].filter(visible)) {
        const ground = page(svg);
        const looks = new Map();
        const all = areas(svg);
        all.forEach((area, index) => {
          const level = levelOf(area);
          const { fill } = ink(area);
          if (!level || !fill || looks.has(level)) return;
          const top = all[index + 1];
          const pattern = top && overlay(top) && /^pattern-/.test(top.classList[0]) ? patternInk(top)?.shape : null;
          const color = over(fill, ground);
          looks.set(level, { color, pattern: pattern ?? 'plain', hollow: contrast(color, ground) < 1.2 });
        });
        const levels = [...looks];
        levels.forEach(([level, look], index) => {
          for (const [other, its] of levels.slice(index + 1)) {
            if (look.pattern !== its.pattern || look.hollow !== its.hollow) continue;
            const { eyes, apart } = nearest(look.color, its.color);
            if (apart < 15) findings.push(`#${svg.closest('figure')?.id}: ${level} and ${other} are ${apart.toFixed(1)} apart with ${eyes}, needs 15`);
          }
        });
      }
      const symbols = new Map();
      for (const cell of document.querySelectorAll('td[class*="tone-"]')) {
        const level = levelOf(cell);
        const symbol = cell.querySelector('.symbol')?.textContent.trim() ?? '';
        const words = cell.textContent.replace(symbol, '').trim();
        if (!symbol || !words) findings.push(`a cell of ${level} has no ${symbol ? 'word' : 'symbol'}`);
        const twin = [...symbols].find(([other, its]) => other !== level && its.has(symbol));
        if (symbol && twin) findings.push(`${twin[0]} and ${level} have the same symbol ${symbol}`);
        symbols.set(level, (symbols.get(level) ?? new Set()).add(symbol));
      }
      return unique(findings);
    }),
};
