// What a reader can ask of the page: why, what before, who next, in which order, what if, side by side, as a table.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { GATHER, accessible, handle, perform, run, settled, start } from './browser.mjs';

const STILL = { reducedMotion: 'reduce', locale: 'en-US' };
const SEQUENTIAL = `import asyncio

async def fetch(page):
    await asyncio.sleep(2)
    print("got", page)

async def main():
    await fetch("A")
    await fetch("B")
    await fetch("C")

asyncio.run(main())
`;
const TOGETHER = SEQUENTIAL.replace(/ {4}await fetch\("A"\)[^]*"C"\)/, '    await asyncio.gather(fetch("A"), fetch("B"), fetch("C"))');

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

const text = (page, name) => page.locator(handle(name)).first().textContent();
const seek = async (page, place) => {
  await page.evaluate((to) => window.loopscope.seek(to), place);
  await settled(page);
};

async function ran(code = GATHER, context = {}) {
  const page = await chrome.open('', { context: { ...STILL, ...context } });
  await perform(page, code);
  return page;
}

test('«Why here?» is drawn on the timeline, each cause with the number it has in the list', async () => {
  const page = await ran();
  await seek(page, 'out:1');
  await page.click(handle('why-here'));
  await settled(page);
  const listed = await page.locator(handle('because')).count();
  assert.ok(listed >= 4);
  const numbers = await page.locator(`${handle('why-arrows')} text`).allTextContents();
  assert.deepEqual(numbers.slice(0, 3), ['1', '2', '3']);
  // The list's own are made by CSS: assistive technology gets them as text. (The hints count to three.)
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  assert.ok(nodes.some(({ role, name }) => role?.value === 'StaticText' && name?.value.trim() === '4'));
  await accessible(page);
  await page.click(handle('why-here'));
  await settled(page);
  assert.equal(await page.locator(handle('why-arrows')).count(), 0);
  page.clean();
});

test('the last sentences can be read again, and follow the step', async () => {
  const page = await ran();
  await seek(page, 'out:1');
  const now = await page.locator('.narration .say').textContent();
  await page.click(handle('earlier'));
  const told = page.locator(`${handle('history')} ${handle('because')}`);
  await told.first().waitFor();
  assert.ok((await told.first().textContent()).startsWith(now));
  assert.ok((await told.count()) > 8);
  await page.click(handle('step'));
  await settled(page);
  assert.ok((await told.first().textContent()).startsWith(await page.locator('.narration .say').textContent()));
  await told.nth(3).click();
  await settled(page);
  await accessible(page);
  page.clean();
});

test('the handle that the loop takes next is marked, in the ready queue or among the timers', async () => {
  const page = await ran();
  await seek(page, 8);
  for (let step = 8; step < 30; step += 1) {
    await seek(page, step);
    const marked = await page.locator('[data-next]').count();
    assert.ok(marked <= 1, `step ${step}`);
  }
  await seek(page, '1s');
  const next = await page.locator('[data-next]').getAttribute('data-handle');
  const first = await page.locator(`${handle('timers')} [data-handle]`).first().getAttribute('data-handle');
  assert.equal(next, first);
  page.clean();
});

test('who runs next: nothing of what comes is in the document until it is answered', async () => {
  const page = await ran();
  await seek(page, 'out:1');
  const all = await text(page, 'step-number');
  await page.click(handle('who-next'));
  await settled(page);
  const step = all.split(' / ')[0];
  assert.equal(await text(page, 'step-number'), `${step} / ${step}`);
  assert.equal(await page.locator(`${handle('line')}[data-future]`).count(), 0);
  assert.equal(await page.locator('[data-next]').count(), 0);
  assert.doesNotMatch(await page.locator('body').innerText(), /done 茶|Next:/);
  await accessible(page);
  const answers = page.locator(handle('choice'));
  assert.ok((await answers.count()) >= 2);
  await answers.filter({ hasText: 'main' }).click();
  await settled(page);
  assert.equal(await text(page, 'verdict'), 'Not this time.');
  assert.match(await text(page, 'why'), /brew\("茶"\) runs/);
  assert.equal((await text(page, 'step-number')).split(' / ')[1], all.split(' / ')[1]);
  page.clean();
});

