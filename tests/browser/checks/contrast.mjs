// Text outside charts as we compute it ourselves: 7:1 (1.4.6, AAA) also where engines give up, the signs that styles put before
// words, and with more contrast asked for, lines that are 3:1 and stronger than without.

export default {
  name: 'contrast',
  states: ['wide', 'wideDark', 'more', 'moreDark', 'moreNarrow'],
  check: (tab) =>
    tab.evaluate(() => {
      const { byClass, canvasColor, contrast, over, rgba, texts, unique, visible } = suite;
      const faults = [];
      const note = (element, seen, needed, what) => {
        if (seen < needed) faults.push({ element, fault: `${what} has ${seen.toFixed(2)}:1, needs ${needed}:1` });
      };
      const more = matchMedia('(prefers-contrast: more)').matches;
      const canvas = canvasColor();
      const grounds = new Map();
      // Each ground once: thousands of cells lie on the same one.
      const ground = (element) => {
        if (!element) return canvas;
        if (!grounds.has(element)) {
          const own = rgba(getComputedStyle(element).backgroundColor);
          grounds.set(element, own[3] >= 0.999 ? own : over(own, ground(element.parentElement)));
        }
        return grounds.get(element);
      };
      const textContrast = (element, pseudo) => contrast(over(rgba(getComputedStyle(element, pseudo).color), ground(element)), ground(element));
      for (const element of texts(document.body)) note(element, textContrast(element), 7, 'text');
      for (const element of document.body.querySelectorAll('*')) {
        if (element instanceof SVGElement || !visible(element)) continue;
        const style = getComputedStyle(element);
        for (const pseudo of ['::before', '::after']) {
          if (!['none', 'normal', '""'].includes(getComputedStyle(element, pseudo).content)) note(element, textContrast(element, pseudo), 4.5, `the sign ${pseudo}`);
        }
        if (style.display === 'list-item') note(element, textContrast(element, '::marker'), 4.5, 'the sign ::marker');
        if (!more) continue;
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
