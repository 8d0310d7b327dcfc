// What a run does to the page, exactly: virtual times, every step undone, places, how soon it answers, what survives.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { handle, start } from './browser.mjs';

const TWO = `import asyncio

async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print("done", drink)

async def main():
    await asyncio.gather(brew("tea", 2.5), brew("coffee", 1.25))

asyncio.run(main())
`;
const ENDLESS = 'while True:\n    pass\n';
const BROKEN = 'def f(:\n    pass\n';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

/** Runs `code` to its end and stands at step 0, paused. */
async function ran(code, options) {
  const page = await chrome.open('', options);
  const result = await page.evaluate((text) => {
    window.loopscope.setCode(text);
    return window.loopscope.run();
  }, code);
  await page.click(handle('to-start'));
  return { page, result };
}

const text = (page, name) => page.locator(handle(name)).first().innerText();
const position = async (page) => (await text(page, 'step-number')).split('/').map((part) => Number(part.trim()));
/** What the reader sees at a step, once it has come to rest. */
async function seen(page) {
  await page.waitForTimeout(250);
  return page.evaluate(() => {
    const texts = (name) => [...document.querySelectorAll(`[data-testid="${name}"]`)].map((element) => element.textContent);
    const lanes = [...document.querySelectorAll('[data-testid="lane"]')].map(({ dataset }) => `${dataset.task} ${dataset.state}`);
    return { clock: texts('clock'), narration: texts('narration'), step: texts('step-number'), ready: texts('handle'), lanes };
  });
}

test('what a step is about comes into view among the objects, and a name without room shows what tells it', async () => {
  const { page } = await ran(`import asyncio

async def listen(box):
    while True:
        print(await box.get())

async def main():
    boxes = [asyncio.Queue() for _ in range(6)]
    for name, box in zip(["first", "second", "third", "fourth", "fifth", "last"], boxes):
        asyncio.create_task(listen(box), name=f"{name}-listener")
    for box in boxes:
        await asyncio.sleep(1)
        box.put_nowait("post")
    await asyncio.sleep(1)

asyncio.run(main())
`);
  await page.click(handle('to-end'));
  const hidden = [];
  for (let back = 0; back < 40; back += 1) {
    await page.click(handle('back'));
    await page.waitForTimeout(50);
    const cut = await page.evaluate(() => {
      const [now] = document.querySelectorAll('[data-testid="object"].touched');
      if (!now) return null;
      const [it, frame] = [now, now.parentElement].map((element) => element.getBoundingClientRect());
      return it.top < frame.top - 1 || (it.bottom > frame.bottom + 1 && it.top > frame.top + 1);
    });
    if (cut !== null) hidden.push(cut);
  }
  assert.ok(hidden.length > 5 && !hidden.includes(true), `${hidden}`);
  const chips = await page.locator('.cm-gutter .chip, .listing .chip').allInnerTexts();
  assert.ok(chips.some((words) => /^(first|second|third|fourth|fifth|last)$/.test(words)), chips.join());
  page.clean();
});

test('short names stand whole in their chips', async () => {
  const { page } = await ran(`import asyncio

async def a(x, y):
    async with x:
        await asyncio.sleep(0.1)
        async with y:
            pass

async def f(n):
    await asyncio.sleep(0.2)

async def main():
    x, y = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(f(1), f(2), a(x, y), a(y, x))

asyncio.run(main())
`);
  await page.click(handle('to-end'));
  const cut = () => page.evaluate(() => [...document.querySelectorAll('.chip .ends b')].filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.parentElement.textContent));
  const seen = new Set();
  for (let back = 0; back < 24; back += 1) {
    await page.click(handle('back'));
    assert.deepEqual(await cut(), []);
    for (const name of await page.locator('.chip .ends').allTextContents()) seen.add(name);
  }
  for (const name of ['a #1', 'a #2', 'f(1)', 'f(2)']) assert.ok(seen.has(name), `${name} among ${[...seen].join()}`);
  page.clean();
});

test('a run prints at its virtual times and tells its result', async () => {
  const { page, result } = await ran(TWO);
  assert.equal(result.exitCode, 0);
  assert.equal(result.stdout, 'done coffee\ndone tea\n');
  assert.equal(result.duration, 2.5);
  await page.click(handle('to-end'));
  const lines = await page.locator(handle('line')).evaluateAll((all) => all.map(({ dataset }) => [dataset.time, dataset.stream]));
  assert.deepEqual(lines, [['1.25', 'stdout'], ['2.5', 'stdout']]);
  const [at, end] = await position(page);
  assert.deepEqual([at, end], [result.steps, result.steps]);
  assert.equal(await text(page, 'clock'), '2.500 s');
  page.clean();
});

test('each step forward is undone by a step back, all the way', async () => {
  const { page, result } = await ran(TWO);
  assert.deepEqual(await position(page), [0, result.steps]);
  const forward = [await seen(page)];
  for (let step = 1; step <= 6; step += 1) {
    await page.click(handle('step'));
    forward.push(await seen(page));
    assert.equal((await position(page))[0], step);
  }
  for (let step = 5; step >= 0; step -= 1) {
    await page.click(handle('back'));
    assert.deepEqual(await seen(page), forward[step]);
  }
  page.clean();
});

