// Text outside charts as we compute it ourselves: 7:1 (1.4.6, AAA) also where engines give up, the signs that styles put before
// words, and with more contrast asked for, lines that are 3:1 and stronger than without.

export default {
  name: 'contrast',
  states: ['wide', 'wideDark', 'narrow', 'narrowDark', 'more', 'moreDark', 'moreNarrow', 'moreNarrowDark'],
  check: (tab) =>
    tab.evaluate(() => {
      const { byClass, contrast, ground, over, rgba, textContrast, texts, unique, visible } = suite;
      const faults = [];
      const note = (element, seen, needed, what) => {
        if (seen < needed) faults.push({ element, fault: `${what} has ${seen.toFixed(2)}:1, needs ${needed}:1` });
      };
      const more = matchMedia('(prefers-contrast: more)').matches;
      for (const element of texts(document.body)) note(element, textContrast(element), 7, 'text');
      for (const element of document.body.querySelectorAll('*')) {
        if (element instanceof SVGElement || !visible(element)) continue;
        for (const pseudo of ['::before', '::after', '::marker']) {
          const { content } = getComputedStyle(element, pseudo);
          const shown = pseudo === '::marker' ? getComputedStyle(element).display === 'list-item' : !['none', 'normal', '""'].includes(content);
          if (shown) note(element, textContrast(element, pseudo), 4.5, `the sign ${pseudo}`);
        }
        if (!more) continue;
        const style = getComputedStyle(element);
        for (const side of ['Top', 'Right', 'Bottom', 'Left']) {
          if (parseFloat(style[`border${side}Width`]) === 0 || style[`border${side}Style`] === 'none') continue;
          const color = rgba(style[`border${side}Color`]);
          if (color[3] === 0) continue;
          // A line is seen against what lies on either side of it.
          const [inside, outside] = [ground(element), ground(element.parentElement)];
          note(element, Math.max(contrast(over(color, inside), inside), contrast(over(color, outside), outside)), 3, 'a line');
        }
      }
      const root = getComputedStyle(document.documentElement);
      const token = (name) => contrast(rgba(root.getPropertyValue(name)), rgba(root.getPropertyValue('--page')));
      const findings = [];
      if (more && token('--line') < 4.5) findings.push(`the lines have ${token('--line').toFixed(2)}:1 with more contrast asked for, needs 4.5:1`);
      return unique([...findings, ...byClass(faults)]);
    }),
};
