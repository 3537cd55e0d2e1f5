// What an engine says and we do not follow: the only list of its kind. Each entry names the engine, its rule, the elements
// (a CSS selector; none means the rule cannot say where), a reason and the date on which somebody looked. An entry that no
// longer keeps anything quiet fails the suite, and so does a rule not run that the engine does not know.

export const EXCEPTIONS = [
  {
    engine: 'html',
    rule: 'doctype-style',
    reason: 'HTML does not mind the case, and the templates write everything small.',
    date: '2026-11-23',
  },
  {
    engine: 'html',
    rule: 'long-title',
    reason: 'A limit for search engines; the names of bodies are long, and what tells pages apart stands first.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'element_tabbable_unobscured',
    notRun: true,
    reason: 'It guesses from overlapping boxes (“confirm that …”) and takes minutes on long pages; “keyboard” really puts focus there and looks what is on top.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'element_tabbable_role_valid',
    where: 'section.scroll',
    reason: 'What scrolls must take focus, or the keyboard cannot scroll it (2.1.1); axe demands what this rule forbids.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'aria_content_in_landmark',
    where: 'a.skip',
    reason: 'A skip link comes before all landmarks, because it leads past them; axe knows that.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'element_tabbable_visible',
    where: 'a.skip',
    reason: 'It shows itself with focus, and “skip-link” and “keyboard” look at that.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'list_structure_proper',
    where: 'dl:has(> div)',
    reason: 'HTML allows groups of dt and dd in a div; html-validate and axe hold the lists for well made.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'text_block_heading',
    where: 'header > p.lead',
    reason: 'The line under the h1 says what kind of text or which year it is; nothing hangs under it.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'heading_markup_misuse',
    where: 'figcaption > .finding',
    reason: 'The headline of a chart is a sentence with a figure in it; the text of the chart hangs under it.',
    date: '2026-11-23',
  },
  {
    engine: 'ibm',
    rule: 'blockquote_cite_exists',
    where: 'blockquote',
    reason: '“cite” is shown by no browser; the source stands as a link beside the quotation.',
    date: '2026-11-23',
  },
  {
    engine: 'htmlcs',
    rule: '1_4_6.G17.Abs',
    where: '.visually-hidden',
    reason: 'Text for screen readers only has no contrast; nobody sees it.',
    date: '2026-11-23',
  },
  {
    engine: 'htmlcs',
    rule: '1_3_1.H48',
    where: 'main p',
    reason: 'A sentence that names two or three sources or pages is no navigation; from four on sources are a list.',
    date: '2026-11-23',
  },
  {
    engine: 'sa11y',
    rule: 'CONTRAST_WARNING_GRAPHIC',
    where: 'svg.chart, svg.sparkline',
    reason: '“Look yourself”: “svg-contrast” measures every mark and every text of each drawing.',
    date: '2026-11-23',
  },
  {
    engine: 'sa11y',
    rule: 'LINK_IDENTICAL_NAME',
    where: 'article.item a[href^="#rekommendation"]',
    reason: 'All of them lead to the same recommendation; the engine compares addresses as written.',
    date: '2026-11-23',
  },
  {
    engine: 'sa11y',
    rule: 'QA_NESTED_COMPONENTS',
    where: 'details.chart-table',
    reason: 'The sources of a table fold inside the table that a chart folds; print opens both.',
    date: '2026-11-23',
  },
  {
    engine: 'sa11y',
    rule: 'QA_UNDERLINE',
    where: 'ins',
    reason: 'What has been added is underlined by old custom; a sign, a ground and a spoken word tell it from links.',
    date: '2026-11-23',
  },
];

const used = new Set();
const numbered = EXCEPTIONS.map((one, number) => ({ ...one, number }));

/** The entries of one engine that are weighed against its findings. */
export const exceptionsOf = (engine) => numbered.filter((one) => one.engine === engine && !one.notRun);

/** Rules of an engine that are not run at all. */
export const notRun = (engine) => numbered.filter((one) => one.engine === engine && one.notRun).map((one) => one.rule);

export const noteUse = (numbers) => numbers.forEach((number) => used.add(number));

/** Notes which of the rules not run the engine really has. */
export const noteRules = (engine, rules) => {
  for (const one of numbered) if (one.engine === engine && one.notRun && rules.includes(one.rule)) used.add(one.number);
};

/** Judges what an engine left in `suite.found` as `{ rule, element, fault }`. */
export async function sift(tab, engine) {
  const { findings, used: numbers } = await tab.evaluate((exceptions) => suite.sift(suite.found, exceptions), exceptionsOf(engine));
  noteUse(numbers);
  return findings;
}

/** Entries without a reason or a date, and those that nothing needs any more. */
export function exceptionFindings(entries = numbered) {
  return entries.flatMap(({ engine, rule, where, reason, date, number }) => {
    const entry = `${engine} ${rule}${where ? ` at ${where}` : ''}`;
    return [
      ...(reason?.length > 20 && /^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? [] : [`${entry} has no reason or no date`]),
      ...(used.has(number) ? [] : [`${entry} matches nothing any more: take it away`]),
    ];
  });
}
