// The page by its handles: run, step, seek, play, the console, both languages, both themes, what goes wrong.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { GATHER, accessible, handle, perform, settled, start } from './browser.mjs';

const STILL = { reducedMotion: 'reduce', locale: 'en-US' };

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

const open = (context = {}) => chrome.open('', { context: { ...STILL, ...context } });
const text = (page, name) => page.locator(handle(name)).first().textContent();

test('the first view is a run of the first lesson, not a blank page', async () => {
  const page = await open();
  await page.waitForSelector(handle('lane'));
  assert.match(await text(page, 'step-number'), /^0 \/ \d{2,}$/);
  assert.equal(await page.locator(handle('line')).count(), 13);
  assert.equal(await page.locator(`${handle('line')}[data-future]`).count(), 13);
  page.clean();
});

test('run resolves with what the program did', async () => {
  const page = await open();
  const result = await perform(page, GATHER);
  assert.equal(result.exitCode, 0);
  assert.equal(result.reason, 'finished');
  assert.equal(result.stdout, 'done coffee\ndone 茶\n');
  assert.equal(result.duration, 2.5);
  assert.equal(await text(page, 'step-number'), `0 / ${result.steps}`);
  page.clean();
});

test('a click on a line of output goes to the step that printed it', async () => {
  const page = await open();
  await perform(page, GATHER);
  const line = page.locator(handle('line')).first();
  assert.equal(await line.getAttribute('data-time'), '1.25');
  await line.click();
  await settled(page);
  assert.equal(await text(page, 'clock'), '1.250 s');
  assert.equal((await text(page, 'step-number')).split(' ')[0], await line.getAttribute('data-step'));
  assert.equal(await page.locator(`${handle('lane')}[data-task="Task-2"]`).getAttribute('data-state'), 'running');
  assert.equal(await page.locator(`${handle('line')}[data-future]`).count(), 1);
  page.clean();
});

test('back undoes step: every part shows the same again', async () => {
  const page = await open();
  await perform(page, GATHER);
  const seen = () => page.evaluate(() => document.querySelector('main').innerText);
  await page.evaluate(() => window.loopscope.seek(9));
  await settled(page);
  const before = await seen();
  await page.click(handle('step'));
  await page.click(handle('step'));
  await settled(page);
  assert.equal(await text(page, 'step-number').then((number) => number.split(' ')[0]), '11');
  await page.click(handle('back'));
  await page.click(handle('back'));
  await settled(page);
  assert.equal(await seen(), before);
  page.clean();
});

test('keys step, go to the ends and play, but not from within the editor', async () => {
  const page = await open();
  const { steps } = await perform(page, GATHER);
  const at = async () => Number((await text(page, 'step-number')).split(' ')[0]);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  assert.equal(await at(), 1);
  await page.keyboard.press('End');
  await settled(page);
  assert.equal(await at(), steps);
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => document.querySelector('[data-testid="step-number"]').textContent[0] !== '0');
  await page.keyboard.press('Space');
  const paused = await at();
  await page.click(handle('editor'), { position: { x: 300, y: 60 } });
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.equal(await at(), paused);
  page.clean();
});

test('typing in the editor changes the program that runs', async () => {
  const page = await open();
  await perform(page, 'print("one")\n');
  await page.waitForTimeout(300);
  await page.click(handle('editor'), { position: { x: 300, y: 20 } });
  await page.keyboard.press('Control+A');
  await page.keyboard.type('print("two")');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('[data-testid="line"]')?.textContent.includes('two'));
  page.clean();
});

test('a syntax error shows its place and leaves the last run in sight', async () => {
  const page = await open();
  const { steps } = await perform(page, GATHER);
  const result = await perform(page, 'async def main(:\n    pass\n');
  assert.equal(result.reason, 'syntax-error');
  assert.equal(await page.locator(handle('error')).getAttribute('data-line'), '1');
  assert.match(await text(page, 'error'), /SyntaxError/);
  assert.match(await text(page, 'step-number'), new RegExp(`/ ${steps}$`));
  page.clean();
});

