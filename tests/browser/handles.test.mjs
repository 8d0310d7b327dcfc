// The page's stable handles: what tests and assistive technology find by `data-testid`, and what each says.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { accessible, handle, settled, start } from './browser.mjs';

const OBJECTS = `import asyncio

async def worker(lock, queue, event, gate, limit):
    async with limit:
        async with lock:
            queue.put_nowait(1)
            await asyncio.sleep(1)
    event.set()
    async with gate:
        gate.notify_all()

async def main():
    lock, queue, event, gate = asyncio.Lock(), asyncio.Queue(3), asyncio.Event(), asyncio.Condition()
    limit = asyncio.Semaphore(2)
    async with asyncio.TaskGroup() as group:
        for n in range(3):
            group.create_task(worker(lock, queue, event, gate, limit))
        await event.wait()
    async with asyncio.timeout(5):
        await asyncio.gather(asyncio.sleep(0.5), queue.get())
    print("done")

asyncio.run(main())
`;
const MANY = `import asyncio

async def worker(n):
    await asyncio.sleep(n % 7)

async def main():
    await asyncio.gather(*(worker(n) for n in range(100)))

asyncio.run(main())
`;
const FINDINGS = `import asyncio
import time

async def work():
    pass

async def slow():
    time.sleep(2)

async def main():
    work()
    asyncio.create_task(asyncio.sleep(1))
    await asyncio.gather(slow(), asyncio.sleep(1))

asyncio.run(main())
`;

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

async function ran(code, context = {}) {
  const page = await chrome.open('', { context: { reducedMotion: 'reduce', locale: 'en-US', ...context } });
  const result = await page.evaluate((text) => {
    window.loopscope.setCode(text);
    return window.loopscope.run();
  }, code);
  await page.evaluate(() => window.loopscope.seek(0));
  await settled(page);
  return { page, result };
}
const all = (page, name, member) => page.locator(handle(name)).evaluateAll((found, key) => found.map((one) => (key ? one.dataset[key] : one.textContent)), member);
const seek = async (page, place) => {
  const step = await page.evaluate((where) => window.loopscope.seek(where), place);
  await settled(page);
  return step;
};

test('every handle of the page is there at step 0', async () => {
  const { page } = await ran(OBJECTS);
  const names = ['editor', 'run', 'stop', 'step', 'back', 'play', 'to-start', 'to-end', 'granularity', 'speed', 'scrubber', 'step-number', 'clock', 'narration', 'timeline', 'lane', 'thread', 'loop', 'ready-queue', 'timers', 'objects', 'inspector', 'console', 'line', 'diagnostics', 'lang', 'theme', 'share', 'lessons'];
  for (const name of names) assert.ok((await page.locator(handle(name)).count()) > 0, name);
  assert.match((await all(page, 'step-number'))[0], /^0 \/ \d+$/);
  assert.equal((await all(page, 'clock'))[0], '0.000 s');
  assert.deepEqual(await all(page, 'loop', 'thread'), ['MainThread']);
  assert.deepEqual(await all(page, 'lane', 'state'), Array(6).fill('created'));
  page.clean();
});

test('lanes and threads say their task, thread and state', async () => {
  const { page } = await ran(OBJECTS);
  await seek(page, '1s');
  assert.deepEqual((await all(page, 'lane', 'task')).slice(0, 4), ['Task-1', 'Task-2', 'Task-3', 'Task-4']);
  const states = await all(page, 'lane', 'state');
  assert.ok(states.every((state) => ['created', 'ready', 'running', 'waiting', 'done', 'failed', 'cancelled'].includes(state)), states.join());
  assert.equal((await all(page, 'thread', 'thread'))[0], 'MainThread');
  assert.ok(['running', 'ready', 'waiting', 'blocked', 'done', 'failed'].includes((await all(page, 'thread', 'state'))[0]));
  await seek(page, 'end');
  assert.ok((await all(page, 'lane', 'state')).every((state) => state === 'done'));
  assert.equal((await all(page, 'thread', 'state'))[0], 'done');
  page.clean();
});

test('the ready queue and the timers hold live handles only', async () => {
  const { page } = await ran(OBJECTS);
  await seek(page, '1s');
  const inside = (name) => page.locator(`${handle(name)} ${handle('handle')}`).count();
  assert.ok((await inside('ready-queue')) + (await inside('timers')) > 0);
  await seek(page, 'end');
  assert.deepEqual([await inside('ready-queue'), await inside('timers')], [0, 0]);
  page.clean();
});

