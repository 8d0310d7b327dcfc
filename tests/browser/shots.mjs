// Screenshots of the page for the eye: node shots.mjs FOLDER [FLOW…]. Sizes × languages × themes × flows.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { handle, start } from './browser.mjs';

const [folder = 'shots', ...only] = process.argv.slice(2);
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const LOCALES = { en: 'en-US', zh: 'zh-CN' };
const THEMES = ['light', 'dark'];

const DIAGNOSED = `import asyncio
import time

async def fetch(name):
    await asyncio.sleep(1)
    return name

async def slow(name):
    time.sleep(2)
    print("slow", name)

async def main():
    fetch("forgotten")
    await asyncio.gather(slow("a"), fetch("b"))
    print("done")

asyncio.run(main())
`;
const BROKEN = 'import asyncio\n\nasync def main(:\n    await asyncio.sleep(1)\n';

// What the reader has done when the picture is taken.
const FLOWS = {
  async first() {},
  gather: (page) => lesson(page, 'gather', 'out:1'),
  as_completed: (page) => lesson(page, 'as_completed', 'out:2'),
  timeout: (page) => lesson(page, 'timeout', 'out:1'),
  producer_consumer: (page) => lesson(page, 'producer_consumer', 'out:4'),
  async diagnosed(page) {
    await runCode(page, DIAGNOSED);
    await page.click(handle('to-end'));
  },
  broken: (page) => runCode(page, BROKEN),
};

/** Chooses a lesson, runs it and stands at a place in it. */
async function lesson(page, slug, place) {
  await page.locator(handle('lessons')).evaluate((button) => button.click());
  await page.locator(`[data-lesson="${slug}"]`).evaluate((item) => item.click());
  await page.waitForFunction((name) => location.hash === `#lesson=${name}`, slug);
  await page.evaluate(() => window.loopscope.run());
  await page.evaluate((where) => window.loopscope.seek(where), place);
}

async function runCode(page, code) {
  await page.evaluate((text) => {
    window.loopscope.setCode(text);
    return window.loopscope.run();
  }, code);
}

mkdirSync(folder, { recursive: true });
const chrome = await start();
let faults = 0;
for (const [flow, act] of Object.entries(FLOWS).filter(([name]) => !only.length || only.includes(name))) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const [lang, locale] of Object.entries(LOCALES)) {
      for (const colorScheme of THEMES) {
        const name = `${flow}-${size}-${lang}-${colorScheme}`;
        const page = await chrome.open('', { context: { viewport, locale, colorScheme } });
        try {
          await act(page);
          await page.waitForTimeout(400);
          await page.screenshot({ path: path.join(folder, `${name}.png`) });
        } catch (error) {
          page.faults.push(error.message);
        }
        for (const fault of page.faults) console.error(`${name}: ${fault}`);
        faults += page.faults.length;
        await page.context().close();
      }
    }
  }
}
await chrome.close();
console.log(`screenshots in ${folder}/`);
process.exitCode = faults ? 1 : 0;
