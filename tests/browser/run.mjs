// node run.mjs EXAMPLE MALMO: runs every check on every listed page of two built reports.
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { launch } from './browser.mjs';
import { unread } from './checks/transcript.mjs';
import { exceptionFindings } from './exceptions.mjs';
import { plantedFaults } from './faults.mjs';
import { startClock } from './clock.mjs';
import { listFindings, pages } from './pages.mjs';
import { Results } from './results.mjs';
import { TASKS, taskFindings } from './tasks.mjs';
import { examine, walk } from './visit.mjs';

const [example, malmo] = process.argv.slice(2).map((folder) => resolve(folder));
if (!malmo) {
  console.error('Usage: node run.mjs FOLDER-OF-EXAMPLE-REPORT FOLDER-OF-MALMÖ-REPORT');
  process.exit(2);
}

const results = new Results();
const all = pages(example, malmo);
results.add('pages', 'all', 'source', listFindings({ example, malmo }, all));
results.add('transcripts', 'all', 'source', unread(all));

const clock = startClock();
const bySize = (list) => [...list].sort((one, other) => statSync(other.file).size - statSync(one.file).size);
const browser = await launch();
try {
  const contexts = { plain: await browser.newContext(), scriptless: await browser.newContext({ javaScriptEnabled: false }) };
  const faults = plantedFaults(contexts, { example, malmo }, results);
  const jobs = [
    // The largest first, so that no tab is left alone with them at the end.
    ...bySize(all).map((page) => () => examine(contexts, page, results)),
    ...bySize(all).map((page) => () => walk(contexts, page, results)),
    ...Object.keys(TASKS).map((name) => async () => results.add('task', name, 'wide', await taskFindings(contexts.plain, example, name))),
    ...faults.jobs,
  ];
  const worker = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      // A check that breaks down has not passed, and must not keep the others from being told.
      await job().catch((error) => results.add('suite', 'itself', 'any', [error.stack]));
    }
  };
  // One more than there are cores, because a tab waits for its own layout now and then.
  await Promise.all(Array.from({ length: Math.min(4, cpus().length + 1) }, worker)).finally(faults.remove);
  clock.stop();
} finally {
  await browser.close();
}
results.add('exceptions', 'all', 'any', exceptionFindings());
results.print({ times: 'TIMES' in process.env });
if ('TIMES' in process.env) console.log(clock.told());
process.exitCode = results.failed > 0 ? 1 : 0;