test('an endless program is stopped by the button and stands on its last step', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.loopscope.setCode('while True: pass\n');
    window.loopscope.run().then((result) => (window.result = result));
  });
  await page.waitForTimeout(700);
  await page.click(handle('stop'));
  await page.waitForFunction(() => window.result, null, { timeout: 5000 });
  assert.equal(await page.evaluate(() => window.result.reason), 'stopped');
  await settled(page);
  const [step, last] = (await text(page, 'step-number')).split(' / ');
  assert.equal(step, last);
  assert.equal(await page.locator(handle('stop')).isVisible(), false);
  page.clean();
});

test('a number and its unit stand in one line at any width, in both languages', async () => {
  for (const locale of ['en-US', 'zh-CN']) {
    const page = await open({ locale });
    await perform(page, GATHER);
    await page.evaluate(() => window.loopscope.seek('1.25s'));
    for (const width of [320, 390, 470, 560, 1200]) {
      await page.setViewportSize({ width, height: 844 });
      const figures = await page.locator(`${handle('narration')} .figures`).evaluateAll((all) => all.map((one) => [one.textContent, one.getClientRects().length]));
      assert.deepEqual(figures.slice(0, 2), [['1.25 s', 1], ['1.250 s', 1]]);
    }
    assert.match(await text(page, 'narration'), /1\.250 s/);
    assert.match(await page.locator(`${handle('lane')} button`).first().getAttribute('title'), /\d\.\d{3}\u{a0}s/u);
    page.clean();
  }
});

test('the labels of a long axis stand at even distances, and the present instant has its own at any width', async () => {
  const page = await open();
  await perform(page, `import asyncio

async def visit(places):
    async with places:
        await asyncio.sleep(1)

async def main():
    places = asyncio.Semaphore(2)
    await asyncio.gather(*[visit(places) for _ in range(200)])

asyncio.run(main())
`);
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const second of [0, 37, 100]) {
      await page.evaluate((to) => window.loopscope.seek(`${to}s`), second);
      await settled(page);
      assert.equal(await page.locator('.ruler .now').textContent(), `${second} s`);
    }
    const labels = await page.locator('.ruler text').evaluateAll((all) => all.map((one) => parseFloat(one.textContent)).sort((a, b) => a - b));
    // The last may have no room for the one before it.
    const steps = new Set(labels.slice(1, -1).map((label, index) => label - labels[index]));
    assert.ok(steps.size <= 1, `${width}: ${labels}`);
  }
  page.clean();
});

test('the language and the theme change by one click each', async () => {
  const page = await open();
  await page.click(handle('lang'));
  await page.locator('html[lang="zh-Hans"]').waitFor({ state: 'attached' });
  await settled(page);
  assert.match(await text(page, 'run'), /运行/);
  assert.equal(await page.getAttribute('html', 'data-theme'), 'light');
  await page.click(handle('theme'));
  await settled(page);
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
  page.clean();
});

test('a place that is none is refused with the ways to write one', async () => {
  const page = await open();
  await perform(page, GATHER);
  assert.equal(await page.evaluate(() => window.loopscope.seek('1.25s')), await page.evaluate(() => window.loopscope.seek('1.25s')));
  await assert.rejects(page.evaluate(() => window.loopscope.seek('somewhere')), /not a place/);
});

test('a task’s chip keeps its identity: from the timers to the ready queue to the running slot it is moved', async () => {
  const page = await open({ reducedMotion: 'no-preference' });
  await perform(page, GATHER);
  const due = await page.evaluate(() => window.loopscope.seek('1.25s'));
  const moved = async (step) => {
    await page.evaluate((to) => window.loopscope.seek(to), step - 1);
    await page.waitForTimeout(400);
    // Looked for in the page itself: the motion is over before a question from outside arrives.
    return page.evaluate(async (to) => {
      window.loopscope.seek(to);
      for (let frame = 0; frame < 60; frame += 1) {
        const chips = document.getAnimations().filter(({ effect }) => effect.target.closest('.loop'));
        const found = chips.find(({ effect }) => effect.getKeyframes()[0].transform?.startsWith('translate('));
        if (found) return found.effect.target.textContent;
        await new Promise(requestAnimationFrame);
      }
      return 'nothing moved';
    }, step);
  };
  assert.equal(await moved(due), 'brew("coffee")');
  assert.equal(await moved(due + 1), 'brew("coffee")');
  page.clean();
});

