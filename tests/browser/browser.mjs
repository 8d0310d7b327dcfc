// One Chromium for a test file, and pages in it that note whatever a page should never do.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from './server.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
export const DIST = path.resolve(process.env.LOOPSCOPE_DIST || path.join(here, '../../dist'));
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
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The program that most tests run. */
export const GATHER = `import asyncio

async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print("done", drink)

async def main():
    await asyncio.gather(brew("coffee", 1.25), brew("茶", 2.5))

asyncio.run(main())
`;

/** What a page takes on without a new context. */
const CHANGED = ['viewport', 'colorScheme', 'reducedMotion'];
const VIEWPORT = { width: 1440, height: 900 };

export async function start(options) {
  if (!existsSync(path.join(DIST, 'web_bg.wasm'))) throw new Error('dist/ is not built: run `make build`');
  const site = await serve(DIST, options);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  // Pages that a test has left, and those of the test that runs. A page that is opened again has its process, and the
  // wasm that is compiled in it: that is two thirds of what opening one costs.
  const left = [];
  const used = [];

  async function page(context, before) {
    const { viewport = VIEWPORT, colorScheme = 'light', reducedMotion = 'no-preference', ...rest } = context;
    const kind = before || rest.serviceWorkers ? null : JSON.stringify(Object.entries(rest).sort());
    const at = left.findIndex((one) => one.kind === kind && kind);
    if (at >= 0) {
      const [again] = left.splice(at, 1);
      await again.setViewportSize(viewport);
      await again.emulateMedia({ colorScheme, reducedMotion });
      return again;
    }
    // What a test counts are the page's own requests.
    const made = await browser.newContext({ serviceWorkers: 'block', viewport, colorScheme, reducedMotion, ...rest });
    const fresh = await made.newPage();
    fresh.kind = kind;
    watch(fresh, new URL(site.url).origin);
    return fresh;
  }

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
      const opened = await page(context, before);
      used.push(opened);
      opened.faults.length = 0;
      await before?.(opened);
      await opened.goto(site.url + place);
      if (ready) await opened.waitForSelector(`html[${ready}]`, { timeout: 20_000 });
      return opened;
    },
    /** After a test: its pages do nothing any more, and keep nothing. */
    async rest() {
      for (const done of used.splice(0)) {
        if (done.isClosed()) continue;
        if (!done.kind) {
          await done.context().close();
          continue;
        }
        await done.unrouteAll({ behavior: 'ignoreErrors' });
        await done.evaluate(() => (localStorage.clear(), sessionStorage.clear())).catch(() => {});
        done.setDefaultTimeout(30_000);
        await done.goto('about:blank');
        left.push(done);
      }
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

/** axe finds nothing; in the other theme, if it is asked for, no colour that it minds: nothing else differs there. */
export async function accessible(page, { themes = 1 } = {}) {
  const found = async (options) => {
    const { violations } = await page.evaluate((chosen) => window.axe.run(chosen), options);
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`), []);
  };
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  await found({});
  if (themes < 2) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await settled(page);
  await found({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } });
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Until what a step shows is final. */
/** Runs a program in the page; what the run came to. */
export const run = (page, code) =>
  page.evaluate((source) => {
    window.loopscope.setCode(source);
    return window.loopscope.run();
  }, code);
/** Runs a program, and leaves the page paused and drawn. */
export async function perform(page, code) {
  const result = await run(page, code);
  await page.evaluate(() => window.loopscope.pause());
  await settled(page);
  return result;
}
/** After what has been done has shown: on a busy machine later than a time alone would say. */
export async function settled(page) {
  await page.waitForTimeout(200);
  await page.evaluate(() => new Promise((done) => {
    setTimeout(done, 1_000);
    requestAnimationFrame(() => requestAnimationFrame(done));
  }));
}
export const handle = (name) => `[data-testid="${name}"]`;
