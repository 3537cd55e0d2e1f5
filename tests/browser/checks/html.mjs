// The markup itself, by html-validate.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Where a template skips a part it leaves a space or an empty line; nobody reads it.
    'no-trailing-whitespace': 'off',
  },
});

export async function html(file) {
  const report = await validator.validateFile(file);
  return report.results.flatMap((result) =>
    result.messages.map((one) => `${one.ruleId}: ${one.message}${one.selector ? ` (${one.selector})` : ''}`),
  );
}
