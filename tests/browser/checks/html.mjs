// The markup itself, by html-validate.
import { HtmlValidate } from 'html-validate';
import { exceptionsOf, noteUse } from '../exceptions.mjs';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended'] });

export async function html(file) {
  const report = await validator.validateFile(file);
  const allowed = exceptionsOf('html');
  // One template writes many elements, so equal faults are told once, with the first as example.
  const first = new Map();
  for (const one of report.results.flatMap((result) => result.messages)) {
    const exception = allowed.find(({ rule }) => rule === one.ruleId);
    if (exception) {
      noteUse([exception.number]);
      continue;
    }
    const fault = `${one.ruleId}: ${one.message}`;
    if (!first.has(fault)) first.set(fault, one.selector ?? `line ${one.line}`);
  }
  return [...first].map(([fault, place]) => `${fault} (${place})`);
}
