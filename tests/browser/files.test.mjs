// Programs of several files: one text, in which lines like `-- util.py --` begin files (src/modules/attached.rs).
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { perform, settled, start } from './browser.mjs';

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

const PROGRAM = `import asyncio
from util.timing import slowly

asyncio.run(slowly(open("names.txt").read()))
`;
const MODULE = `import asyncio

async def slowly(words):
    await asyncio.sleep(1)
    print(words)
`;

const open = () => chrome.open('', { context: { reducedMotion: 'reduce', locale: 'en-US' } });

test('what a run has missed is added behind the program, and the reader writes on there', async () => {
  const page = await open();
  await perform(page, PROGRAM);
  const add = page.locator('[data-code="missing-package"] .fix button');
  assert.equal(await add.textContent(), 'Add this file');
  await add.click();
  const editor = page.locator('.cm-content');
  await editor.waitFor();
  await page.waitForFunction(() => document.querySelector('.editor .host').shadowRoot.activeElement);
  await page.keyboard.insertText(MODULE);
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-code="missing-file"][data-line="4"] .fix button').click();
  await page.keyboard.insertText('Ann, Ben\n');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.querySelector('[data-testid="line"]')?.textContent.includes('Ann, Ben'));
  assert.equal(await page.locator('.file-name').count(), 2);
  // The lane stands in the file's line.
  await page.evaluate(() => window.loopscope.seek('L11'));
  await settled(page);
  const lit = await page.locator('.running-line').textContent();
  assert.equal(lit.trim(), 'print(words)');
  page.clean();
});

test('a program set from outside that ends in a comment of dashes leaves the focus where it is', async () => {
  const page = await open();
  await settled(page);
  await page.locator('[data-testid="run"]').focus();
  await page.evaluate(() => window.loopscope.setCode('print(1)\n# -- done --\n'));
  await settled(page);
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'run');
  page.clean();
});

test('a traceback names the lines that the reader sees', async () => {
  const page = await open();
  const { stderr } = await perform(page, 'import util\n\nutil.halve(0)\n-- util.py --\ndef halve(n):\n    return 1 / n\n');
  assert.match(stderr, /File "\/home\/user\/util.py", line 6, in halve\n {4}return 1 \/ n\n/);
  page.clean();
});
