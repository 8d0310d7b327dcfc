// Finds out which functions of the wasm draw the page, which PLAIN calls, and which hot.py calls often or the first lesson
// runs, and writes their names to www/parts.txt, by which www/parts.mjs splits the wasm; then which way the branches of what
// runs programs go in hot.py, for www/branches.txt (www/hints.mjs). usage, after `make build`: node profile.mjs [WASM]
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { counted } from '../../www/hints.mjs';
import { PARTS, divided, optimised } from '../../www/parts.mjs';
import { instrument, plain } from '../../www/split.mjs';
import { build } from '../../www/wasm.mjs';
import { DIST } from './browser.mjs';

/** So many calls in two runs of hot.py are worth a place in what runs programs, or a copy there of what draws as well. */
const OFTEN = 1000;
/** What a first run without a trace mostly takes, and no more: it is to be there soon. */
const PLAIN = `def greet(name, times=2):
    for number in range(times):
        print(f"{number}: hello, {name}")

names = ["Ada", "Grace"]
for name in names:
    if len(name) > 3:
        greet(name)
total = 0
count = 3_000_000
while count:
    count -= 1
    total += count * 2
print(total, sum([1, 2]), {"a": 1}["a"], 7 // 2, 1.5 * 2, "-".join(names))
`;
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
// As wasm-bindgen leaves it: with names.
const wasm = process.argv[2] ?? path.join(ROOT, 'target/wasm-bindgen/release/web_bg.wasm');
const { bytes, base, called: names } = instrument(readFileSync(wasm));
const folder = mkdtempSync(path.join(os.tmpdir(), 'loopscope-profile-'));
cpSync(DIST, folder, { recursive: true });
writeFileSync(path.join(folder, 'web_bg.wasm'), bytes);
for (const { file } of PARTS.slice(1)) writeFileSync(path.join(folder, file), build([]));
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
const hotProgram = readFileSync(path.join(ROOT, 'tests/browser/hot.py'), 'utf8');
let times = 0;
/** Runs a program on what is in the folder, once for each of `traces`; returns the exports of the instance of a part that `wanted` picks. */
async function ran(program, traces, wanted) {
  const { instantiate } = WebAssembly;
  let found;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    if (wanted(made.exports)) found = made.exports;
    return made;
  };
  const { run: runs } = await import(`${pathToFileURL(path.join(folder, 'loopscope.js'))}?${(times += 1)}`);
  for (const trace of traces) {
    const { exitCode, stderr } = await runs(program, { trace });
    if (exitCode) throw new Error(stderr);
  }
  WebAssembly.instantiate = instantiate;
  return found;
}
const whole = (exports) => exports.provide_library && exports.memory;
const hot = (wanted) => ran(hotProgram, [false, true], wanted);
const counts = ({ memory }) => new Uint32Array(memory.buffer, base, names.length);
const often = new Set();
counts(await hot(whole)).forEach((count, index) => {
  if (count >= OFTEN) often.add(index);
});
const plainly = new Set();
counts(await ran(PLAIN, [false], whole)).forEach((count, index) => count && plainly.add(index));

await chrome.close();
// The reports of a death, for an instance that dies early; what hash tables and the allocator call in one run only; what
// Yew lets go of, now or later, or puts in another order; and frames of the browser that were asked for and came too late.
const AT_ANY_TIME = /provoke|panic|cancel_animation_frame|KeyedEntry|hashbrown|talc|__rust_|yew.*(PartialEq|Hash)|yew.*::scheduler|drop_in_place.*yew/;
const OF_THE_PAGE = /yew|animation_frame|KeyedEntry/;
names.forEach((name, index) => {
  if (!AT_ANY_TIME.test(plain(name))) return;
  drawn.add(index);
  if (!OF_THE_PAGE.test(plain(name))) plainly.add(index);
});

const [draws, plains, running, twice] = [drawn, plainly, [...run, ...often], often].map((found) => new Set([...found].map((index) => plain(names[index])).filter(Boolean)));
const texts = [[...draws], [...plains], [...running].filter((name) => !draws.has(name) || twice.has(name))].map((list) => list.sort().join('\n'));
writeFileSync(path.join(ROOT, 'www/parts.txt'), texts.join('\n\n') + '\n');
console.log(`${draws.size} names draw the page, ${plains.size} run plain programs, ${running.size} others, of ${names.length}`);

const parts = divided(readFileSync(wasm));
const runner = PARTS.findIndex(({ own }) => own);
const { bytes: counting, told } = counted(optimised(parts[runner], ['-g']));
parts.forEach((part, at) => writeFileSync(path.join(folder, PARTS[at].file), at === runner ? counting : optimised(part)));
const branches = told(await hot((exports) => exports.count0));
writeFileSync(path.join(ROOT, 'www/branches.txt'), branches);
rmSync(folder, { recursive: true });
console.log(`${branches.match(/[+-](?=[.+-]*$)/gm).length} branches go one way nearly always`);
