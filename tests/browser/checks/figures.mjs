// Every figure is whole, and every number in its drawings stands in its table.

export default {
  name: 'figures',
  states: ['wide'],
  check: (tab) =>
    tab.evaluate(() => {
      const findings = [];
      const said = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
      // Swedish figures: spaces between thousands, decimal comma, the true minus; a unit of percent belongs to the number.
      const numbers = (text) =>
        [...text.matchAll(/(?<![\p{L}\d])[+\u2212-]?\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:,\d+)?(?:[\u00a0\u202f ]?%)?|(?<![\p{L}\d])[+\u2212-]?\d+(?:,\d+)?(?:[\u00a0\u202f ]?%)?/gu)].map(([found]) =>
          found.replace(/[\u00a0\u202f ]/g, '').replace('\u2212', '-'),
        );
      for (const figure of document.querySelectorAll('figure')) {
        const where = `#${figure.id}`;
        const svgs = [...figure.querySelectorAll('.chart-frame > svg')];
        const told = figure.querySelector('figcaption')?.cloneNode(true);
        // The headline may stand inside: HTML wants the caption first or last.
        told?.querySelector('h2, h3, h4, h5')?.remove();
        const caption = said(told);
        if (!said(figure.querySelector(':is(h2, h3, h4, h5)'))) findings.push(`${where} has no headline`);
        if (!caption) findings.push(`${where} has no caption`);
        if (!said(figure.querySelector('p.chart-text'))) findings.push(`${where} has no text`);
        if (svgs.length === 0) findings.push(`${where} has no svg`);
        if (!figure.querySelector('table caption')) findings.push(`${where} has no table with a caption`);
        if (!figure.querySelector('a[download]')) findings.push(`${where} has no download`);
        for (const svg of svgs) {
          const label = svg.getAttribute('aria-label');
          if (svg.getAttribute('role') !== 'img' || !label) findings.push(`${where} svg has no role img with a label`);
          if (label === caption) findings.push(`${where} svg repeats the caption`);
          if ([...svg.querySelectorAll('text, rect, polyline, circle, path, line')].some((mark) => !mark.closest('pattern, defs, [aria-hidden="true"]'))) {
            findings.push(`${where} svg draws outside <g aria-hidden="true">`);
          }
          if (svg.querySelector('[style], [font-family], [font-size], [stroke], style, [fill]:not([fill^="url(#"])')) {
            findings.push(`${where} svg carries colours or fonts of its own`);
          }
        }
        const table = [...figure.querySelectorAll('table :is(th, td)')].map(said);
        const inTable = new Set(table.flatMap(numbers));
        for (const cell of table) {
          // Years without data share a row: 2016–2023 holds 2018.
          for (const [, from, to] of cell.matchAll(/(\d{4})–(\d{4})/g)) {
            for (let year = Number(from); year <= Number(to); year += 1) inTable.add(String(year));
          }
        }
        for (const text of figure.querySelectorAll('svg text:not(.c-axis-text)')) {
          for (const number of numbers(said(text).replace(/(\d{4})–(\d{4})/g, '$1 till $2'))) {
            if (!inTable.has(number)) findings.push(`${where}: ${number} in “${said(text)}” is not in its table`);
          }
        }
      }
      return suite.unique(findings);
    }),
};