test('the order of the output can be predicted: the run is hidden until then', async () => {
  const page = await ran();
  await page.click(handle('predict'));
  await page.waitForSelector('.quiz');
  assert.equal(await page.locator(handle('line')).count(), 0);
  assert.equal(await page.locator(handle('lane')).count(), 0);
  assert.equal(await text(page, 'step-number'), '0 / 0');
  await accessible(page);
  // Two lines, never in the right order at first.
  await page.click(handle('predict-check'));
  await page.click(handle('predict-why'));
  await page.waitForSelector(handle('why'));
  await settled(page);
  await page.locator(handle('predict-dialog')).waitFor({ state: 'detached' });
  assert.equal(await page.locator(handle('line')).count(), 2);
  page.clean();
});

test('a prediction is shown on request, and a right one may be watched', async () => {
  const page = await ran();
  await page.click(handle('predict'));
  await page.waitForSelector('.quiz');
  await page.click(handle('predict-show'));
  await page.locator(handle('predict-dialog')).waitFor({ state: 'detached' });
  await page.waitForSelector(handle('lane'));
  await page.click(handle('predict'));
  await page.waitForSelector('.quiz');
  // Two lines, in the wrong order at first.
  await page.locator('.guess li').first().locator('button').last().click();
  await page.click(handle('predict-check'));
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'predict-watch');
  await page.click(handle('predict-watch'));
  await page.locator(handle('predict-dialog')).waitFor({ state: 'detached' });
  await page.waitForSelector(handle('lane'));
  page.clean();
});

test('a prediction that is given up leaves a run', async () => {
  const page = await ran();
  await page.click(handle('predict'));
  await page.waitForSelector('.quiz');
  await page.keyboard.press('Escape');
  await page.waitForSelector(handle('lane'));
  page.clean();
});

test('two runs on one clock: six seconds one after another, two together', async () => {
  const page = await ran(SEQUENTIAL);
  await page.click(handle('options'));
  await page.check('[name="beside"]');
  await page.click(handle('options-run'));
  await run(page, TOGETHER);
  await seek(page, 'end');
  assert.equal(await text(page, 'compared'), 'Kept run: 6.000 s. This run: 2.000 s.');
  assert.equal(await page.locator(handle('lane')).count(), 4);
  const kept = page.locator(handle('kept-lane'));
  assert.equal(await kept.count(), 1);
  assert.notEqual(await kept.getAttribute('data-state'), 'done');
  await accessible(page);
  // The kept run lasts longer: the playhead goes on to the end of both.
  await page.click(handle('to-end'));
  await settled(page);
  assert.equal(await text(page, 'clock'), '6.000 s');
  assert.equal(await kept.getAttribute('data-state'), 'done');
  const [at, all] = (await text(page, 'step-number')).split(' / ').map(Number);
  assert.equal(at, all);
  await page.click(handle('back'));
  await settled(page);
  assert.equal(await text(page, 'step-number'), `${all - 1} / ${all}`);
  await seek(page, '2s');
  await page.selectOption(handle('speed'), '10');
  await page.click(handle('play'));
  await page.waitForFunction(() => document.querySelector('[data-testid="clock"]').textContent === '6.000 s');
  await page.click(handle('let-go'));
  await settled(page);
  assert.equal(await kept.count(), 0);
  page.clean();
});

test('what if: another seed, and a Ctrl+C', async () => {
  const page = await ran('import random, time\nprint(random.random())\ntime.sleep(5)\nprint("slept")\n');
  const first = await text(page, 'line');
  await page.click(handle('options'));
  await page.fill('[data-option="seed"]', '7');
  await page.fill('[data-option="interrupt"]', '2');
  await page.click(handle('options-run'));
  await page.waitForFunction(() => document.querySelector('[data-testid="console"]').textContent.includes('KeyboardInterrupt'));
  assert.notEqual(await text(page, 'line'), first);
  await page.click(handle('options'));
  assert.equal(await page.inputValue('[data-option="seed"]'), '7');
  await accessible(page);
  page.clean();
});