test('objects say their kind and the variable that first held them', async () => {
  const { page } = await ran(OBJECTS);
  const seen = new Map();
  for (const place of ['0', '1s', '2s', '3s', 'end']) {
    await seek(page, place);
    const found = await page.locator(handle('object')).evaluateAll((list) => list.map(({ dataset }) => [dataset.kind, dataset.name]));
    for (const [kind, name] of found) seen.set(`${kind} ${name}`, true);
  }
  for (const wanted of ['lock lock', 'queue queue', 'event event', 'condition gate', 'semaphore limit', 'taskgroup group']) assert.ok(seen.has(wanted), `${wanted} in ${[...seen.keys()]}`);
  page.clean();
});

test('a hundred sisters fold into a group, which unfolds; lanes are found by name and state', async () => {
  const { page } = await ran(MANY);
  assert.deepEqual(await all(page, 'lane-group', 'count'), ['100']);
  await seek(page, '2s');
  const group = page.locator(`${handle('lane-group')} button`);
  const counts = [...(await group.textContent()).matchAll(/(\d+) (?:running|ready|waiting|done)/g)].map((one) => Number(one[1]));
  assert.equal(counts.reduce((sum, one) => sum + one, 0), 100);
  assert.match(await group.textContent(), /^worker ×100 .*\d+ waiting.*: show its lanes one by one$/);
  await page.fill(handle('search'), 'worker(42)');
  await settled(page);
  assert.equal(await page.locator(handle('lane')).count(), 1);
  await page.fill(handle('search'), 'running');
  await settled(page);
  assert.ok((await all(page, 'lane', 'state')).every((state) => state === 'running'));
  await page.fill(handle('search'), 'nobody');
  assert.match(await page.locator(handle('timeline')).textContent(), /No task has that name/);
  await page.fill(handle('search'), '');
  await page.locator(`${handle('lane-group')} button`).click();
  await settled(page);
  assert.equal(await page.locator(handle('lane')).count(), 101);
  const top = () => page.locator('.timeline .scroll').evaluate((one) => one.scrollTop);
  await page.click(handle('follow'));
  await page.locator('.timeline .scroll').evaluate((one) => (one.scrollTop = 0));
  const running = page.locator(`${handle('lane')}[data-state="running"]:not([data-task="Task-1"])`);
  for (await seek(page, '6s'); !(await running.count()); await settled(page)) await page.click(handle('step'));
  assert.equal(await top(), 0, 'nothing is followed');
  await page.click(handle('follow'));
  await settled(page);
  assert.ok((await top()) > 0, 'the lane that runs is in view');
  await seek(page, 0);
  await settled(page);
  assert.equal(await top(), 0, 'the first lane is in view before anything has run');
  page.clean();
});

test('threads are told apart by their numbers, also where there is little room', async () => {
  const { page } = await ran(`import threading, time

def worker():
    time.sleep(1)

threads = [threading.Thread(target=worker) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
`, { viewport: { width: 820, height: 1180 } });
  await seek(page, 'L4#2');
  assert.deepEqual(await page.locator('.row .chip').allTextContents(), ['1', '2', 'MainThread']);
  const whole = await page.locator(`${handle('thread')} .name strong b:first-child`).evaluateAll((all) => all.map((one) => [one.textContent, one.scrollWidth <= one.clientWidth]));
  assert.deepEqual(whole, [['MainThread', true], ['Thread-1', true], ['Thread-2', true]]);
  page.clean();
});

test('the line that input() asks for is not under the buttons of a phone', async () => {
  const { page } = await ran('print(1)\n', { viewport: { width: 390, height: 844 } });
  await page.evaluate(() => {
    window.loopscope.setCode('name = input("Who? ")\nprint(name)\n');
    window.loopscope.run();
  });
  await page.waitForSelector(handle('input'));
  await settled(page);
  const below = await page.evaluate(() => document.querySelector('[data-testid="input"]').getBoundingClientRect().bottom - document.querySelector('.transport').getBoundingClientRect().top);
  assert.ok(below <= 0, `${below} px`);
  page.clean();
});

test('findings say their code, severity and the line of the fix, whatever the step', async () => {
  const { page } = await ran(FINDINGS);
  const found = () => page.locator(handle('diagnostic')).evaluateAll((list) => list.map(({ dataset }) => [dataset.code, dataset.line, dataset.severity]));
  const first = await found();
  const has = (code, line) => first.some(([one, at]) => one === code && at === String(line));
  assert.ok(has('never-awaited', 11), JSON.stringify(first));
  assert.ok(has('blocked-loop', 8), JSON.stringify(first));
  assert.ok(first.every(([, , severity]) => ['error', 'warning', 'hint'].includes(severity)));
  await seek(page, 'end');
  assert.deepEqual(await found(), first);
  page.clean();
});