for (const locale of ['en-US', 'zh-CN']) {
  test(`axe finds nothing, on a desk and on a phone, light and dark: ${locale}`, async () => {
    const page = await open({ locale });
    for (const code of [GATHER, 'def f(:\n', 'import asyncio\nasync def f(): pass\nf()\nraise ValueError("x")\n']) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await perform(page, code);
      await page.evaluate(() => window.loopscope.seek('end'));
      await settled(page);
      await accessible(page, { themes: 2 });
      await page.setViewportSize({ width: 390, height: 844 });
      await settled(page);
      await accessible(page, { themes: 2 });
    }
    page.clean();
  });
}

test('where the system gives the colours axe finds nothing, and what only a ground says is still said', async () => {
  const page = await open({ forcedColors: 'active' });
  await perform(page, GATHER);
  await page.evaluate(() => window.loopscope.seek('L5'));
  await settled(page);
  await accessible(page);
  const looks = await page.evaluate(() => {
    const of = (selector) => getComputedStyle(document.querySelector(selector));
    const [plain, canvas] = [of('.top .square'), of('body').backgroundColor];
    const stands = (selector) => of(selector).backgroundColor !== canvas && of(selector).color !== of(selector).backgroundColor;
    return [stands('.run'), stands('.play'), stands('.chip.running'), stands('.segmented [aria-checked="true"]'), of('.row.now').outlineStyle, of('.line[data-future] .said').color !== plain.color];
  });
  assert.deepEqual(looks, [true, true, true, true, 'solid', true]);
  await page.setViewportSize({ width: 390, height: 844 });
  await perform(page, 'def f(:\n');
  await accessible(page);
  page.clean();
});

test('played fast, several steps share one sentence, which stands long enough to be read; stepping by hand tells each', async () => {
  const page = await open();
  await perform(page, `import asyncio

async def work(name):
    for n in range(5):
        await asyncio.sleep(0.1)
        print(name, n)

async def main():
    await asyncio.gather(*[work(f"w{n}") for n in range(6)])

asyncio.run(main())
`);
  await page.selectOption(handle('speed'), '10');
  await page.evaluate(() => {
    window.loopscope.seek(0);
    window.said = [];
    const note = () => {
      const text = document.querySelector('.narration .say').textContent;
      if (window.said.at(-1)?.text !== text) window.said.push({ text, at: performance.now() });
      requestAnimationFrame(note);
    };
    note();
  });
  await page.click(handle('play'));
  // What stood before, two sentences that have stood, and the one that stands.
  await page.waitForFunction(() => window.said.length > 3);
  const said = await page.evaluate(() => window.said);
  const stood = said.slice(1, -1).map(({ at }, index) => said[index + 2].at - at);
  assert.ok(stood.length >= 2 && stood.every((ms) => ms > 700), JSON.stringify(said));
  assert.match(said.at(-1).text, /steps pass quickly\. Who runs: work/);
  await page.click(handle('play'));
  assert.doesNotMatch(await text(page, 'narration'), /pass quickly/);
  const before = await page.locator('.narration .say').textContent();
  await page.click(handle('step'));
  await settled(page);
  assert.notEqual(await page.locator('.narration .say').textContent(), before);
  page.clean();
});

test('before the editor is focused too, what a finding is about is underlined where it stands', async () => {
  const page = await open();
  await perform(page, 'import asyncio\n\nasync def save(text):\n    await asyncio.sleep(1)\n\nasync def main():\n    x = "汉字"; save("草稿")\n\nasyncio.run(main())\n');
  const [line, under] = await page.evaluate(() => {
    const row = document.querySelector('.listing .row:nth-child(7) > :last-child');
    const text = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
    let first;
    for (let node = text.nextNode(); node; node = text.nextNode()) if (node.data.includes('save')) first = node;
    const range = document.createRange();
    range.setStart(first, first.data.indexOf('save'));
    range.setEndAfter(row.lastChild.previousSibling ?? row.lastChild);
    const box = ({ left, right }) => [left, right];
    return [box(range.getBoundingClientRect()), box(row.querySelector('.under line').getBoundingClientRect())];
  });
  assert.ok(Math.abs(line[0] - under[0]) < 2, `${line} ${under}`);
  await page.evaluate(() => window.loopscope.setCode('edited = 1\n'));
  await settled(page);
  assert.equal(await page.locator('.under').count(), 0);
  page.clean();
});

