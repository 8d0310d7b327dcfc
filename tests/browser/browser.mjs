// One Chromium for a test file, and pages in it that note whatever a page should never do.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const DIST = path.resolve(process.env.LOOPSCOPE_DIST ?? path.join(here, '../../dist'));
const CHROMIUM = process.env.CHROMIUM || '/usr/bin/chromium';
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** axe-core's text, to be evaluated in a page. */
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The program that most tests run. */
export const GATHER = `import asyncio

async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print("done", drink)

async def main():
    await asyncio.gather(brew("coffee", 1.25), brew("茶", 2.5))

asyncio.run(main())
`;

export async function start(options) {
  if (!existsSync(path.join(DIST, 'web_bg.wasm'))) throw new Error('dist/ is not built: run `make build`');
  const site = await serve(DIST, options);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  return {
    site,
    browser,
    async close() {
      await browser.close();
      await site.close();
    },
    /**
     * Opens the page and waits until it is ready. `page.faults` collects console errors, uncaught exceptions, failed
     * and foreign requests; `page.clean()` asserts that there are none.
     */
    async open(place = '', { context = {}, ready = 'data-ready', before } = {}) {
      // What a test counts are the page's own requests.
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block', ...context })).newPage();
      watch(page, new URL(site.url).origin);
      await before?.(page);
      await page.goto(site.url + place);
      if (ready) await page.waitForSelector(`html[${ready}]`, { timeout: 20_000 });
      return page;
    },
  };
}

function watch(page, origin) {
  page.faults = [];
  page.on('console', (message) => message.type() === 'error' && page.faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => page.faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('response', (response) => response.status() >= 400 && page.faults.push(`${response.status()}: ${response.url()}`));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (/^https?:$/.test(protocol) && asked !== origin) page.faults.push(`foreign: ${request.url()}`);
  });
  page.clean = () => assert.deepEqual(page.faults, []);
}

export const handle = (name) => `[data-testid="${name}"]`;
