// The page answers while a program computes, and Stop ends it: what it takes is reported, not judged, since a busy
// machine takes its time.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { handle, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

for (const [what, source] of [
  ['while True: pass', 'while True: pass\n'],
  ['one long call', 'print(sum(range(10**13)))\n'],
]) {
  test(`the page answers during ${what}, and Stop ends it`, async (t) => {
    const page = await chrome.open();
    await page.evaluate((code) => {
      window.loopscope.setCode(code);
      window.ended = window.loopscope.run().then((result) => ({ ...result, at: performance.now() }));
    }, source);
    await page.waitForSelector(handle('stop'));
    const pauses = await page.evaluate(pausesOfASecond);
    await page.evaluate((stop) => {
      document.querySelector(stop).addEventListener('click', (event) => (window.clicked = event.timeStamp), { capture: true });
    }, handle('stop'));
    await page.click(handle('stop'));
    const result = await page.evaluate(() => window.ended);
    const clicked = await page.evaluate(() => window.clicked);
    assert.equal(result.reason, 'stopped');
    await page.waitForSelector(handle('run'));
    assert.ok(pauses.turns > 5, `only ${pauses.turns} turns of the browser’s loop in a second`);
    t.diagnostic(`Stop took ${(result.at - clicked).toFixed(1)} ms from the click to the end of the run`);
    t.diagnostic(`the browser’s loop came round every ${pauses.median.toFixed(1)} ms (median), at worst after ${pauses.worst.toFixed(1)} ms`);
    page.clean();
  });
}

/** In the page: how long the browser's loop is kept from its next message. */
async function pausesOfASecond() {
  const { port1, port2 } = new MessageChannel();
  const gaps = [];
  const end = performance.now() + 1000;
  let last = performance.now();
  await new Promise((resolve) => {
    port1.onmessage = () => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      if (now < end) port2.postMessage(0);
      else resolve();
    };
    port2.postMessage(0);
  });
  port1.close();
  gaps.sort((a, b) => a - b);
  return { turns: gaps.length, median: gaps[gaps.length >> 1], worst: gaps.at(-1) };
}
