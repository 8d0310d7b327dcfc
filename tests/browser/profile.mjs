// Finds out which functions of the wasm draw the page, and which hot.py calls often or the first lesson runs, and writes
// their names to www/parts.txt, by which www/parts.mjs splits the wasm; then which way the branches of what runs programs go
// in hot.py, for www/branches.txt (www/hints.mjs). usage, after `make build`: node profile.mjs [WASM]
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { counted } from '../../www/hints.mjs';
import { divided, optimised } from '../../www/parts.mjs';
import { instrument, plain } from '../../www/split.mjs';
import { build } from '../../www/wasm.mjs';
import { DIST } from './browser.mjs';

/** So many calls in two runs of hot.py are worth a place in the second part; so many, a copy there of what draws as well. */
const OFTEN = 20;
const COPIED = 1000;
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
// As wasm-bindgen leaves it: with names.
const wasm = process.argv[2] ?? path.join(ROOT, 'target/wasm-bindgen/release/web_bg.wasm');
const { bytes, base, called: names } = instrument(readFileSync(wasm));
const folder = mkdtempSync(path.join(os.tmpdir(), 'loopscope-profile-'));
cpSync(DIST, folder, { recursive: true });
writeFileSync(path.join(folder, 'web_bg.wasm'), bytes);
writeFileSync(path.join(folder, 'web_run.wasm.txt'), build([]));
process.env.LOOPSCOPE_DIST = folder;
// browser.mjs reads the variable when it is loaded: this one is loaded anew.
const { start } = await import('./browser.mjs?profile');

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

const chrome = await start();
const drawn = new Set();
const run = new Set();
const CONTEXTS = [
  { locale: 'en-US' },
  { locale: 'zh-CN', colorScheme: 'dark' },
  { locale: 'en-US', viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true },
  { locale: 'en-US', reducedMotion: 'reduce' },
];
// On a slow machine computing does not end within a frame.
for (const [context, slower] of [1, 6].flatMap((rate) => CONTEXTS.map((one) => [one, rate]))) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const before = async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.addInitScript(watch);
    await page.route('**/web_run.wasm.txt', async (route) => (await held, route.continue()));
    await page.route('**/web_rest.wasm.txt', () => {});
  };
  const page = await chrome.open('', { context, before });
  const marks = async (found) => {
    // What reaches the page although its events are held.
    await page.mouse.move(300, 300);
    await page.mouse.move(700, 500);
    const { width, height } = page.viewportSize();
    await page.setViewportSize({ width: width - 100, height });
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(500);
    const called = await page.evaluate(([from, count]) => memories.map((memory) => Array.from(new Uint32Array(memory.buffer, from, count))), [base, names.length]);
    for (const each of called) each.forEach((mark, index) => mark && found.add(index));
  };
  await page.waitForTimeout(1_000 * slower);
  await marks(drawn);
  release();
  await page.evaluate(async () => (await import('./loopscope.js')).run('print(1)\n', { trace: false, seed: 42 }));
  await page.waitForTimeout(6_000 * Math.sqrt(slower));
  await marks(run);
}
// In node, where all parts are there.
writeFileSync(path.join(folder, 'web_rest.wasm.txt'), build([]));
const program = readFileSync(path.join(ROOT, 'tests/browser/hot.py'), 'utf8');
let times = 0;
/** Runs hot.py without a trace and with one, on what is in the folder; returns the exports of the instance of a part that `wanted` picks. */
async function hot(wanted) {
  const { instantiate } = WebAssembly;
  let found;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    if (wanted(made.exports)) found = made.exports;
    return made;
  };
  const { run: runs } = await import(`${pathToFileURL(path.join(folder, 'loopscope.js'))}?${(times += 1)}`);
  for (const trace of [false, true]) {
    const { exitCode, stderr } = await runs(program, { trace });
    if (exitCode) throw new Error(stderr);
  }
  WebAssembly.instantiate = instantiate;
  return found;
}
const { memory } = await hot((exports) => exports.memory);
const copied = new Set();
new Uint32Array(memory.buffer, base, names.length).forEach((count, index) => {
  if (count >= OFTEN) run.add(index);
  if (count >= COPIED) copied.add(index);
});

await chrome.close();
// The reports of a death, for an instance that dies early; what hash tables and the allocator call in one run only; what
// Yew lets go of, now or later, or puts in another order; and frames of the browser that were asked for and came too late.
const AT_ANY_TIME = /provoke|panic|cancel_animation_frame|KeyedEntry|hashbrown|talc|__rust_|yew.*(PartialEq|Hash)|yew.*::scheduler|drop_in_place.*yew/;
names.forEach((name, index) => AT_ANY_TIME.test(plain(name)) && drawn.add(index));

const [draws, running, twice] = [drawn, run, copied].map((found) => new Set([...found].map((index) => plain(names[index])).filter(Boolean)));
const texts = [[...draws], [...running].filter((name) => !draws.has(name) || twice.has(name))].map((list) => list.sort().join('\n'));
writeFileSync(path.join(ROOT, 'www/parts.txt'), texts.join('\n\n') + '\n');
console.log(`${draws.size} names draw the page, ${running.size} run programs, of ${names.length}`);

const [page, runner, rest] = divided(readFileSync(wasm));
const { bytes: counting, told } = counted(optimised(runner, ['-g']));
const parts = { 'web_bg.wasm': optimised(page), 'web_run.wasm.txt': counting, 'web_rest.wasm.txt': optimised(rest) };
for (const [name, content] of Object.entries(parts)) writeFileSync(path.join(folder, name), content);
const branches = told(await hot((exports) => exports.count0));
writeFileSync(path.join(ROOT, 'www/branches.txt'), branches);
rmSync(folder, { recursive: true });
console.log(`${branches.match(/[+-](?=[.+-]*$)/gm).length} branches go one way nearly always`);
