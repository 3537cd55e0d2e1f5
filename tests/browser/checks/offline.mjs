// The page stands alone: nothing from outside, no scripts, and nothing is lost without them.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Findings in the page as the browser met it, and in its source. */
export async function offline(tab, trouble, page, scriptless) {
  const source = readFileSync(page.file, 'utf8');
  const findings = [...trouble];
  if (/<script\b/i.test(source)) findings.push('has a script element');
  if (/<[^>]+\son[a-z]+\s*=\s*["']/i.test(source)) findings.push('has a script in an attribute');
  if (/javascript:/i.test(source)) findings.push('has a javascript: address');
  // A strict content security policy drops these.
  if (/<style\b/i.test(source)) findings.push('has a style element');
  if (/<[^>]+\sstyle\s*=\s*"/i.test(source)) findings.push('has a style attribute');
  const loaded = await tab.evaluate(() =>
    [...document.querySelectorAll('[src], [srcset], link[rel]:not([rel=canonical])')].map((one) => one.getAttribute('src') ?? one.getAttribute('srcset') ?? one.getAttribute('href')),
  );
  for (const address of loaded) if (/^([a-z]+:|\/)/i.test(address)) findings.push(`loads ${address}, which is not relative`);
  const styles = await tab.evaluate(() => [...document.querySelectorAll('link[rel=stylesheet]')].map((one) => one.getAttribute('href')));
  for (const style of styles) {
    const text = readFileSync(join(dirname(page.file), style), 'utf8');
    if (/@import|url\(\s*["']?(?:[a-z]+:|\/\/)/i.test(text)) findings.push(`${style} loads something more`);
  }
  await scriptless.goto(pathToFileURL(page.file).href);
  const text = (at) => at.evaluate(() => document.querySelector('main')?.innerText.replace(/\s+/g, ' ').trim() ?? '');
  const [without, withScripts] = [await text(scriptless), await text(tab)];
  if (without !== withScripts) findings.push('says something else without JavaScript');
  if (without.length < 40) findings.push('has no content without JavaScript');
  return findings;
}