test('seek understands steps, times, lines and outputs', async () => {
  const { page, result } = await ran(TWO);
  for (const [place, clock] of [['1.25s', '1.250 s'], ['out:2', '2.500 s'], ['end', '2.500 s'], [0, '0.000 s'], ['L5', '1.250 s']]) {
    await page.evaluate((where) => window.loopscope.seek(where), place);
    await page.waitForTimeout(100);
    assert.equal(await text(page, 'clock'), clock, String(place));
  }
  await page.locator(handle('line')).first().click();
  assert.equal(await text(page, 'clock'), '1.250 s');
  assert.ok(result.steps > 10);
  page.clean();
});

test('an endless program leaves the page answering, and Stop works within 100 ms', async () => {
  const page = await chrome.open();
  // The best of three: what else the machine does is not the page's affair.
  const tries = [];
  for (let turn = 0; turn < 3; turn += 1) tries.push(await page.evaluate(stopped, ENDLESS));
  assert.ok(tries.every(({ reason }) => reason === 'stopped'));
  const best = (name) => Math.min(...tries.map((one) => one[name]));
  assert.ok(best('stop') < 100, `stopped after ${best('stop')} ms`);
  assert.ok(best('answer') < 50, `the page answered after ${best('answer')} ms`);
  page.clean();
});

/** In the page: runs `code`, measures how long a turn of the page takes (median) and how long Stop does. */
async function stopped(code) {
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  window.loopscope.setCode(code);
  const ended = window.loopscope.run();
  await pause(300);
  const turns = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const before = performance.now();
    await pause(0);
    turns.push(performance.now() - before);
  }
  turns.sort((a, b) => a - b);
  const pressed = performance.now();
  document.querySelector('[data-testid="stop"]').click();
  const { reason } = await ended;
  return { answer: turns[10], stop: performance.now() - pressed, reason };
}

test('a syntax error is shown where it is', async () => {
  const { page, result } = await ran(BROKEN);
  assert.equal(result.exitCode, 1);
  assert.match(result.stderr, /File "main\.py", line 1\n {4}def f\(:\n {10}\^\nSyntaxError: invalid syntax/);
  assert.match(await page.locator('main').innerText(), /SyntaxError: invalid syntax/);
  page.clean();
});

test('the code is kept over the death of the engine', async () => {
  const page = await chrome.open();
  await page.evaluate(async () => {
    // Once all of the wasm is there.
    await window.loopscope.pause();
    const { supervise } = await import('./boot.js');
    const root = document.getElementById('app');
    root.replaceChildren();
    const { engine } = await supervise(root);
    window.loopscope.setCode('print("kept")\n');
    await window.loopscope.run();
    try {
      engine().api.provoke_panic();
    } catch {
      // what the engine does then is what is tested
    }
  });
  const error = page.locator(handle('error'));
  assert.match(await error.textContent(), /print\("kept"\)/);
  await page.locator(handle('restart')).click();
  await page.waitForSelector('html[data-ready]');
  const result = await page.evaluate(() => window.loopscope.run());
  assert.equal(result.stdout, 'kept\n');
});

test('among a thousand lanes the window is empty in no frame, wherever it follows or is scrolled to', async () => {
  const { page } = await ran(`import asyncio

async def work(number):
    await asyncio.sleep(number % 7)

async def main():
    await asyncio.gather(*[work(number) for number in range(1000)])

asyncio.run(main())
`);
  await page.locator(`${handle('lane-group')} button.name`).first().click();
  await page.waitForSelector(`${handle('lane')} >> nth=3`);
  const seen = await page.evaluate(async () => {
    const window = document.querySelector('.timeline > .scroll');
    const frame = () => new Promise((then) => requestAnimationFrame(() => setTimeout(then)));
    const lanes = () => {
      const { left, top, width, height } = window.getBoundingClientRect();
      return [0.3, 0.5, 0.7, 0.9].every((part) => document.elementFromPoint(left + width / 2, top + height * part).closest('.lane'));
    };
    const looks = [];
    const tops = new Set();
    for (const step of [3600, 5000, 0, 3750, 4800, 6000]) {
      loopscope.seek(step);
      for (let count = 0; count < 8; count += 1) {
        await frame();
        looks.push([step, count, lanes()]);
      }
      tops.add(window.scrollTop);
    }
    window.scrollTop = 9000;
    await frame();
    await frame();
    looks.push(['scrolled', window.scrollTop, lanes()]);
    return { looks, tops: tops.size };
  });
  assert.deepEqual(seen.looks.filter(([, , there]) => !there), []);
  assert.ok(seen.tops > 3, `the window stood at ${seen.tops} places`);
  assert.equal(seen.looks.at(-1)[1], 9000);
});
