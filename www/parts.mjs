// The parts in which the wasm is served: divided by the lists of www/parts.txt, each through wasm-opt.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { plain, split } from './split.mjs';

/** The later ones are named as text, since hosts compress that; few compress a type that they do not know. */
export const PARTS = ['web_bg.wasm', 'web_run.wasm.txt', 'web_rest.wasm.txt'];
const www = path.dirname(fileURLToPath(import.meta.url));

/**
 * wasm-bindgen's module in parts. Names of functions are in www/parts.txt, renewed by `make profile`: the first part's, a
 * blank line, the second's. What stands in both lists is in both parts.
 */
export function divided(bytes) {
  const lists = readFileSync(path.join(www, 'parts.txt'), 'utf8').trim().split('\n\n').map((list) => new Set(list.split('\n').map(plain)));
  // Of copies of one function, which share their name, all are where the first of them is wanted.
  const partOf = (name) => {
    const part = name ? lists.findIndex((list) => list.has(plain(name))) : 0;
    return part < 0 ? lists.length : part;
  };
  return split(bytes, PARTS.length, partOf, (name) => lists[1].has(plain(name)));
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
