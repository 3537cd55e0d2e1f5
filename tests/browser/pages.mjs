// Which pages stand for which kind: the one list that every check walks through.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const EXAMPLE = {
  start: ['index.html'],
  years: ['ar/index.html'],
  year: ['ar/2015/index.html', 'ar/2024/index.html'],
  // The first year has nothing to be compared with.
  'year-document': ['ar/2015/dokument/index.html', 'ar/2024/dokument/index.html'],
  bodies: ['organ/index.html'],
  'joint-reviews': ['gemensamma/index.html'],
  'joint-review': ['gemensamma/nycklar-och-passerkort/index.html', 'gemensamma/bisysslor/index.html'],
  round: ['gemensamma/nycklar-och-passerkort/2024/index.html', 'gemensamma/bisysslor/2019/index.html'],
  'rounds-compared': [
    'jamfor/gemensamma/nycklar-och-passerkort/2018-2024/index.html',
    'jamfor/gemensamma/bisysslor/2019-2023/index.html',
  ],
  // The second was merged into others, the third began late.
  body: ['organ/socialnamnden/index.html', 'organ/fritidsnamnden/index.html', 'organ/exempelvatten-ab/index.html'],
  'body-year': ['organ/kommunstyrelsen/2024/index.html', 'organ/exempelhamnen-ab/2019/index.html'],
  statements: ['pastaenden/index.html'],
  statement: ['pastaenden/god-intern-kontroll/ka1/index.html'],
  indicators: ['matetal/index.html'],
  indicator: ['matetal/avtalstrohet/index.html'],
  measures: ['atgarder/index.html'],
  risks: ['risker/index.html'],
  'risks-year': ['risker/2024/index.html'],
  comparisons: ['jamfor/index.html'],
  // The second spans a new wording and a new organisation.
  comparison: ['jamfor/2023-2024/index.html', 'jamfor/2018-2022/index.html'],
  'body-comparison': ['jamfor/2023-2024/miljonamnden/index.html', 'jamfor/2015-2024/kommunstyrelsen/index.html'],
  audits: ['revision/index.html'],
  audit: ['revision/redovisning-av-kontroller/index.html', 'revision/avtalsuppfoljning/index.html'],
  'response-form': ['revision/redovisning-av-kontroller/svarsmall/index.html'],
  promises: ['utlovat/index.html'],
  method: ['metod/index.html'],
  free: ['sidor/om/index.html', 'sidor/tillganglighet/index.html'],
  source: ['underlag/kommun.yaml.html', 'underlag/sidor/om.md.html'],
};

// A report in which most is unpublished: the empty states.
const MALMO = {
  start: ['index.html'],
  years: ['ar/index.html'],
  year: ['ar/2016/index.html', 'ar/2024/index.html'],
  'year-document': ['ar/2024/dokument/index.html'],
  bodies: ['organ/index.html'],
  'joint-reviews': ['gemensamma/index.html'],
  'joint-review': ['gemensamma/felaktig-tillgang/index.html'],
  round: ['gemensamma/felaktig-tillgang/2024/index.html', 'gemensamma/ai-relaterade-risker/2024/index.html'],
  'rounds-compared': ['jamfor/gemensamma/felaktig-tillgang/2021-2024/index.html'],
  body: ['organ/miljonamnden/index.html', 'organ/arbetsmarknads-och-socialnamnden/index.html'],
  'body-year': ['organ/arbetsmarknads-och-socialnamnden/2025/index.html'],
  statements: ['pastaenden/index.html'],
  indicators: ['matetal/index.html'],
  indicator: ['matetal/diarieforda-loggkontroller/index.html'],
  measures: ['atgarder/index.html'],
  risks: ['risker/index.html'],
  'risks-year': ['risker/2025/index.html'],
  comparisons: ['jamfor/index.html'],
  comparison: ['jamfor/2016-2017/index.html', 'jamfor/2020-2024/index.html'],
  'body-comparison': ['jamfor/2023-2024/arbetsmarknads-och-socialnamnden/index.html'],
  audits: ['revision/index.html'],
  audit: ['revision/it-sakerhet/index.html'],
  'response-form': ['revision/it-sakerhet/svarsmall/index.html'],
  promises: ['utlovat/index.html'],
  method: ['metod/index.html'],
  free: ['sidor/intern-kontroll-i-malmo/index.html', 'sidor/tillganglighet/index.html'],
  source: ['underlag/organ/arbetsmarknads-och-socialnamnden/2025/rapport-t2.md.html'],
};

/** All pages to test: `{ name, kind, file }`. */
export function pages(example, malmo) {
  const listed = (report, folder, kinds) =>
    Object.entries(kinds).flatMap(([kind, paths]) =>
      paths.map((path) => ({ name: `${report}/${path}`, kind, file: join(folder, path) })),
    );
  return [...listed('exempelstaden', example, EXAMPLE), ...listed('malmö', malmo, MALMO)];
}

/** Every page in a folder with what its head says. */
export function scan(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return scan(path);
    if (!entry.name.endsWith('.html')) return [];
    const text = readFileSync(path, 'utf8');
    return [{ path, kind: text.match(/<body class="(?:page-)?([a-z-]+)"/)?.[1], title: text.match(/<title>([^<]*)/)?.[1], text }];
  });
}

/** A new kind of page must not stay untested because nobody listed it; a title must tell pages apart. */
export function listFindings(folders, listed) {
  const kinds = { example: EXAMPLE, malmo: MALMO };
  return Object.entries(folders).flatMap(([report, folder]) => {
    const found = scan(folder);
    const missing = new Set(found.map((page) => page.kind).filter((kind) => !(kind in kinds[report])));
    const titles = new Map();
    for (const page of found) titles.set(page.title, [...(titles.get(page.title) ?? []), page.path]);
    return [
      ...[...missing].map((kind) => `pages.mjs lists no page of kind “${kind}” in ${report}`),
      ...[...titles]
        .filter(([, paths]) => paths.length > 1)
        .map(([title, paths]) => `title “${title}” on ${paths.length} pages: ${paths.slice(0, 2).join(', ')}`),
      ...listed
        .filter((page) => page.file.startsWith(folder))
        .filter((page) => found.find((one) => one.path === page.file)?.kind !== page.kind)
        .map((page) => `${page.name} is not a page of kind “${page.kind}”`),
    ];
  });
}
