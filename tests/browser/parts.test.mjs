// The parts of the wasm (www/parts.mjs): nothing of the static data is lost, and loopscope.js begins with few of them.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PARTS, placeless } from '../../www/parts.mjs';
import { Reader, SECTION, sections } from '../../www/wasm.mjs';
import { DIST } from './browser.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const UNDIVIDED = path.join(ROOT, 'target/wasm-bindgen/release/web_bg.wasm');

/** The segments of data of a module: at which address which bytes. */
function data(bytes) {
  const found = sections(bytes).find(({ id }) => id === SECTION.data);
  const reader = new Reader(found.body);
  return reader.list(() => {
    assert.deepEqual([reader.byte(), reader.byte()], [0, 0x41]);
    const at = reader.signed();
    reader.byte();
    return { at, bytes: reader.take(reader.number()) };
  });
}

test('each byte of static data is in one of the parts, and the same in all that have it', { skip: !existsSync(UNDIVIDED) && 'no release build' }, () => {
  const whole = new Map();
  for (const { at, bytes } of data(placeless(readFileSync(UNDIVIDED)))) bytes.forEach((byte, index) => whole.set(at + index, byte));
  const missing = new Set(whole.keys());
  for (const { file } of PARTS) {
    for (const { at, bytes } of data(readFileSync(path.join(DIST, file)))) {
      bytes.forEach((byte, index) => {
        assert.equal(byte, whole.get(at + index), `${file} has another byte at ${at + index}`);
        missing.delete(at + index);
      });
    }
  }
  // What lies between objects, and what memory has at first anyway.
  assert.deepEqual([...missing].filter((at) => whole.get(at)), []);
});

let times = 0;
/** A fresh loopscope.js; `linked()` tells how many parts it has instantiated. */
async function fresh() {
  const { instantiate } = WebAssembly;
  let count = 0;
  WebAssembly.instantiate = async (module, imports) => {
    const instance = await instantiate.call(WebAssembly, module, imports);
    // node instantiates modules of its own, too.
    if (imports?.m || WebAssembly.Module.exports(module).some(({ name }) => name.startsWith('~'))) count += 1;
    return instance;
  };
  const { run } = await import(`${pathToFileURL(path.join(DIST, 'loopscope.js'))}?parts=${(times += 1)}`);
  return { run, linked: () => count, done: () => (WebAssembly.instantiate = instantiate) };
}

test('the first run of a plain program takes the parts made for it', async () => {
  const { run, linked, done } = await fresh();
  const { stdout } = await run('for name in ["Ada", "Grace"]:\n    print(f"hello, {name}")\n');
  assert.equal(stdout, 'hello, Ada\nhello, Grace\n');
  assert.equal(linked(), 2, 'it has begun anew: www/parts.txt lacks what it has called (make profile)');
  assert.equal((await run('print(sorted({3, 1, 2}), 2 ** 100)\n')).stdout, '[1, 2, 3] 1267650600228229401496703205376\n');
  done();
});

test('a first run that takes longer goes on with what programs run at full speed', async () => {
  const { run, linked, done } = await fresh();
  const { stdout } = await run('total = 0\nfor number in range(3_000_000):\n    total += number\nprint(total)\n');
  assert.equal(stdout, '4499998500000\n');
  assert.equal(linked(), 4);
  done();
});
