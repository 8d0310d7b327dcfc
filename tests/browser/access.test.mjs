// axe finds nothing, in both themes and languages, wide and narrow, whatever is shown.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { handle, start } from './browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } };
const BLOCKED = `import asyncio
import time

async def slow():
    time.sleep(1)
    print("slow")

async def main():
    asyncio.sleep(1)
    await asyncio.gather(slow(), slow())

asyncio.run(main())
`;

let chrome;
before(async () => (chrome = await start()));
after(() => chrome.close());

async function violations(page) {
  const { violations: found } = await page.evaluate((source) => {
    // As a function of its own: the page's policy forbids an inline script.
    new Function(source)();
    return window.axe.run();
  }, AXE);
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`axe finds nothing: ${colorScheme}, ${size}`, async () => {
      const context = { colorScheme, viewport, locale: size === 'wide' ? 'en-US' : 'zh-CN', bypassCSP: true };
      const page = await chrome.open('', { context });
      assert.deepEqual(await violations(page), [], 'first view');
      await page.evaluate((code) => {
        window.loopscope.setCode(code);
        return window.loopscope.run();
      }, BLOCKED);
      await page.evaluate(() => window.loopscope.seek('out:1'));
      await page.waitForTimeout(400);
      assert.deepEqual(await violations(page), [], 'in the middle of a run with diagnostics');
      await page.click(handle('to-end'));
      await page.waitForTimeout(400);
      assert.deepEqual(await violations(page), [], 'at the end');
      page.clean();
    });
  }
}