test('where the axis has no room for each instant, the round ones are labelled', async () => {
  const page = await open();
  await perform(page, 'import asyncio\n\nasync def main():\n    for n in range(100):\n        await asyncio.sleep(1)\n\nasyncio.run(main())\n');
  const labels = (await page.locator('.timeline text').allTextContents()).filter((label) => /^\d+ s$/.test(label)).map((label) => parseInt(label, 10));
  assert.ok(labels.length > 5 && labels.every((second) => second % 5 === 0), labels.join());
  assert.deepEqual(labels, [...labels].sort((a, b) => a - b));
  page.clean();
});

test('on a phone the line that is wrong is shown', async () => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await perform(page, 'x = 1\ny = 2\nz = (\n');
  assert.match(await page.locator('.lit .row.wrong').textContent(), /z = \(/);
  page.clean();
});

test('what Chinese input has written in full width is repaired by a button', async () => {
  const page = await open({ locale: 'zh-CN' });
  await perform(page, 'print（“你好，世界”）\n');
  const error = page.locator(handle('error'));
  assert.match(await error.textContent(), /（ 是全角字符：Python 需要半角的 \(/);
  await error.locator('.fix button').click();
  await page.waitForFunction(() => document.querySelector('[data-testid="line"]')?.textContent.includes('你好，世界'));
  assert.equal(await page.locator(handle('error')).count(), 0);
  page.clean();
});

test('a session that was copied with its prompts becomes a program by a button', async () => {
  const page = await open();
  await perform(page, '>>> def double(n):\n...     return n * 2\n...\n>>> print(double(21))\n42\n');
  const error = page.locator(handle('error'));
  assert.match(await error.textContent(), /the program is what stands behind >>> and \.\.\./);
  await error.locator('.fix button').click();
  await page.waitForFunction(() => document.querySelector('[data-testid="line"]')?.textContent.includes('42'));
  assert.doesNotMatch(await page.locator(handle('editor')).textContent(), />>>|\.\.\./);
  page.clean();
});

test('await where nothing may be awaited is repaired by a button: in a plain function, and in a notebook’s cell', async () => {
  const page = await open({ locale: 'zh-CN' });
  const programs = [
    ['import asyncio\n\ndef main():\n    await asyncio.sleep(1)\n    print("woken")\n\nasyncio.run(main())\n', /def main 前面少了 async/],
    ['import asyncio\n\nasync def nap():\n    await asyncio.sleep(1)\n    print("rested")\n\nawait nap()\n', /在程序里用 asyncio\.run/],
  ];
  for (const [program, said] of programs) {
    await perform(page, program);
    const error = page.locator(handle('error'));
    assert.match(await error.textContent(), said);
    await error.locator('.fix button').click();
    const printed = program.match(/print\("(\w+)"\)/)[1];
    await page.waitForFunction((text) => document.querySelector('[data-testid="line"]')?.textContent.includes(text), printed);
    assert.equal(await page.locator(handle('error')).count(), 0);
  }
  page.clean();
});

test('a slip of one line is shown as it may be meant, and written so by a button', async () => {
  for (const [locale, said] of [['en-US', /Perhaps this is meant: for i in range\(3\): # thrice/], ['zh-CN', /缺少冒号。也许想写的是： for i in range\(3\): # thrice/]]) {
    const page = await open({ locale });
    await perform(page, 'for i in range(3) # thrice\n    print("round", i)\n');
    const error = page.locator(handle('error'));
    assert.match(await error.textContent(), said);
    await error.locator('.fix button').click();
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="line"]')[2]?.textContent.includes('round 2'));
    assert.equal(await page.locator(handle('error')).count(), 0);
    page.clean();
  }
});

test('the page in Chinese says what CPython’s words for a syntax error mean', async () => {
  const page = await open({ locale: 'zh-CN' });
  await perform(page, 'for n in range(3)\n    print(n)\n');
  assert.match(await page.locator(handle('error')).textContent(), /SyntaxError: expected ':'这里缺少冒号。/);
  page.clean();
});

test('on a phone each tab has room for what it shows, the code before it is touched and after', async () => {
  const page = await open({ viewport: { width: 390, height: 844 } });
  await perform(page, 'import asyncio\n\nasyncio.run(asyncio.sleep(1))\n1 / 0\n');
  const heights = async () => {
    const all = [];
    for (const [tab, part] of [['Output', 'console'], ['Code', 'editor'], ['Loop', 'loop'], ['Objects', 'objects'], ['Task', 'inspector']]) {
      await page.getByRole('tab', { name: tab }).click();
      all.push([tab, await page.locator(handle(part)).evaluate((panel) => panel.clientHeight)]);
    }
    return all.filter(([, height]) => height < 80);
  };
  assert.deepEqual(await heights(), []);
  await page.getByRole('tab', { name: 'Code' }).click();
  await page.locator('.editor li').first().click();
  await page.locator('.cm-content').waitFor();
  assert.deepEqual(await heights(), []);
  page.clean();
});

test('on a phone everything that a finger can press is 44 px high, chips apart', async () => {
  const page = await open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await perform(page, 'import asyncio\n\nasync def save(text):\n    await asyncio.sleep(1)\n    print("saved", text)\n\nasync def main():\n    save("draft")\n    await asyncio.gather(save("a"), save("b"))\n\nasyncio.run(main())\n');
  await page.evaluate(() => window.loopscope.seek('out:1'));
  for (const tab of await page.getByRole('tab').all()) {
    await tab.tap();
    await settled(page);
    const small = await page.evaluate(() => {
      const height = (one) => {
        const [box, margin] = [one.getBoundingClientRect(), getComputedStyle(one, '::after')];
        return box.height + (margin.position === 'absolute' ? -parseFloat(margin.top) - parseFloat(margin.bottom) : 0);
      };
      const all = [...document.querySelectorAll('button:not(.chip), select, input:not([type="range"]), a[href]')];
      return all.filter((one) => one.checkVisibility() && height(one) < 43.5).map((one) => `${height(one)} ${one.outerHTML.slice(0, 90)}`);
    });
    assert.deepEqual(small, []);
  }
  page.clean();
});

test('where the buttons for the length of a step have no room, the settings have it', async () => {
  const page = await open({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  await perform(page, GATHER);
  assert.equal(await page.locator(handle('granularity')).isVisible(), false);
  await page.click(handle('options'));
  await page.getByRole('combobox', { name: '步长' }).selectOption('turn');
  await accessible(page);
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.loopscope.seek(0));
  await page.click(handle('step'));
  await settled(page);
  assert.ok(parseInt(await text(page, 'step-number'), 10) > 1);
  await page.click(handle('options'));
  assert.equal(await page.locator(handle('grain')).inputValue(), 'turn');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 1440, height: 900 });
  assert.equal(await page.locator(`${handle('granularity')} [aria-checked="true"]`).getAttribute('data-value'), 'turn');
  await page.click(handle('options'));
  assert.equal(await page.locator(handle('grain')).count(), 0);
  page.clean();
});

test('the keys of the page can be turned off in its settings, and stay so', async () => {
  const page = await open();
  await perform(page, GATHER);
  await page.evaluate(() => window.loopscope.seek(3));
  await page.click(handle('options'));
  await page.getByRole('checkbox', { name: 'Keyboard shortcuts on this page' }).uncheck();
  await page.keyboard.press('Escape');
  await page.locator(handle('step')).focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.match(await text(page, 'step-number'), /^3 /);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await page.click(handle('options'));
  assert.equal(await page.locator(handle('keys')).isChecked(), false);
  page.clean();
});
