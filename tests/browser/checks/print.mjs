// On paper: no navigation, everything unfolded, dark letters on a light page whatever the screen looks like.

export default {
  name: 'print',
  states: ['print'],
  check: (tab) =>
    tab.evaluate(() => {
      const { contrast, ground, luminance, name, readerOnly, rgba, unique, visible } = suite;
      const findings = [];
      for (const one of document.querySelectorAll('nav, a.skip')) {
        if (visible(one)) findings.push(`${name(one)} is printed`);
      }
      for (const details of document.querySelectorAll('main details')) {
        const content = [...details.children].find((child) => child.tagName !== 'SUMMARY');
        const box = content?.getBoundingClientRect();
        if (!content?.checkVisibility() || box.height === 0) findings.push(`${name(details)} is not printed unfolded`);
      }
      if (luminance(ground(document.body)) < 0.8) findings.push('the page is printed dark');
      for (const element of document.querySelectorAll('main *')) {
        const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        if (!own || element instanceof SVGElement || !visible(element) || readerOnly(element)) continue;
        // Browsers drop backgrounds from paper, so letters must be dark on white, not only on their cell.
        const seen = contrast(rgba(getComputedStyle(element).color), [255, 255, 255, 1]);
        if (seen < 4.5) findings.push(`${name(element)} has ${seen.toFixed(2)}:1 on white paper`);
      }
      for (const head of document.querySelectorAll('main thead')) {
        if (getComputedStyle(head).display !== 'table-header-group') findings.push(`${name(head)} is not repeated on the next sheet`);
      }
      if (document.documentElement.scrollWidth > document.documentElement.clientWidth) {
        findings.push(`the page is ${document.documentElement.scrollWidth} px wide on a sheet of ${document.documentElement.clientWidth} px`);
      }
      return unique(findings);
    }),
};
