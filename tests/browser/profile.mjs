// Finds out which functions of the wasm the first view runs, and writes their names to www/first-view.txt, by which
// www/build.mjs splits the wasm. usage, after `make build`: node profile.mjs [WASM]
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { instrument, plain } from '../../www/split.mjs';
import { DIST } from './browser.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
// As wasm-bindgen leaves it: with names.
const wasm = process.argv[2] ?? path.join(ROOT, 'target/wasm-bindgen/release/web_bg.wasm');
const { bytes, base, called } = instrument(readFileSync(wasm));
const folder = mkdtempSync(path.join(os.tmpdir(), 'loopscope-profile-'));
cpSync(DIST, folder, { recursive: true });
writeFileSync(path.join(folder, 'web_bg.wasm'), bytes);
process.env.LOOPSCOPE_DIST = folder;
// browser.mjs reads the variable when it is loaded: this one is loaded anew.
const { handle, start } = await import('./browser.mjs?profile');

/** Keeps the memory of each instance at hand. */
function watch() {
  const { instantiate } = WebAssembly;
  window.memories = [];
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    const { memory } = (made.instance ?? made).exports;
    if (memory) window.memories.push(memory);
    return made;
  };
}

/** As long as the second part has not come. */
async function prepare(page) {
  await page.addInitScript(watch);
  await page.route('**/web_rest.bin', () => {});
}

const chrome = await start();
const run = new Set();
for (const { hurried, ...context } of [
  { locale: 'en-US' },
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-US', viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
  { locale: 'en-US', reducedMotion: 'reduce' },
  { locale: 'en-US', reducedMotion: 'reduce', hurried: true },
]) {
  const page = await chrome.open('', { context, ready: 'data-drawn', before: prepare });
  if (hurried) {
    await page.evaluate(() => {
      loopscope.setCode('print(2)\n');
      loopscope.run();
      loopscope.seek('end');
      loopscope.run();
    });
  }
  await page.waitForTimeout(4_000);
  // What a reader or a script may do at once.
  await page.evaluate(() => {
    loopscope.pause();
    loopscope.seek(3);
    loopscope.seek('end');
    loopscope.getTrace();
    loopscope.setCode('print(1)\n');
    loopscope.run();
  });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  for (const name of ['run', 'play', 'step', 'back', 'to-end', 'to-start']) {
    await page.locator(handle(name)).first().click({ timeout: 2_000 }).catch(() => {});
  }
  await page.mouse.move(300, 300);
  await page.mouse.move(700, 500);
  await page.waitForTimeout(1_000);
  const marks = await page.evaluate(
    ([from, count]) => memories.map((memory) => Array.from(new Uint8Array(memory.buffer, from, count))),
    [base, called.length],
  );
  for (const each of marks) each.forEach((mark, index) => mark && run.add(index));
}
await chrome.close();
rmSync(folder, { recursive: true });
// The reports of a death, for an instance that dies early.
called.forEach((name, index) => /provoke|panic/.test(name) && run.add(index));

const names = [...new Set([...run].map((index) => plain(called[index])))].sort();
writeFileSync(path.join(ROOT, 'www/first-view.txt'), names.join('\n') + '\n');
console.log(`${run.size} of ${called.length} functions, ${names.length} names`);
