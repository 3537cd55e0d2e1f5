// WCAG 3.1.2: parts in another language say so. English function words in text whose nearest lang is Swedish are a part that does not.

// Words that no Swedish sentence has; “by”, “in”, “on”, “for” and “all” are Swedish words too.
const ENGLISH =
  'the and of with from this these those that which your you is are was were been have has not what where when please click read more ' +
  'back next previous search skip content contents page year table download none missing unknown true false null undefined';

export default {
  name: 'language',
  states: ['wide'],
  check: (tab) =>
    tab.evaluate((words) => {
      const pattern = new RegExp(`(?<![\\p{L}\\d_./-])(?:${words.join('|')})(?![\\p{L}\\d_/-])`, 'iu');
      const findings = [];
      const look = (element, text) => {
        const found = text?.match(pattern);
        // Code, files and their paths are shown as they are written.
        if (!found || element.closest('code, pre, style, script, .trace')) return;
        const lang = element.closest('[lang]')?.lang;
        if (!lang) findings.push('the page does not say its language');
        else if (/^sv\b/.test(lang)) findings.push(`“${found[0]}” is English in Swedish text: “${suite.name(element)}”`);
      };
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
      for (let node = walker.currentNode; node; node = walker.nextNode()) {
        if (node.nodeType === Node.TEXT_NODE) look(node.parentElement, node.data);
        else for (const attribute of ['aria-label', 'alt', 'title', 'placeholder']) look(node, node.getAttribute(attribute));
      }
      return suite.unique(findings);
    }, ENGLISH.split(' ')),
};
