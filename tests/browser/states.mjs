// The conditions under which readers meet a page. One navigation serves them all.

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 800 };

export const STATES = {
  wide: { size: wide },
  wideDark: { size: wide, colorScheme: 'dark' },
  narrow: { size: narrow },
  narrowDark: { size: narrow, colorScheme: 'dark' },
  phone: { size: { width: 390, height: 844 } },
  // 200 % and 400 % zoom of 1280 × 1024: the browser lays out in as many px fewer.
  zoomed200: { size: { width: 640, height: 512 } },
  zoomed400: { size: { width: 320, height: 256 } },
  spacedWide: { size: wide, spaced: true },
  spacedNarrow: { size: narrow, spaced: true },
  forced: { size: wide, forcedColors: 'active' },
  forcedDark: { size: wide, forcedColors: 'active', colorScheme: 'dark' },
  more: { size: wide, contrast: 'more' },
  moreDark: { size: wide, contrast: 'more', colorScheme: 'dark' },
  moreNarrow: { size: narrow, contrast: 'more' },
  moreNarrowDark: { size: narrow, contrast: 'more', colorScheme: 'dark' },
  // All others ask for less motion; here nobody has asked.
  moving: { size: wide, reducedMotion: 'no-preference' },
  // The width of a sheet of A4; dark, because paper must come out light all the same.
  print: { size: { width: 718, height: 1016 }, media: 'print', colorScheme: 'dark', closed: true },
};

// WCAG 1.4.12, word for word.
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

/** Puts a tab into a state; what stands folded is unfolded, unless it is asked for as delivered. */
export async function enter(tab, name, { folded = false } = {}) {
  const state = STATES[name];
  await tab.setViewportSize(state.size);
  await tab.emulateMedia({
    media: state.media ?? 'screen',
    colorScheme: state.colorScheme ?? 'light',
    forcedColors: state.forcedColors ?? 'none',
    contrast: state.contrast ?? 'no-preference',
    reducedMotion: state.reducedMotion ?? 'reduce',
  });
  await tab.evaluate(
    ({ closed, spacing }) => {
      // What stands folded is content too; where folding itself is on trial, it stays as it is.
      for (const details of document.querySelectorAll('details')) details.open = !closed;
      document.getElementById('suite-spacing')?.remove();
      if (!spacing) return;
      const style = document.createElement('style');
      style.id = 'suite-spacing';
      style.textContent = spacing;
      document.head.append(style);
    },
    { closed: folded || Boolean(state.closed), spacing: state.spaced ? SPACING : null },
  );
}
