// What the checks use inside the page. Self-contained: the browser gets the source of this one function.

export function install() {
  if (globalThis.suite) return;
  const pixel = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();

  /** Any CSS colour as [red, green, blue, alpha]; painted, because computed values may be oklch() or color(). */
  function rgba(color) {
    if (!known.has(color)) {
      pixel.clearRect(0, 0, 1, 1);
      pixel.fillStyle = color;
      pixel.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
      known.set(color, [red, green, blue, alpha / 255]);
    }
    return known.get(color);
  }

  const over = ([r, g, b, a], ground) => [...[r, g, b].map((part, i) => part * a + ground[i] * (1 - a)), 1];

  function luminance(color) {
    const [r, g, b] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrast(one, other) {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  }

  function canvasColor() {
    const probe = document.createElement('i');
    probe.style.cssText = 'background: Canvas; forced-color-adjust: none; position: absolute';
    document.documentElement.append(probe);
    const color = rgba(getComputedStyle(probe).backgroundColor);
    probe.remove();
    return color;
  }

  /** The colour behind an HTML or outer SVG element. */
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      layers.unshift(layer);
      if (layer[3] >= 0.999) break;
    }
    return layers.reduce((below, layer) => over(layer, below), canvasColor());
  }

  /** How to find the element in the page: the nearest id, tag, class, and what it says. */
  function name(element) {
    const self = element.tagName.toLowerCase() + [...element.classList].map((one) => `.${one}`).join('');
    const anchor = element.closest('[id]');
    const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50);
    return `${anchor && anchor !== element ? `#${anchor.id} ` : ''}${self}${element.id ? `#${element.id}` : ''}${text ? ` “${text}”` : ''}`;
  }

  /** Text for screen readers only: one px, clipped, out of the flow. Captions and cells grow a little all the same. */
  function readerOnly(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position === 'absolute' && style.overflowX === 'hidden' && (at.offsetWidth <= 1 || at.offsetHeight <= 1)) return true;
    }
    return false;
  }

  function visible(element) {
    const box = element.getBoundingClientRect();
    return element.checkVisibility({ visibilityProperty: true }) && (box.width > 0 || box.height > 0);
  }

  const unique = (findings) => [...new Set(findings)];

  /** Elements with text of their own that a sighted reader meets. */
  const texts = (root) =>
    [...root.querySelectorAll('*')].filter(
      (one) =>
        !(one instanceof SVGElement) &&
        [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) &&
        visible(one) &&
        !readerOnly(one),
    );

  /** One finding for all elements of a class with the same fault, with the first as example. */
  function byClass(faults) {
    const groups = new Map();
    for (const { element, fault } of faults) {
      const key = `${element.tagName.toLowerCase()}${[...element.classList].map((one) => `.${one}`).join('')} ${fault}`;
      groups.set(key, [...(groups.get(key) ?? []), element]);
    }
    return [...groups].map(([key, elements]) => `${key}, as ${name(elements[0])}`);
  }

  /** The contrast of an element's own text, as far as it can be computed: no pictures lie under text here. */
  const textContrast = (element, pseudo) => {
    const below = ground(element);
    return contrast(over(rgba(getComputedStyle(element, pseudo).color), below), below);
  };

  /** What an engine found, without what an exception allows: equal faults told once, and the numbers of the exceptions used. */
  function sift(found, exceptions) {
    const used = new Set();
    const left = found.filter(({ rule, element }) => {
      const allowed = exceptions.findIndex((one) => one.rule === rule && (!one.where || element?.matches(one.where)));
      if (allowed >= 0) used.add(exceptions[allowed].number);
      return allowed < 0;
    });
    const faults = left.map(({ rule, element, fault }) => ({ element: element ?? document.documentElement, fault: `${rule}: ${fault}` }));
    return { findings: unique(byClass(faults)), used: [...used] };
  }

  globalThis.suite = { rgba, over, contrast, luminance, canvasColor, ground, name, readerOnly, visible, unique, texts, byClass, textContrast, sift };
}