test('what if the network were slower', async () => {
  const page = await ran('import requests, time\nrequests.get("https://example.com/")\nprint(time.monotonic() > 1001)\n');
  assert.equal(await text(page, 'line'), '0.200 s False');
  await page.click(handle('options'));
  await page.fill('[data-option="latency"]', '1.5');
  await page.click(handle('options-run'));
  await page.waitForFunction(() => document.querySelector('[data-testid="console"]').textContent.includes('True'));
  assert.equal(await text(page, 'line'), '1.500 s True');
  page.clean();
});

test('a thread’s row or chip shows its frames, also while another one runs', async () => {
  const page = await ran(`import threading, time

def rest(n):
    time.sleep(n)

def work(n):
    rest(n)

for n in (5, 2):
    threading.Thread(target=work, args=(n,), name=f"sleeper {n}").start()
time.sleep(1)
print("here")
`);
  await seek(page, '0');
  assert.deepEqual(await page.locator(handle('thread')).evaluateAll((all) => all.map((one) => one.dataset.state)), ['running', 'created', 'created']);
  const inside = page.locator(handle('inspector'));
  await page.locator(`${handle('thread')}[data-thread="sleeper 2"] button`).click();
  await inside.filter({ hasText: 'not yet started' }).waitFor();
  await page.locator(`${handle('thread')}[data-thread="sleeper 2"] button`).click();
  await seek(page, '0.5s');
  await page.locator(`${handle('thread')}[data-thread="sleeper 2"] button`).click();
  await page.waitForFunction(() => document.querySelector('[data-testid="inspector"] .frames')?.textContent === 'workline 7n = 2restline 4n = 2');
  assert.equal(await page.locator(`${handle('thread')}[data-thread="sleeper 2"] button`).getAttribute('aria-pressed'), 'true');
  assert.match(await inside.textContent(), /Thread.*sleeper 2blocked.*Blocked by time\.sleep\(2\) until 2\.000 s\..*Started by MainThread in line 10, at 0\.000 s\./s);
  await page.locator('.loop button.chip', { hasText: 'MainThread' }).click();
  await page.waitForFunction(() => document.querySelector('[data-testid="inspector"] .frames')?.textContent.startsWith('<module>line 11'));
  // Chosen again, it is let go.
  await page.locator(`${handle('thread')}[data-thread="MainThread"] button`).click();
  await page.locator(`${handle('thread')} [aria-pressed="true"]`).waitFor({ state: 'detached' });
  await accessible(page);
  page.clean();
});

test('what playing shortens or gathers is said', async () => {
  const page = await ran('import time\nprint("a")\ntime.sleep(10)\nprint("b")\n');
  await seek(page, 0);
  await page.click(handle('play'));
  await page.locator(handle('hurry'), { hasText: 'A wait of 10.000 s, shown shorter' }).waitFor();
  await page.click(handle('play'));
  await settled(page);
  assert.equal(await page.locator(handle('hurry')).count(), 0);
  page.clean();
});

test('the timeline as a table, in both languages', async () => {
  for (const [locale, head, state] of [['en-US', 'Task', 'waiting'], ['zh-CN', '任务', '等待中']]) {
    const page = await ran(GATHER, { locale });
    await page.click(handle('as-table'));
    const table = page.locator(`${handle('table-dialog')} table`);
    await table.waitFor();
    assert.equal(await table.locator('th').first().textContent(), head);
    assert.ok((await table.innerText()).includes(`brew("coffee")\t${state}\tsleep(1.25)\t0.000 s`));
    await accessible(page);
    await page.keyboard.press('Escape');
    await table.waitFor({ state: 'detached' });
    page.clean();
  }
});

