// A program that is new in the editor is run once aside: what it imports is there when the reader runs it, and nothing of that shows.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { handle, settled, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

/** The page with its first lesson's run, and the sections of the library that it asks for from then on. */
async function open() {
  const asked = [];
  const page = await chrome.open('', {
    context: { reducedMotion: 'reduce', locale: 'en-US' },
    before: (fresh) => fresh.on('request', (request) => asked.push(...(/library-(\w+)\.txt$/.exec(request.url())?.slice(1) ?? []))),
  });
  await page.waitForSelector(handle('lane'));
  await settled(page);
  return { page, asked };
}

const set = (page, code) => page.evaluate((source) => window.loopscope.setCode(source), code);
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('[data-testid="console"], [data-testid="timeline"]')].map((one) => one.innerText).join());

test('what a new program imports is fetched before it is run, and nothing of it shows', async () => {
  const { page, asked } = await open();
  const before = await shown(page);
  await page.evaluate(() => window.loopscope.addEventListener('finish', () => (window.finished = true)));
  await Promise.all([
    page.waitForRequest('**/library-system.txt'),
    // Its second import shows only as it runs.
    set(page, 'import json\nimport importlib\nimportlib.import_module("subprocess")\nprint(json.dumps([1]))\n'),
  ]);
  await settled(page);
  assert.deepEqual(asked, ['common', 'system']);
  assert.equal(await shown(page), before);
  assert.equal(await page.evaluate(() => window.finished), undefined);
  const result = await page.evaluate(() => window.loopscope.run());
  assert.equal(result.stdout, '[1]\n');
  assert.deepEqual(asked, ['common', 'system']);
  page.clean();
});

test('a program without end, one that asks and one that does not compile are rehearsed in vain', async () => {
  const { page, asked } = await open();
  for (const code of ['import json\nwhile True:\n    pass\n', 'import queue\nprint(input("Name? "))\n', 'import enum\nprint(\n']) {
    await set(page, code);
    await page.waitForTimeout(1_500);
    assert.equal(await page.locator(handle('input')).count(), 0);
    assert.equal(await page.locator('[data-testid="problem"]').count(), 0);
  }
  assert.deepEqual(asked, ['common']);
  await set(page, 'import json\nprint(json.loads("[2]"))\n');
  const result = await page.evaluate(() => window.loopscope.run());
  assert.equal(result.stdout, '[2]\n');
  page.clean();
});

test('a run that begins while its program is rehearsed is the run of that program', async () => {
  const { page } = await open();
  await set(page, 'import queue\nfor n in range(10_000_000):\n    pass\n');
  await page.waitForRequest('**/library-common.txt');
  await set(page, 'import random, queue\nprint(random.random(), object())\n');
  const [first, second] = await page.evaluate(async () => [await window.loopscope.run(), await window.loopscope.run()]);
  assert.match(first.stdout, /^0\.6394267984578837 <object object at 0x/);
  assert.equal(second.stdout, first.stdout);
  page.clean();
});
