// One browser for the whole suite; pages are opened from disk, as from a file share.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { installDrawing } from './drawing.mjs';
import { install } from './in-page.mjs';
import { installVision } from './vision.mjs';

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

export function launch() {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic', '--no-first-run'];
  // Without a sandbox, because in a container there is often none to be had; what is opened is our own.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', ...quiet] });
}

/** Opens a page, by path or address, in a new tab and notes everything it asks for and complains about. */
export async function open(context, file) {
  const tab = await context.newPage();
  const trouble = [];
  tab.on('request', (request) => {
    if (!request.url().startsWith('file://')) trouble.push(`asks for ${request.url()}`);
  });
  tab.on('requestfailed', (request) => trouble.push(`does not get ${request.url().split('/').slice(-2).join('/')}`));
  tab.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) trouble.push(`console: ${message.text()}`);
  });
  tab.on('pageerror', (error) => trouble.push(`script fault: ${error.message}`));
  await tab.goto(file instanceof URL ? file.href : pathToFileURL(file).href, { waitUntil: 'load' });
  const troubleOfPage = [...trouble];
  await tab.evaluate(install);
  await tab.evaluate(installDrawing);
  await tab.evaluate(installVision);
  return { tab, trouble: troubleOfPage };
}
