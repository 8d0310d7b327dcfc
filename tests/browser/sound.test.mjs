// The tones: off at first, soft, few, and never unasked.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { GATHER, accessible, handle, perform, settled, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

/** An AudioContext that notes what is played: `heard` has pitch and time of each tone. */
const listen = (page) =>
  page.addInitScript(() => {
    Object.assign(window, { heard: [], contexts: 0, ended: 0, touched: false });
    addEventListener('pointerdown', () => (window.touched = true), true);
    const parameter = () => ({ value: 0, setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} });
    window.AudioContext = class {
      constructor() {
        window.contexts += 1;
        if (!window.touched) throw new Error('not before the reader has touched the page');
      }
      state = 'running';
      currentTime = 0;
      destination = {};
      createOscillator() {
        const frequency = parameter();
        return { frequency, connect: (to) => to, start: () => window.heard.push([frequency.value, performance.now()]), stop() {} };
      }
      createGain() {
        return { gain: parameter(), connect: (to) => to };
      }
      resume = async () => {};
      suspend = async () => {};
      close = async () => void (window.ended += 1);
    };
  });

const heard = (page) => page.evaluate(() => window.heard.splice(0));
const asked = (page) => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/sound.js')).length);

async function ran(before = listen, code = GATHER) {
  const page = await chrome.open('', { context: { locale: 'en-US' }, before });
  await perform(page, code);
  return page;
}

async function switchSound(page) {
  await page.click(handle('options'));
  await page.click(handle('sound'));
  await page.keyboard.press('Escape');
  await page.waitForSelector(handle('options-dialog'), { state: 'detached' });
}

test('nothing is fetched and nothing sounds until the reader switches it on; then each kind of step has its own tone', async () => {
  const page = await ran();
  for (let step = 0; step < 4; step += 1) await page.click(handle('step'));
  assert.equal(await asked(page), 0);
  assert.equal(await page.evaluate(() => window.contexts), 0);

  await page.click(handle('options'));
  const toggle = page.getByRole('checkbox', { name: 'A soft tone for what each step does' });
  assert.equal(await toggle.isChecked(), false);
  await accessible(page);
  await toggle.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => window.contexts === 1);

  const kinds = {};
  await page.evaluate(() => window.loopscope.addEventListener('step', ({ detail }) => (window.kind = detail.kind)));
  await page.evaluate(() => window.loopscope.seek(0));
  const steps = Number((await page.locator(handle('step-number')).textContent()).split('/')[1]);
  for (let step = 1; step <= steps; step += 1) {
    await page.waitForTimeout(130);
    await heard(page);
    await page.evaluate((to) => window.loopscope.seek(to), step);
    await settled(page);
    const kind = await page.evaluate(() => window.kind);
    (kinds[kind] ??= new Set()).add((await heard(page)).map(([pitch]) => pitch).join());
  }
  assert.deepEqual(Object.keys(kinds).sort(), ['begins', 'output', 'plain', 'timer', 'waits']);
  assert.deepEqual([...kinds.plain], ['']);
  const tones = Object.values(kinds).map((set) => [...set]);
  assert.ok(tones.every((set) => set.length === 1), 'a kind always sounds the same');
  assert.equal(new Set(tones.flat()).size, tones.length, 'no two kinds sound the same');
  page.clean();
});

test('played fast, tones are few; in a hidden tab there are none; switched off, none', async () => {
  const page = await ran();
  await switchSound(page);
  await page.waitForFunction(() => window.contexts === 1);
  await page.selectOption(handle('speed'), '10');
  await heard(page);
  await page.evaluate(() => window.loopscope.seek(0));
  await page.click(handle('play'));
  await page.waitForTimeout(1_000);
  const played = await heard(page);
  assert.ok(played.length > 2 && played.length < 25, `${played.length} tones in a second`);

  // The run may still be playing: what was heard up to this moment was heard in a visible tab.
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    window.heard.length = 0;
  });
  for (const place of [3, 'out:1', 5]) {
    await page.evaluate((to) => window.loopscope.seek(to), place);
    await page.waitForTimeout(150);
  }
  assert.deepEqual(await heard(page), []);
  await page.evaluate(() => delete document.hidden);

  await switchSound(page);
  await heard(page);
  await page.evaluate(() => window.loopscope.seek('out:2'));
  await settled(page);
  assert.deepEqual(await heard(page), []);
  assert.equal(await page.evaluate(() => window.ended), 1);
  page.clean();
});

test('it is remembered, and waits on the next visit until the reader has touched the page', async () => {
  const page = await ran();
  await switchSound(page);
  await page.waitForFunction(() => window.contexts === 1);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await page.waitForTimeout(1_500);
  assert.equal(await page.evaluate(() => window.contexts), 0);
  await page.click(handle('step'));
  await page.waitForFunction(() => window.contexts === 1);
  await page.click(handle('options'));
  assert.equal(await page.locator(handle('sound')).isChecked(), true);
  page.clean();
});

test('where the browser cannot sound there is no switch, and no error', async () => {
  const page = await ran((fresh) => fresh.addInitScript(() => {
    localStorage.setItem('loopscope-sound', 'on');
    delete window.AudioContext;
    delete window.webkitAudioContext;
  }));
  await page.click(handle('step'));
  await page.click(handle('options'));
  assert.equal(await page.locator(handle('sound')).count(), 0);
  page.clean();
});