test('transport buttons are never disabled and keep the focus at the ends', async () => {
  const { page } = await ran(OBJECTS);
  for (const name of ['to-start', 'back', 'play', 'step', 'to-end']) {
    const button = page.locator(handle(name));
    assert.equal(await button.isEnabled(), true);
    assert.equal(await button.getAttribute('aria-disabled'), null);
  }
  await page.focus(handle('back'));
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'back');
  page.clean();
});

test('without a clipboard, as on a site without TLS, the page lives on', async () => {
  const page = await chrome.open('', {
    context: { reducedMotion: 'reduce', locale: 'en-US' },
    before: (opened) => opened.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
  });
  await page.waitForSelector(handle('line'));
  assert.equal(await page.locator(`${handle('console')} header button:not([data-testid])`).count(), 0);
  await page.click(handle('share'));
  assert.match(await page.locator(handle('share-dialog')).textContent(), /Copy the link from the field/);
  page.clean();
});

test('places are lines, their repetitions, outputs and times', async () => {
  const { page } = await ran('import asyncio\n\nasync def main():\n    for n in range(3):\n        print(n)\n        await asyncio.sleep(1)\n\nasyncio.run(main())\n');
  for (const [place, clock, lines] of [['L5', '0.000 s', 1], ['L5#2', '1.000 s', 2], ['L5#3', '2.000 s', 3], ['out:2', '1.000 s', 2], ['2s', '2.000 s', 2], ['end', '3.000 s', 3]]) {
    await seek(page, place);
    assert.equal((await all(page, 'clock'))[0], clock, place);
    assert.equal(await page.locator(`${handle('line')}:not([data-future])`).count(), lines, place);
  }
  page.clean();
});

test('input() asks in the console; the typed lines reach the program at the instant at which it asked', async () => {
  const page = await chrome.open('', { context: { reducedMotion: 'reduce', locale: 'en-US' } });
  await page.evaluate(() => {
    window.loopscope.setCode('import time\ntime.sleep(1)\nname = input("Name? ")\nprint("Hello", name)\nage = input()\nprint(age, time.monotonic() - 1000)\n');
    window.ended = window.loopscope.run();
  });
  await page.waitForSelector(handle('input'));
  await page.waitForFunction(() => document.activeElement?.dataset.testid === 'input');
  await page.keyboard.type('王');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[data-testid="console"]').textContent.includes('Hello 王'));
  await page.fill(handle('input'), '42');
  await page.keyboard.press('Enter');
  const result = await page.evaluate(() => window.ended);
  assert.equal(result.stdout, 'Name? Hello 王\n42 1.0\n');
  assert.equal(result.reason, 'finished');
  assert.equal(await page.locator(handle('input')).count(), 0);
  page.clean();
});

test('the end of the input is an EOFError, and Stop works while the program waits for a line', async () => {
  const page = await chrome.open('', { context: { reducedMotion: 'reduce', locale: 'en-US' } });
  const begin = () =>
    page.evaluate(() => {
      window.loopscope.setCode('input()\n');
      window.ended = window.loopscope.run();
    });
  await begin();
  await page.click('.ask-line button[type="button"]');
  assert.match((await page.evaluate(() => window.ended)).stderr, /EOFError: EOF when reading a line/);
  await begin();
  await page.waitForSelector(handle('input'));
  await page.click(handle('stop'));
  assert.equal((await page.evaluate(() => window.ended)).reason, 'stopped');
  page.clean();
});

for (const [name, code, act] of [
  ['many lanes', MANY, (page) => seek(page, '2s')],
  ['findings', FINDINGS, (page) => seek(page, '1s')],
  ['objects in use', OBJECTS, (page) => seek(page, '1s')],
  ['the list of keys', OBJECTS, (page) => page.keyboard.press('?')],
  ['an answer to why', OBJECTS, async (page) => (await seek(page, 'out:1'), page.click(handle('why-here')))],
  ['lessons open', OBJECTS, (page) => page.click(handle('lessons'))],
]) {
  test(`axe finds nothing, on a desk and dark on a phone: ${name}`, async () => {
    const { page } = await ran(code);
    await act(page);
    await settled(page);
    await accessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 900 });
    await settled(page);
    await accessible(page);
    page.clean();
  });
}

test('the inspector shows code outside tasks: its call stack and what the module has bound', async () => {
  const { page } = await ran('import time\n\ndef double(n):\n    twice = 2 * n\n    return twice\n\ntotal = 5\ntotal = double(total)\nprint(total)\n');
  await seek(page, 'L4');
  const inspector = page.locator(handle('inspector'));
  await page.waitForFunction(() => document.querySelector('[data-testid="inspector"]').textContent.includes('twice'));
  assert.match(await inspector.textContent(), /Call stack<module>line 8total = 5doubleline 4n = 5twice = 10/);
  page.clean();
});
