// A dead engine never takes the reader's code with it.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { handle, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

/** A page of its own kind: the test holds the supervisor, so that it can hurt the engine. */
async function supervised(context) {
  const page = await chrome.open('', { context });
  await page.evaluate(async () => {
    // Once all of the wasm is there.
    await window.loopscope.pause();
    const { supervise } = await import('./boot.js');
    document.getElementById('app').replaceChildren();
    const root = document.getElementById('app');
    window.supervised = await supervise(root);
  });
  await page.waitForSelector('html[data-ready]');
  return page;
}

const provoke = (page, what) =>
  page.evaluate((name) => {
    const { api } = window.supervised.engine();
    try {
      if (name === 'stack') api.provoke_stack_overflow(0n);
      else api.provoke_panic();
      return 'returned';
    } catch (error) {
      return error.constructor.name;
    }
  }, what);

for (const [what, kind, thrown, title] of [
  ['panic', 'panic', 'RuntimeError', 'Loopscope has stopped working'],
  ['stack', 'stack', 'RangeError', 'Loopscope ran out of stack'],
]) {
  test(`after a ${what} the message stands and a restart works`, async () => {
    const page = await supervised();
    assert.equal(await provoke(page, what), thrown);
    const error = page.locator(handle('error'));
    await error.waitFor();
    assert.equal(await error.getAttribute('data-kind'), kind);
    assert.equal(await error.locator('h1').textContent(), title);
    if (what === 'panic') assert.match(await error.textContent(), /provoked/);
    assert.equal(await page.locator('html[data-ready]').count(), 0);
    await page.locator(handle('restart')).click();
    await page.waitForSelector('html[data-ready]');
    assert.equal(await page.locator(handle('error')).count(), 0);
    assert.equal(await page.locator('h1').count(), 1);
    page.clean();
  });
}

test('the message is in the page’s language', async () => {
  const page = await supervised({ locale: 'zh-CN' });
  await provoke(page, 'panic');
  assert.equal(await page.locator(`${handle('error')} h1`).textContent(), 'Loopscope 停止了工作');
});

test('an engine that cannot be fetched is said so, and fetched again on request', async () => {
  let broken = true;
  const page = await chrome.open('', {
    ready: false,
    before: (opened) => opened.route('**/web_bg.wasm', (route) => (broken ? route.fulfill({ status: 503, body: '' }) : route.continue())),
  });
  await page.waitForSelector(`${handle('error')}[data-kind=load]`);
  broken = false;
  await page.locator(handle('restart')).click();
  await page.waitForSelector('html[data-ready]');
});

test('a file server that calls wasm something else will do', async () => {
  const plain = await start({ types: { '.wasm': 'application/octet-stream' } });
  try {
    (await plain.open()).clean();
  } finally {
    await plain.close();
  }
});
