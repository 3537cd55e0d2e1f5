// On paper: no navigation, everything unfolded, dark letters on a light page whatever the screen looks like.

export default {
  name: 'print',
  states: ['print'],
  check: (tab) =>
    tab.evaluate(() => {
      const { byClass, contrast, ground, luminance, name, readerOnly, rgba, texts, unique, visible } = suite;
      const findings = [];
      const wide = [];
      // A document's own list of contents is of use on paper; what leads elsewhere is not.
      for (const one of document.querySelectorAll('nav:not(main nav.contents), a.skip')) {
        if (visible(one)) findings.push(`${name(one)} is printed`);
      }
      for (const details of document.querySelectorAll('main details')) {
        const content = [...details.children].find((child) => child.tagName !== 'SUMMARY');
        const box = content?.getBoundingClientRect();
        if (!content?.checkVisibility() || box.height === 0) findings.push(`${name(details)} is not printed unfolded`);
      }
      if (luminance(ground(document.body)) < 0.8) findings.push('the page is printed dark');
      // Browsers drop backgrounds from paper, so letters must be dark on white, not only on their cell.
      const pale = texts(document.querySelector('main'))
        .map((element) => ({ element, seen: contrast(rgba(getComputedStyle(element).color), [255, 255, 255, 1]) }))
        .filter(({ seen }) => seen < 4.5);
      findings.push(...byClass(pale.map(({ element, seen }) => ({ element, fault: `has ${seen.toFixed(2)}:1 on white paper` }))));
      for (const head of document.querySelectorAll('main thead')) {
        if (getComputedStyle(head).display !== 'table-header-group') findings.push(`${name(head)} is not repeated on the next sheet`);
      }
      // A4 lying between margins of 12 mm; where a table asks for a page of its own, the sheet is turned.
      const sheets = { standing: document.documentElement.clientWidth, lying: 1032 };
      for (const element of document.querySelectorAll('main :not(table *)')) {
        if (!visible(element) || readerOnly(element) || element instanceof SVGElement) continue;
        const { left, right } = element.getBoundingClientRect();
        let turned = false;
        for (let at = element; at; at = at.parentElement) turned ||= getComputedStyle(at).page !== 'auto';
        const sheet = turned ? 'lying' : 'standing';
        if (right - Math.min(left, 0) > sheets[sheet] + 1) wide.push({ element, fault: `reaches out of a ${sheet} A4` });
      }
      findings.push(...byClass(wide));
      return unique(findings);
    }),
};
