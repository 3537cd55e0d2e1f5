// The markup itself, by html-validate.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Where a template skips a part it leaves a space or an empty line; nobody reads it.
    'no-trailing-whitespace': 'off',
    // HTML does not mind the case, and the templates write everything small.
    'doctype-style': 'off',
    // A limit for search engines; the names of bodies are long, and what tells pages apart stands first.
    'long-title': 'off',
  },
});

export async function html(file) {
  const report = await validator.validateFile(file);
  // One template writes many elements, so equal faults are told once, with the first as example.
  const first = new Map();
  for (const one of report.results.flatMap((result) => result.messages)) {
    const fault = `${one.ruleId}: ${one.message}`;
    if (!first.has(fault)) first.set(fault, one.selector ?? `line ${one.line}`);
  }
  return [...first].map(([fault, place]) => `${fault} (${place})`);
}
