// What scrolls sideways or in a height of its own is reached by the keyboard, has a name, and every wide table lies in such a region.

export default {
  name: 'regions',
  states: ['wide', 'narrow', 'zoomed400', 'spacedNarrow'],
  check: (tab) =>
    tab.evaluate(() => {
      const { name, readerOnly, unique, visible } = suite;
      const findings = [];
      const names = new Map();
      const label = (element) => {
        const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
        const text = ids.length > 0 ? ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ') : element.getAttribute('aria-label');
        return text?.replace(/\s+/g, ' ').trim() ?? '';
      };
      const scrolls = (element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const [wide, high] = [element.scrollWidth > element.clientWidth + 1, element.scrollHeight > element.clientHeight + 1];
        return (wide && /auto|scroll/.test(overflowX)) || (high && /auto|scroll/.test(overflowY));
      };
      for (const element of document.body.querySelectorAll('*')) {
        if (element instanceof SVGElement || !visible(element) || readerOnly(element)) continue;
        const region = element.matches('section, [role=region], nav') && /auto|scroll/.test(getComputedStyle(element).overflowX);
        if (!scrolls(element) && !(region && element.tabIndex === 0)) continue;
        if (element.tabIndex !== 0) findings.push(`${name(element)} scrolls, and the keyboard does not reach it`);
        if (!element.matches('section, [role=region], nav')) findings.push(`${name(element)} scrolls and is no region`);
        const told = label(element);
        if (!told) findings.push(`${name(element)} scrolls and has no name`);
        else if (names.has(told)) findings.push(`two scroll regions have the name “${told}”`);
        names.set(told, element);
      }
      for (const table of document.querySelectorAll('main table')) {
        if (!visible(table)) continue;
        const region = table.parentElement.closest('section[tabindex="0"], [role=region][tabindex="0"]');
        if (!region || !/auto|scroll/.test(getComputedStyle(region).overflowX)) findings.push(`${name(table)} lies in no region that can scroll`);
      }
      return unique(findings);
    }),
};
