// Links that carry a program, the dialog that makes them, exports, and the embed in a frame of its own.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, accessible, handle, start } from './browser.mjs';

const { decode, encode } = await import(pathToFileURL(path.join(DIST, 'link.js')));
const GATHER = `import asyncio

async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print("完成", drink)

async def main():
    await asyncio.gather(brew("coffee", 1.25), brew("茶", 2.5))

asyncio.run(main())
`;

let chrome;
before(async () => (chrome = await start({ pages: {} })));
afterEach(() => chrome.rest());
after(() => chrome.close());

const open = (place = '', context = {}) => chrome.open(place, { context: { reducedMotion: 'reduce', locale: 'en-US', permissions: ['clipboard-read', 'clipboard-write'], ...context } });
const text = (page, name) => page.locator(handle(name)).first().textContent();
const lineCount = (page, count) => page.waitForFunction((wanted) => document.querySelectorAll('[data-testid="line"]').length === wanted, count);

test('a link keeps code, options and place, Chinese and emoji included', async () => {
  const state = { code: 'print("你好 🐍")\n'.repeat(40), options: { stdin: ['王'], seed: 7 }, place: 12, at: 'Task-1/L1#1/0ns' };
  const fragment = await encode(state);
  assert.match(fragment, /^#v1\.[\w-]+$/);
  assert.deepEqual(await decode(fragment), state);
  assert.equal(await decode('#some-heading'), null);
});

test('links that were made once keep opening', async () => {
  const first = '#v1.0_Viq1ZKzk9JVbJSyswtyC8qUUgsrsxLzsyPySsoyswr0YhRerJ3wdOlexU-zJ_QG6OkGZOnpKOUX1CSmZ9XrGRVrVScmpqiZGWuo1RckpKZp2QVrfS8r1sptlZHqSAnMRlkbn5piZWhko5SYomSlVKFUi0A';
  assert.deepEqual(await decode(first), { code: 'import asyncio\nprint("你好 🐍")\n', options: { seed: 7, stdin: ['王'] }, place: 'out:1', at: 'x' });
});

test('a link for a program of 1 KB is shorter than 2 KB', async () => {
  const code = await readFile(path.join(DIST, 'lessons/producer_consumer.py'), 'utf8');
  assert.ok((await encode({ code })).length < 2_000);
});

test('damaged links are told from good ones', async () => {
  const good = await encode({ code: GATHER });
  for (const bad of [good.slice(0, -10), good.slice(0, 8), `${good.slice(0, 30)}A${good.slice(31)}`, '#v1.', '#v1.!!!!', `${good}x`]) {
    if (bad === good) continue;
    await assert.rejects(decode(bad), ({ kind }) => kind === 'broken', bad.slice(0, 20));
  }
  await assert.rejects(decode('#v2.abcd'), ({ kind }) => kind === 'version');
  await assert.rejects(decode(await encode({ code: ' '.repeat(2_000_000) })), ({ kind }) => kind === 'large');
  await assert.rejects(decode(await encode({ code: 5 })), ({ kind }) => kind === 'broken');
});

test('Share copies a link that opens the same program at the same step', async () => {
  const page = await open();
  await page.evaluate((code) => {
    window.loopscope.setCode(code);
    return window.loopscope.run();
  }, GATHER);
  const step = await page.evaluate(() => window.loopscope.seek('out:1'));
  await page.click(handle('share'));
  const link = await page.locator(handle('share-link')).inputValue();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link);
  assert.match(await page.locator(handle('share-dialog')).textContent(), new RegExp(`${link.length} characters`));
  assert.match(await page.locator(handle('share-snippet')).inputValue(), /<loop-scope step="\d+">\n<pre><code>import asyncio&#10;\n/);
  await accessible(page);
  page.clean();
  const again = await open(link.slice(chrome.site.url.length));
  await lineCount(again, 2);
  await again.waitForTimeout(300);
  assert.equal((await text(again, 'step-number')).split(' ')[0], String(step));
  assert.match(await text(again, 'line'), /完成 coffee/);
  again.clean();
});

test('the snippet is the same program with the same options, whatever stands in it', async () => {
  const code = 'import sys\n\n\nprint("<b>&amp;</b>", input())\n\n\n\nprint("茶", sys.argv[1:])\n';
  const options = { stdin: ['«"x"»'], args: ["it's <a>"] };
  const page = await open(await encode({ code, options }));
  await lineCount(page, 2);
  await page.click(handle('share'));
  const snippet = await page.locator(handle('share-snippet')).inputValue();
  assert.ok(!/\n\n/.test(snippet), 'no blank line, which would end the block in Markdown');
  chrome.site.pages['blog.html'] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title><link rel="icon" href="./icon.svg"></head><body>${snippet}</body></html>`;
  const blog = await chrome.open('blog.html', { ready: false });
  await blog.waitForFunction(() => customElements.get('loop-scope'));
  const found = await blog.evaluate(async () => {
    const element = document.querySelector('loop-scope');
    return { code: element.code, stdout: (await element.run()).stdout };
  });
  assert.deepEqual(found, { code, stdout: `<b>&amp;</b> «"x"»\n茶 ["it's <a>"]\n` });
  blog.clean();
});

for (const [name, break_, said] of [
  ['truncated', (link) => link.slice(0, -20), /damaged/],
  ['of a later version', () => '#v9.abcdef', /newer/],
]) {
  test(`a link that is ${name} is explained, and the first lesson is there`, async () => {
    const page = await open(break_(await encode({ code: GATHER })));
    assert.match(await text(page, 'error'), said);
    await page.waitForSelector(handle('lane'));
    page.clean();
  });
}

test('a hostile link stays text', async () => {
  const page = await open(await encode({ code: '</script><img src=x onerror="window.hacked=1">\n', options: { nonsense: 1 }, place: '<b>' }));
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  page.clean();
});

test('a lesson that is chosen can be linked to', async () => {
  const page = await open();
  await page.click(handle('lessons'));
  await page.click('[data-lesson="semaphore"]');
  await page.waitForFunction(() => location.hash === '#lesson=semaphore');
  const again = await open('#lesson=semaphore');
  await lineCount(again, 10);
  assert.match(await again.locator('.note').textContent(), /Semaphore/);
  page.clean();
  again.clean();
});

test('another link in the same tab is followed', async () => {
  const page = await open();
  await page.evaluate((hash) => (location.hash = hash), await encode({ code: 'print("second")\n' }));
  await page.waitForFunction(() => document.querySelector('[data-testid="line"]')?.textContent.includes('second'));
  page.clean();
});

for (const [kind, name, check] of [
  ['svg', 'timeline.svg', (content) => /^<svg[^>]*>.*brew\("coffee"\)|&quot;coffee/s.test(content)],
  ['png', 'timeline.png', (content, bytes) => bytes.subarray(1, 4).toString() === 'PNG' && bytes.length > 3_000],
  ['jsonl', 'recording.jsonl', (content) => content.trim().split('\n').every((line) => JSON.parse(line))],
  ['events', 'trace-events.json', (content) => {
    const events = JSON.parse(content).traceEvents;
    // What the trace-event format asks of each kind that is used.
    const number = (value) => Number.isFinite(value) && value >= 0;
    const whole = { X: (one) => number(one.ts) && number(one.dur) && number(one.tid) && one.cat, i: (one) => number(one.ts) && number(one.tid) && one.s === 't', M: (one) => one.args };
    return events.length > 5 && events.every((one) => whole[one.ph]?.(one) && number(one.pid) && typeof one.name === 'string');
  }],
  ['text', 'output.txt', (content) => content === '完成 coffee\n完成 茶\n'],
]) {
  test(`the export ${kind} is a file of its kind`, async () => {
    const page = await open(await encode({ code: GATHER }));
    await lineCount(page, 2);
    await page.click(handle('share'));
    const [download] = await Promise.all([page.waitForEvent('download'), page.click(`[data-export="${kind}"]`)]);
    assert.equal(download.suggestedFilename(), name);
    const bytes = await readFile(await download.path());
    assert.ok(check(bytes.toString(), bytes), bytes.toString().slice(0, 200));
    page.clean();
  });
}

test('the frame runs a link’s program, tells its height and answers messages; others it ignores', async () => {
  const fragment = await encode({ code: GATHER });
  chrome.site.pages['outer.html'] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outer</title><link rel="icon" href="./icon.svg"></head><body><iframe title="A program" src="./embed.html${fragment}&amp;view=timeline,console" width="700" height="500"></iframe></body></html>`;
  const page = await chrome.open('outer.html', {
    ready: false,
    before: (opened) =>
      opened.addInitScript(() => {
        window.heard = [];
        addEventListener('message', ({ data }) => window.heard.push(data));
      }),
  });
  const heard = (type) => page.waitForFunction((wanted) => window.heard.find((one) => one.type === wanted), type).then((found) => found.jsonValue());
  assert.equal((await heard('ready')).loopscope, 1);
  assert.ok((await heard('resize')).height > 200);
  assert.equal((await heard('finish')).stdout, '完成 coffee\n完成 茶\n');
  // What is shown of the finished run is told once it is drawn.
  assert.equal((await heard('step')).step, 0);
  await page.waitForTimeout(300);
  const say = (data) => page.evaluate((message) => document.querySelector('iframe').contentWindow.postMessage(message, '*'), data);
  await page.evaluate(() => (window.heard = []));
  for (const nonsense of ['ping', null, 5, { type: 'ping' }, { loopscope: 2, type: 'ping' }, { loopscope: 1, type: 'eval', code: '1' }, { loopscope: 1, type: 'seek', place: { toString: 1 } }]) await say(nonsense);
  await page.waitForTimeout(300);
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await say({ loopscope: 1, type: 'seek', place: '1.25s' });
  assert.equal((await heard('step')).time, 1.25);
  await say({ loopscope: 1, type: 'run' });
  assert.equal((await heard('finish')).exitCode, 0);
  await say({ loopscope: 1, type: 'ping' });
  assert.ok((await heard('ready')).methods.includes('seek'));
  page.clean();
});

test('the frame works without storage, in a sandbox', async () => {
  chrome.site.pages['outer.html'] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Outer</title><link rel="icon" href="./icon.svg"></head><body><iframe title="A program" sandbox="allow-scripts" src="./embed.html#code=print(1%2B1)&amp;lang=zh" width="700" height="500"></iframe></body></html>`;
  const page = await chrome.open('outer.html', { ready: false });
  const frame = page.frameLocator('iframe');
  await frame.locator(`loop-scope ${handle('line')}`).waitFor({ timeout: 45_000 });
  assert.match(await frame.locator(`loop-scope ${handle('line')}`).textContent(), /2/);
});
