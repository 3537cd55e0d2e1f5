// node run.mjs EXAMPLE MALMO: runs every check on every listed page of two built reports.
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { launch } from './browser.mjs';
import { plantedFaults } from './faults.mjs';
import { listFindings, pages } from './pages.mjs';
import { Results } from './results.mjs';
import { examine, spent, walk } from './visit.mjs';

const [example, malmo] = process.argv.slice(2).map((folder) => resolve(folder));
if (!malmo) {
  console.error('Usage: node run.mjs FOLDER-OF-EXAMPLE-REPORT FOLDER-OF-MALMÖ-REPORT');
  process.exit(2);
}

const results = new Results();
const all = pages(example, malmo);
results.add('pages', 'all', 'source', listFindings({ example, malmo }, all));

const browser = await launch();
try {
  const contexts = { plain: await browser.newContext(), scriptless: await browser.newContext({ javaScriptEnabled: false }) };
  const jobs = [
    ...all.map((page) => () => examine(contexts, page, results)),
    ...all.filter((page) => ['start', 'year'].includes(page.kind)).map((page) => () => walk(contexts, page, results)),
    () => plantedFaults(contexts, example, results),
  ];
  const worker = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) await job();
  };
  await Promise.all(Array.from({ length: Math.min(4, cpus().length + 1) }, worker));
} finally {
  await browser.close();
}
if (process.env.TIMES) console.log(spent);
results.print();
process.exitCode = results.failed > 0 ? 1 : 0;
