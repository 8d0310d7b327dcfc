// The parts in which the wasm is served: divided by the lists of www/parts.txt, each through wasm-opt.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain, split } from './split.mjs';

const www = path.dirname(fileURLToPath(import.meta.url));

/**
 * The parts: for each its file, and the index of the one that it is linked to. The later ones are named as text, since hosts
 * compress that; few compress a type that they do not know. What runs programs has a stack of its own.
 */
export const PARTS = [
  { file: 'web_bg.wasm' },
  { file: 'web_draw.wasm.txt', after: 0 },
  { file: 'web_plain.wasm.txt', after: 0 },
  { file: 'web_run.wasm.txt', after: 1, own: true },
  { file: 'web_rest.wasm.txt', after: 3 },
];
const [CORE, DRAW, PLAIN, RUN, REST] = PARTS.keys();

/**
 * wasm-bindgen's module in parts. Names of functions are in www/parts.txt, renewed by `make profile`, in three lists with
 * blank lines between: what draws the page, what a plain program runs, what others run. The first part has what is in the
 * first two lists; `PLAIN` has copies of all else that is in the second; what stands in the first and the third is in both.
 */
export function divided(bytes) {
  const [draws, plainly, runs] = readFileSync(path.join(www, 'parts.txt'), 'utf8').trim().split('\n\n').map((list) => new Set(list.split('\n').map(plain)));
  // Of copies of one function, which share their name, all are where the first of them is wanted.
  const home = (name) => {
    const known = plain(name);
    if (!known || (draws.has(known) && plainly.has(known))) return CORE;
    return draws.has(known) ? DRAW : runs.has(known) ? RUN : REST;
  };
  const copied = (name) => {
    const known = plain(name);
    if (draws.has(known)) return runs.has(known) ? [RUN] : [];
    return plainly.has(known) ? [PLAIN] : [];
  };
  return split(bytes, PARTS, home, copied);
}

/** Where the machine that builds keeps dependencies is nobody's concern: panics name their files from the crate on. */
export function placeless(bytes) {
  const folder = path.join(process.env.CARGO_HOME || path.join(os.homedir(), '.cargo'), 'registry', 'src') + path.sep;
  for (let at = bytes.indexOf(folder); at >= 0; at = bytes.indexOf(folder, at)) {
    bytes.fill('/', at, bytes.indexOf(path.sep, at + folder.length));
  }
  return bytes;
}

/** A module as wasm-opt leaves it; `-g` among `more` keeps functions' names. */
export function optimised(bytes, more = []) {
  const features = ['bulk-memory', 'bulk-memory-opt', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'reference-types', 'multivalue'];
  const folder = mkdtempSync(path.join(os.tmpdir(), 'loopscope-wasm-'));
  const [given, made] = ['given.wasm', 'made.wasm'].map((name) => path.join(folder, name));
  writeFileSync(given, bytes);
  const tool = path.join(www, 'node_modules', 'binaryen', 'bin', 'wasm-opt');
  execFileSync(process.execPath, [tool, given, '-O1', ...more, ...features.map((feature) => `--enable-${feature}`), '-o', made], { stdio: 'inherit' });
  const result = readFileSync(made);
  rmSync(folder, { recursive: true });
  return result;
}
