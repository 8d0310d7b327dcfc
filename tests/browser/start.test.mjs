// The page starts: from a sub-path, under the strict policy, without a fault.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
after(() => chrome.close());

test('the page becomes ready without an error or a foreign request', async () => {
  const page = await chrome.open();
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await page.evaluate(() => typeof window.loopscope.run), 'function');
  page.clean();
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
