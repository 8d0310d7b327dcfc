// What Chinese needs room for: words that stay whole in narrow places, rows that keep their height.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { GATHER, handle, perform, settled, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start({ pages: {} })));
afterEach(() => chrome.rest());
after(() => chrome.close());

const open = (context) => chrome.open('', { context: { locale: 'zh-CN', reducedMotion: 'reduce', ...context } });
/** The lines into which the element's text is broken. */
const lines = (locator) => locator.evaluate((element) => {
  const range = document.createRange(), broken = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), bottom = -1; node; node = walker.nextNode()) {
    for (let at = 0; at < node.length; at++) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const [box] = range.getClientRects();
      if (!box?.width) continue;
      if (box.top > bottom) broken.push('');
      bottom = Math.max(bottom, box.top + box.height / 2);
      broken.push(broken.pop() + node.data[at]);
    }
  }
  return broken;
});

test('the words of an empty slot stay whole at any width', async () => {
  const words = ['没有', '就绪的：', '等待', '下一个', '定时器', '或事件'];
  const page = await open({});
  await perform(page, GATHER);
  await page.evaluate(() => window.loopscope.seek('1.25s'));
  await page.locator(handle('back')).click();
  for (const width of [1440, 1280, 1024, 800]) {
    await page.setViewportSize({ width, height: 900 });
    const broken = await lines(page.locator('.loop .slot').nth(1).locator('.quiet'));
    assert.equal(broken.join(''), words.join(''));
    let rest = words.slice();
    for (const line of broken) {
      let told = '';
      while (rest.length && told.length < line.length) told += rest.shift();
      assert.equal(told, line, `${width}: ${broken.join(' / ')}`);
    }
  }
  page.clean();
});

test('a lane is as high as what is drawn in it, on a desk, on a phone and in an embed', async () => {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const heights = () => {
    const root = document.querySelector('loop-scope')?.shadowRoot ?? document;
    return [...root.querySelectorAll('.lane')].map((lane) => [lane.getBoundingClientRect().height, Number(lane.querySelector('.plot').getAttribute('height'))]);
  };
  const check = (all) => assert.ok(all.length > 2 && all.every(([row, plot]) => Math.abs(row - plot) < 0.6), JSON.stringify(all));
  for (const context of [{}, phone]) {
    const page = await open(context);
    await perform(page, GATHER);
    check(await page.evaluate(heights));
    chrome.site.pages['blog.html'] = `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>博客</title><link rel="icon" href="./icon.svg"><script type="module" src="./loopscope-embed.js"></script></head><body><loop-scope><pre><code>${GATHER}</code></pre></loop-scope></body></html>`;
    const blog = await chrome.open('blog.html', { ready: false, context: { reducedMotion: 'reduce', ...context } });
    await blog.evaluate(() => customElements.whenDefined('loop-scope').then(() => document.querySelector('loop-scope').run()));
    await settled(blog);
    check(await blog.evaluate(heights));
  }
});

test('a group says which of its members runs and how many are in each state, all of it in sight', async () => {
  const page = await open({});
  await perform(page, `import asyncio

async def work(n):
    await asyncio.sleep(n % 3)
    print(n)

async def main():
    await asyncio.gather(*[work(n) for n in range(120)])

asyncio.run(main())
`);
  await page.evaluate(() => window.loopscope.seek('out:77'));
  const group = page.locator(handle('lane-group'));
  const seen = await group.evaluate((row) => {
    const within = row.getBoundingClientRect(), box = (one) => one.getBoundingClientRect();
    const counts = [...row.querySelectorAll('.counts > span')].map(box), times = box(row.querySelector('.times')), member = row.querySelector('.member');
    const inside = counts.every((count) => count.top >= within.top - 1 && count.bottom <= within.bottom + 1);
    return { inside, gap: box(member).left - times.right, member: member.textContent, whole: member.firstChild.scrollWidth <= member.firstChild.clientWidth };
  });
  assert.ok(seen.inside && seen.whole && seen.gap >= 2, JSON.stringify(seen));
  assert.match(seen.member, /^\d+$/);
  page.clean();
});
