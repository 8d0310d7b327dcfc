// What assistive technology finds that is easily lost: landmarks where a host has none, headings, names and targets.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { GATHER, accessible, handle, perform, settled, start } from './browser.mjs';

let chrome;
before(async () => {
  const code = GATHER.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const host = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title><link rel="icon" href="icon.svg"><script type="module" src="loopscope-embed.js"></script></head><body><h1>A blog</h1>${body}</body></html>`;
  chrome = await start({ pages: { 'host.html': host(`<loop-scope view="timeline,loop,objects,inspector,console"><pre><code>${code}</code></pre></loop-scope>`) } });
});
afterEach(() => chrome.rest());
after(() => chrome.close());

test('an embed adds no landmark to a page that has none', async () => {
  const page = await chrome.open('host.html', { ready: null, context: { locale: 'en-US' } });
  await page.evaluate(() => customElements.whenDefined('loop-scope').then(() => document.querySelector('loop-scope').run()));
  await settled(page);
  const roles = await page.evaluate(() => [...document.querySelector('loop-scope').shadowRoot.querySelectorAll('header')].map((head) => head.getAttribute('role')));
  assert.ok(roles.length > 3, String(roles));
  assert.deepEqual([...new Set(roles)], ['presentation']);
});

test('the frame has a heading, and axe finds nothing in it', async () => {
  const page = await chrome.open('embed.html#code=print(1)', { ready: null, context: { locale: 'en-US' } });
  await page.locator(handle('step-number')).waitFor();
  await settled(page);
  await accessible(page);
});

test('a program of threads has parts of different names in Chinese, and says why a thread runs', async () => {
  const page = await chrome.open('', { context: { locale: 'zh-CN' } });
  await perform(page, `import threading, time

def work():
    time.sleep(1)
    print("done")

thread = threading.Thread(target=work, name="T")
thread.start()
thread.join()
print("all")
`);
  await page.evaluate(() => window.loopscope.seek('out:2'));
  await settled(page);
  await accessible(page);
  await page.locator(handle('why-here')).click();
  assert.deepEqual(
    (await page.locator(handle('because')).allTextContents()).map((text) => text.replace(/\s.*$/s, '')).slice(1, 3),
    ['MainThread等待的T结束了。', 'T的time.sleep(1)在'],
  );
});

test('a chip in little room is called by what is seen of it first', async () => {
  const page = await chrome.open('', { context: { locale: 'en-US' } });
  await perform(page, `import asyncio

async def worker(name, queue):
    await queue.get()

async def main():
    queue = asyncio.Queue()
    await asyncio.gather(*(worker(f"worker-{n}", queue) for n in range(2)), queue.put(1), queue.put(2))

asyncio.run(main())
`);
  await page.evaluate(() => window.loopscope.seek('L4#2'));
  await settled(page);
  const chips = await page.locator('.chip[aria-label]').evaluateAll((all) => all.map((chip) => [chip.textContent, chip.getAttribute('aria-label')]));
  assert.ok(chips.some(([seen]) => seen === 'worker-0'), JSON.stringify(chips));
  for (const [seen, name] of chips) assert.ok(name.startsWith(seen), `${seen}: ${name}`);
});

test('in Chinese the space around code is a style’s, not a character', async () => {
  const page = await chrome.open('', { context: { locale: 'zh-CN' } });
  await perform(page, GATHER);
  for (const place of ['L4', 'L4#2', '1.25s', 'out:1']) {
    await page.evaluate((where) => window.loopscope.seek(where), place);
    await settled(page);
    const said = await page.locator('.narration .say').evaluate((say) => say.innerHTML.replace(/<!--.*?-->/g, ''));
    assert.doesNotMatch(said, /[\u4e00-\u9fff] <code|<\/code> [\u4e00-\u9fff]/);
    assert.match(said, /<code|「/);
  }
});

test('at 320 px each button of the top bar has 24 px', async () => {
  const page = await chrome.open('', { context: { locale: 'en-US', viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true } });
  // Which are seen and how wide they are is asked at one moment: one goes where there is no room for it.
  const sizes = await page.locator('.top button').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => [one.dataset.testid, one.getBoundingClientRect().width]));
  assert.ok(sizes.length > 2);
  for (const [name, width] of sizes) assert.ok(width >= 24, `${name}: ${width}`);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
});
