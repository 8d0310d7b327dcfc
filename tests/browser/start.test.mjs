// The page starts: from a sub-path, under the strict policy, without a fault.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

test('the page becomes ready without an error or a foreign request', async () => {
  const page = await chrome.open();
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await page.evaluate(() => typeof window.loopscope.run), 'function');
  page.clean();
});

test('what is wanted before the rest of the wasm has come is there once it has', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = (fresh) => fresh.route('**/web_rest.wasm.txt', async (route) => (await held, route.continue()));
  const page = await chrome.open('', { before, context: { reducedMotion: 'reduce' } });
  // Compiles and runs what no first view does.
  const result = page.evaluate(() => {
    window.loopscope.setCode('print(*(x ** 2 for x in {3, 1.5}), sep=";")\n');
    return window.loopscope.run();
  });
  await page.waitForTimeout(300);
  release();
  assert.equal((await result).stdout, '2.25;9\n');
  page.clean();
});

for (const rate of [1, 6]) {
  test(`the first lesson runs on the parts made for it, in one instance${rate > 1 ? ', on a slow machine as well' : ''}`, async () => {
    const page = await chrome.open('', {
      before: async (fresh) => {
        const devtools = await fresh.context().newCDPSession(fresh);
        await devtools.send('Emulation.setCPUThrottlingRate', { rate });
        // The rest comes late: whatever is called of it meanwhile ends the instance.
        await fresh.route('**/web_rest.wasm.txt', async (route) => (await new Promise((resolve) => setTimeout(resolve, 4_000)), route.continue()));
        await fresh.addInitScript(() => {
          window.instances = 0;
          for (const name of ['instantiate', 'instantiateStreaming']) {
            const original = WebAssembly[name];
            WebAssembly[name] = (...args) => ((window.instances += 1), original.apply(WebAssembly, args));
          }
        });
      },
    });
    await page.waitForFunction(() => !/ 0$/.test(document.querySelector('[data-testid="step-number"]').textContent));
    await page.waitForTimeout(500);
    // One for each part at most.
    assert.ok((await page.evaluate(() => window.instances)) <= 4, 'the page has begun anew: www/parts.txt lacks what it has called (make profile)');
    page.clean();
  });
}

test('an instance that lacks a part starts again with it', async () => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = (fresh) => fresh.route('**/web_rest.wasm.txt', async (route) => (await held, route.continue()));
  const page = await chrome.open('', { before });
  const died = await page.evaluate(async () => {
    const { supervise } = await import('./boot.js');
    window.supervised = await supervise(document.getElementById('app'));
    const { api, death } = window.supervised.engine();
    try {
      new api.Run('print(f"{1.5:>8.3e} {2**70}")', {}).advance(1000);
    } catch {
      // The glue misses a result.
    }
    return death().kind;
  });
  assert.equal(died, 'unfinished');
  release();
  await page.waitForSelector('html[data-ready]');
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await page.locator('[data-testid="error"]').count(), 0);
});

test('the editor edits, runs and reports a clicked line under the policy', async () => {
  const page = await chrome.open();
  await page.evaluate(async () => {
    const { create } = await import('./editor.js');
    document.documentElement.style.setProperty('--task-3', 'rgb(1, 2, 3)');
    const box = document.body.appendChild(document.createElement('div'));
    box.id = 'under-test';
    const root = box.attachShadow({ mode: 'open' });
    const parent = root.appendChild(document.createElement('div'));
    window.heard = { changes: [], runs: 0, lines: [] };
    window.editor = create(root, parent, 'import asyncio\nprint("你好", 1)\n', {
      lang: 'zh',
      onChange: (text) => window.heard.changes.push(text),
      onRun: () => (window.heard.runs += 1),
      onGutter: (line) => window.heard.lines.push(line),
    });
    window.editor.setRunningLine(2, 'task-3');
    window.editor.setChips([{ line: 2, label: 'main', colorClass: 'task-3', running: true }]);
    window.editor.setDiagnostics([{ line: 2, col: 0, endCol: 5, severity: 'warning', message: 'a warning' }]);
    window.editor.focus();
  });
  const lit = page.locator('#under-test .running-line');
  assert.equal(await lit.textContent(), 'print("你好", 1)');
  assert.match(await lit.evaluate((line) => getComputedStyle(line).boxShadow), /^rgb\(1, 2, 3\)/);
  assert.equal(await page.locator('#under-test .chip').textContent(), 'main');
  assert.equal(await page.locator('#under-test .cm-lintRange-warning').textContent(), 'print');
  const wide = await page.locator('#under-test .wide').evaluate((run) => {
    const probe = run.parentElement.appendChild(document.createElement('span'));
    probe.textContent = '0000';
    const cells = probe.getBoundingClientRect().width;
    probe.remove();
    return run.getBoundingClientRect().width / cells;
  });
  assert.ok(Math.abs(wide - 1) < 0.01, `two Han characters are ${wide * 4} cells`);
  await page.keyboard.press('Tab');
  assert.equal((await page.evaluate(() => window.heard.changes)).at(-1), '    import asyncio\nprint("你好", 1)\n');
  assert.equal(await page.locator('#under-test .chip').count(), 0, 'chips of another program stay');
  await page.keyboard.press('Control+Enter');
  await page.locator('#under-test .cm-lineNumbers .cm-gutterElement', { hasText: /^2$/ }).click();
  assert.deepEqual(await page.evaluate(() => [window.heard.runs, window.heard.lines]), [1, [2]]);
  await page.locator('#under-test .cm-content').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.className.includes('cm-content') ?? false), false);
  page.clean();
});
