// The page stands before all of the wasm is there: whatever a reader or a script does meanwhile is done once it is.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { handle, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

/** A page for which a part of the wasm is still on its way until `page.release()`. */
async function early({ part = 'web_rest.wasm.txt', context = { reducedMotion: 'reduce' }, rate = 1 } = {}) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = async (fresh) => {
    const devtools = await fresh.context().newCDPSession(fresh);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await fresh.route(`**/${part}`, async (route) => (await held, route.continue()));
  };
  const page = await chrome.open('', { context, before });
  page.release = release;
  return page;
}

const step = (page) => page.locator(handle('step-number')).textContent();
const output = (page) => page.locator(handle('console')).textContent();

for (const part of ['web_run.wasm.txt', 'web_rest.wasm.txt']) {
  test(`text typed into the program before ${part} has come is there, and runs`, async () => {
    const page = await early({ part });
    await page.click(handle('editor'), { position: { x: 300, y: 20 } });
    await page.keyboard.press('Control+A');
    await page.keyboard.type('print("ab\\t(1)")');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Backspace');
    await page.keyboard.type(' +2');
    await page.keyboard.press('Control+Enter');
    await page.waitForTimeout(300);
    page.release();
    await page.locator(handle('console')).getByText('ab').waitFor();
    assert.match(await output(page), /ab.*\(1 \+2/);
    await page.keyboard.press('End');
    await page.keyboard.type('\nprint(2)');
    await page.keyboard.press('Control+Enter');
    await page.locator(handle('console')).getByText('2', { exact: true }).waitFor();
    page.clean();
  });

  for (const [pace, rate] of [['', 1], [', on a slow machine', 8]]) test(`clicks, keys and choices before ${part} has come are done in their order${pace}`, async () => {
    const page = await early({ part, rate });
    await page.click(handle('to-start'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.click(handle('step'));
    await page.selectOption(handle('speed'), { index: 0 });
    await page.click(handle('lang'));
    const title = await page.title();
    page.release();
    await page.waitForFunction((before) => document.title !== before, title);
    await page.locator(handle('step-number')).filter({ hasText: /^3 \// }).waitFor();
    assert.equal(await page.locator(handle('speed')).evaluate((select) => select.selectedIndex), 0);
    page.clean();
  });

  test(`calls before ${part} has come are answered once it has`, async () => {
    const page = await early({ part });
    const answers = page.evaluate(async () => {
      window.loopscope.setCode('print(*(x ** 2 for x in {3, 1.5}), sep=";")\n');
      const run = window.loopscope.run();
      const sought = window.loopscope.seek('end');
      const { stdout } = await run;
      return [stdout, typeof (await sought), (await window.loopscope.getTrace()).length > 0];
    });
    await page.waitForTimeout(300);
    page.release();
    assert.deepEqual(await answers, ['2.25;9\n', 'number', true]);
    page.clean();
  });
}

test('what a script does to the page’s elements waits as well', async () => {
  const page = await early();
  await page.evaluate(() => document.querySelector('[data-testid="lang"]').click());
  assert.equal(await page.getAttribute('html', 'lang'), 'en');
  page.release();
  await page.waitForSelector('html[lang="zh-Hans"]');
  page.clean();
});

test('if the rest cannot be had the page says so, and a second try has all that was done', async () => {
  let broken = true;
  const page = await chrome.open('', {
    context: { reducedMotion: 'reduce' },
    before: (fresh) => fresh.route('**/web_rest.wasm.txt', (route) => (broken ? route.abort() : route.continue())),
  });
  await page.locator(`${handle('hints')} button`).click();
  await page.click(handle('editor'), { position: { x: 300, y: 20 } });
  await page.keyboard.press('Control+A');
  await page.keyboard.type('print("mine")');
  const error = page.locator(`${handle('error')}[data-kind=load]`);
  await error.waitFor();
  broken = false;
  await page.locator(handle('restart')).click();
  await page.waitForSelector('html[data-ready]');
  await page.locator(handle('editor')).getByText('print("mine")').waitFor();
  // The button that was clicked is gone with the first page; its like has been done.
  await page.locator(handle('hints')).waitFor({ state: 'detached', timeout: 5_000 });
});
