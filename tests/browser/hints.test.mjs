// Branch hints (www/hints.mjs), on a module of one function made by hand.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { counted, hinted } from '../../www/hints.mjs';
import { KIND, SECTION, build, list, sections, sized, text } from '../../www/wasm.mjs';

const I32 = 0x7f;
// Runs down from its parameter to 0: `br_if` leaves at 0, `if` is taken at 1, and a second `if` at nothing above 7.
const BODY = Buffer.from([
  0, 0x02, 0x40, 0x03, 0x40, 0x20, 0, 0x45, 0x0d, 1, // block, loop: parameter is 0? leave
  0x20, 0, 0x41, 1, 0x46, 0x04, 0x40, 0x01, 0x0b, // if parameter is 1: nothing
  0x20, 0, 0x41, 8, 0x48, 0x04, 0x40, 0x01, 0x0b, // if parameter is below 8: nothing
  0x20, 0, 0x41, 1, 0x6b, 0x21, 0, 0x0c, 0, 0x0b, 0x0b, 0x0b, // one less, again
]);
const BRANCHES = [8, 15, 24];

function module(body = BODY) {
  const name = Buffer.concat([text('name'), Buffer.from([1]), sized(list([Buffer.concat([Buffer.from([0]), text('down::h0123456789abcdef')])]))]);
  return build([
    { id: SECTION.type, body: list([Buffer.from([0x60, 1, I32, 0])]) },
    { id: SECTION.import, body: list([]) },
    { id: SECTION.function, body: list([Buffer.from([0])]) },
    { id: SECTION.global, body: list([]) },
    { id: SECTION.export, body: list([Buffer.concat([text('down'), Buffer.from([KIND.function, 0])])]) },
    { id: SECTION.code, body: list([sized(body)]) },
    { id: 0, body: name },
  ]);
}

async function profile(calls) {
  const { bytes, told } = counted(module());
  const { instance } = await WebAssembly.instantiate(bytes);
  calls.forEach((call) => instance.exports.down(call));
  return told(instance.exports);
}

const hints = (bytes) => sections(bytes).filter(({ id, body }) => id === 0 && body.includes('branch_hint'));

test('a branch that nearly always goes one way is told of, under the name that all builds share', async () => {
  assert.match(await profile([1_000]), /^down\t[0-9a-f]{8}\t---\n$/m);
  assert.match(await profile(Array(100).fill(7)), /^down\t[0-9a-f]{8}\t..\+\n$/m);
});

test('what was reached too rarely is not', async () => {
  assert.equal(await profile([50]), '\n');
});

test('the hints stand before the code, each at its branch', async () => {
  const bytes = hinted(module(), await profile([1_000]));
  assert.ok(WebAssembly.validate(bytes));
  const [section] = hints(bytes);
  const expected = Buffer.concat([text('metadata.code.branch_hint'), Buffer.from([1, 0, 3, ...BRANCHES.flatMap((at) => [at, 1, 0])])]);
  assert.deepEqual(section.body, expected);
  const all = sections(bytes);
  assert.ok(all.findIndex(({ id, body }) => id === 0 && body.equals(expected)) < all.findIndex(({ id }) => id === SECTION.code));
});

test('a function that has changed gets none', async () => {
  const known = await profile([1_000]);
  const changed = Buffer.from(BODY);
  changed[changed.indexOf(0x6b)] = 0x6a;
  const [section] = hints(hinted(module(changed), known));
  assert.deepEqual(section.body, Buffer.concat([text('metadata.code.branch_hint'), Buffer.from([0])]));
});