test('three hints greet a first visit and stay away once closed', async () => {
  const page = await chrome.open('', { context: STILL });
  assert.equal(await page.locator(`${handle('hints')} li`).count(), 3);
  // A click is held until the engine is whole.
  await page.locator(`${handle('hints')} button`).click();
  await page.locator(handle('hints')).waitFor({ state: 'detached' });
  // What is still on its way when a page is left fails.
  await page.waitForLoadState('networkidle');
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  assert.equal(await page.locator(handle('hints')).count(), 0);
  page.clean();
});

test('a lane tells its times and counts, and a finding the line it would make', async () => {
  const page = await ran('import asyncio\nimport time\n\nasync def slow():\n    time.sleep(2)\n\nasync def main():\n    await asyncio.gather(slow(), asyncio.sleep(1))\n\nasyncio.run(main())\n');
  const totals = await page.locator(`${handle('lane')}[data-task="Task-2"] button`).getAttribute('title');
  assert.match(totals, /\d+ steps in 1 runs · computing 0\.000\ss · ready 0\.000\ss · waiting 0\.000\ss · blocked 2\.000\ss/);
  assert.equal(await page.locator(`${handle('diagnostic')} code`).last().textContent(), 'await asyncio.sleep(2)');
  page.clean();
});

test('a click on the timeline, and a drag, pick the step that is there', async () => {
  const page = await ran();
  const box = await page.locator('.timeline .grid').boundingBox();
  const at = (part) => [box.x + box.width * part, box.y + 100];
  const clock = async () => {
    await settled(page);
    return parseFloat(await text(page, 'clock'));
  };
  await page.mouse.click(...at(0.005));
  assert.equal(await clock(), 0);
  await page.mouse.click(...at(0.7));
  assert.equal(await clock(), 1.25);
  await page.mouse.move(...at(0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.6));
  await page.mouse.move(...at(0.995));
  assert.equal(await clock(), 2.5);
  await page.mouse.up();
  page.clean();
});

test('two fingers zoom the timeline and pick no step; one finger picks', async () => {
  const page = await ran(GATHER, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const wide = () => page.locator('.timeline .grid').evaluate((grid) => grid.clientWidth);
  const box = await page.locator('.timeline .grid').boundingBox();
  const y = box.y + box.height - 20;
  const client = await page.context().newCDPSession(page);
  const touch = (type, ...xs) => client.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((x, id) => ({ x: box.x + x, y, id })) });
  const before = await wide();
  await touch('touchStart', 80);
  await touch('touchStart', 80, 120);
  for (let apart = 0; apart <= 60; apart += 20) await touch('touchMove', 80 - apart, 120 + apart);
  await touch('touchEnd');
  await settled(page);
  assert.ok((await wide()) > before * 2, `${before} → ${await wide()}`);
  assert.match(await text(page, 'step-number'), /^0 /);
  await touch('touchStart', 100);
  await touch('touchEnd');
  await settled(page);
  assert.doesNotMatch(await text(page, 'step-number'), /^0 /);
  page.clean();
});

test('Ctrl+C is pressed at the playhead, in a run of its own, and taken back', async () => {
  const page = await ran(`import asyncio

async def main():
    await asyncio.sleep(1)
    print("begin")
    try:
        await asyncio.sleep(5)
    finally:
        print("cleaned up")

asyncio.run(main())
`);
  await seek(page, 'out:1');
  await page.locator(handle('interrupt')).click();
  await page.locator(`${handle('interrupt')}[aria-pressed="true"]`).waitFor();
  await settled(page);
  assert.match(await text(page, 'console'), /1\.000 s.*1\.000 s.*cleaned up/s);
  assert.match(await text(page, 'console'), /KeyboardInterrupt/);
  await accessible(page);
  await page.locator(handle('interrupt')).click();
  await page.locator(`${handle('interrupt')}[aria-pressed="false"]`).waitFor();
  await seek(page, 'end');
  assert.match(await text(page, 'console'), /6\.000 s.*cleaned up/s);
  await page.close();
});
