// WCAG 2.5.8: what is pressed is 24 px large, or stands apart, or is a link in running text.

export default {
  name: 'targets',
  states: ['wide', 'narrow'],
  check: (tab) =>
    tab.evaluate(() => {
      const { name, readerOnly, visible, unique } = suite;
      const targets = [...document.querySelectorAll('a[href], summary, button, input, select')]
        .filter((one) => visible(one) && !readerOnly(one) && !one.matches('a.skip'))
        .map((element) => ({ element, box: element.getBoundingClientRect() }));
      const large = ({ box }) => box.width >= 23.99 && box.height >= 23.99;
      const inText = (element) => {
        const block = element.closest('p, dd, li, td, th, blockquote');
        if (!block || getComputedStyle(element).display !== 'inline') return false;
        const links = [...block.querySelectorAll('a, summary')].map((one) => one.textContent).join('');
        const rest = block.textContent.replace(/\s+/g, '').length - links.replace(/\s+/g, '').length;
        return rest > 0;
      };
      const centre = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
      const findings = [];
      for (const target of targets) {
        if (large(target) || inText(target.element)) continue;
        const [x, y] = centre(target);
        const near = targets.find((other) => {
          if (other === target || other.element.contains(target.element) || target.element.contains(other.element)) return false;
          const [otherX, otherY] = centre(other);
          const { box } = other;
          const apart = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
          return apart < 12 || (!large(other) && Math.hypot(otherX - x, otherY - y) < 24);
        });
        if (near) {
          findings.push(`${name(target.element)} is ${Math.round(target.box.width)} × ${Math.round(target.box.height)} px, too near ${name(near.element)}`);
        }
      }
      return unique(findings);
    }),
};
