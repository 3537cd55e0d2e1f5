// How long a run takes, by the clock and by the processor: on a machine with other work only the second tells anything.
import { readFileSync, readdirSync } from 'node:fs';

/** Seconds of processor time that this process and all that it started have used; null where there is no /proc. */
function processorSeconds() {
  try {
    const processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const fields = readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
          // Own time in user and system mode, and that of children that have ended: in hundredths of a second.
          return [{ id: Number(name), parent: Number(fields[1]), used: fields.slice(11, 15).reduce((sum, part) => sum + Number(part), 0) / 100 }];
        } catch {
          // It ended meanwhile.
          return [];
        }
      });
    const ours = new Set([process.pid]);
    for (let before = 0; before < ours.size; ) {
      before = ours.size;
      for (const { id, parent } of processes) if (ours.has(parent)) ours.add(id);
    }
    return processes.filter(({ id }) => ours.has(id)).reduce((sum, { used }) => sum + used, 0);
  } catch {
    return null;
  }
}

export function startClock() {
  const began = performance.now();
  let [seconds, processor] = [0, null];
  return {
    stop() {
      seconds = (performance.now() - began) / 1000;
      processor = processorSeconds();
    },
    told: () => `${Math.round(seconds)} s by the clock${processor === null ? '' : `, ${Math.round(processor)} s of processor time`}`,
  };
}
