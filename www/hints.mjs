// Branch hints (https://github.com/WebAssembly/branch-hinting): which way an `if` or a `br_if` goes nearly always. V8 moves
// what is rare out of the way and spills registers there, not before it. The hints are those of www/branches.txt, which
// `make profile` counts; a line has a function's name, its shape, and for each of its branches, in order:
//   +  it is nearly always taken     -  it is nearly never     .  nothing is known
// A function that has another shape than it had when it was counted gets no hints.
import { createHash } from 'node:crypto';
import { plain } from './split.mjs';
import { KIND, Reader, SECTION, build, limits, list, names, sections, sized, text, type, unsigned, walk } from './wasm.mjs';

const IF = 0x04;
const BR_IF = 0x0d;
const I32 = 0x7f;
/** A branch is told of if it was reached so often, and went the other way at most once in so many times. */
const OFTEN = 100;
const RARELY = 20;

/** The module, which has names, with the hints of `known`, the text of www/branches.txt; without the names. */
export function hinted(bytes, known) {
  const lines = new Map(known.trim().split('\n').map((line) => line.split('\t')).map(([name, shape, ways]) => [`${name}\t${shape}`, ways]));
  const { all, functions } = read(bytes);
  const used = new Set();
  const hints = functions.flatMap(({ index, key, branches }) => {
    const ways = lines.get(key);
    if (!ways) return [];
    used.add(key);
    const told = branches.flatMap((at, branch) => (ways[branch] === '.' ? [] : [Buffer.concat([unsigned(at), Buffer.from([1, ways[branch] === '+' ? 1 : 0])])]));
    return [Buffer.concat([unsigned(index), list(told)])];
  });
  console.log(`branch hints: ${used.size} of ${lines.size} functions are as they were counted`);
  const section = { id: 0, body: Buffer.concat([text('metadata.code.branch_hint'), list(hints)]) };
  const kept = all.filter(({ id }) => id !== 0);
  const code = kept.findIndex(({ id }) => id === SECTION.code);
  return build([...kept.slice(0, code), section, ...kept.slice(code)]);
}

/**
 * The same module, in which each branch is counted, by two globals that it exports. Returns `{ bytes, told }`: `told(exports)`
 * gives the text of www/branches.txt by what an instance has counted.
 */
export function counted(bytes) {
  const { all, functions, imported } = read(bytes);
  const added = functions.reduce((sum, { branches }) => sum + 2 * branches.length, 0);
  const next = imported.globals + count(all, SECTION.global);
  let counter = next;
  const bodies = functions.map(({ body, branches, parameters }) => {
    const from = counter;
    counter += 2 * branches.length;
    return counting(body, branches, parameters, from);
  });
  // A variable i32, 0 at first.
  const zero = Buffer.from([I32, 1, 0x41, 0, 0x0b]);
  const counters = Array.from({ length: added }, (_, at) => at);
  const exported = counters.map((at) => Buffer.concat([text(`count${at}`), Buffer.from([KIND.global]), unsigned(next + at)]));
  const marked = all.map(({ id, body }) => {
    if (id === SECTION.code) return { id, body: list(bodies.map(sized)) };
    if (id === SECTION.global) return { id, body: longer(body, counters.map(() => zero)) };
    if (id === SECTION.export) return { id, body: longer(body, exported) };
    return { id, body };
  });
  const told = (exports) => {
    const sums = new Map();
    let at = 0;
    for (const { key, branches } of functions) {
      // Copies of one function count together.
      const sum = sums.get(key) ?? branches.map(() => [0, 0]);
      for (const one of sum) {
        one[0] += exports[`count${at}`].value >>> 0;
        one[1] += exports[`count${at + 1}`].value >>> 0;
        at += 2;
      }
      sums.set(key, sum);
    }
    const lines = [...sums].map(([key, sum]) => `${key}\t${sum.map(way).join('')}`).filter((line) => /[+-]/.test(line.split('\t')[2]));
    return lines.sort().join('\n') + '\n';
  };
  return { bytes: build(marked), told };
}

function way([reached, taken]) {
  if (reached < OFTEN) return '.';
  if (taken * RARELY <= reached) return '-';
  return (reached - taken) * RARELY <= reached ? '+' : '.';
}

/** A body with its branches counted: how often each is reached by the global `from` + 2 × its number, how often taken by the next. */
function counting(body, branches, parameters, from) {
  const reader = new Reader(body);
  let condition = parameters;
  const locals = reader.list(() => reader.span(() => {
    condition += reader.number();
    reader.byte();
  }));
  const [get, set] = [Buffer.concat([Buffer.from([0x20]), unsigned(condition)]), Buffer.concat([Buffer.from([0x21]), unsigned(condition)])];
  const more = (global, by) => Buffer.concat([Buffer.from([0x23]), unsigned(global), ...by, Buffer.from([0x6a, 0x24]), unsigned(global)]);
  const parts = [];
  let done = reader.at;
  branches.forEach((at, branch) => {
    const [reached, taken] = [from + 2 * branch, from + 2 * branch + 1];
    parts.push(body.subarray(done, at), set, more(reached, [Buffer.from([0x41, 1])]), more(taken, [get, Buffer.from([0x41, 0, 0x47])]), get);
    done = at;
  });
  return Buffer.concat([list([...locals, Buffer.from([1, I32])]), ...parts, body.subarray(done)]);
}

/** The functions that a module defines: index, body, number of parameters, places of branches, and name with shape. */
function read(bytes) {
  const all = sections(bytes);
  const called = names(all);
  const reader = (id) => new Reader(all.find((section) => section.id === id).body);
  const imported = imports(reader(SECTION.import));
  const types = reader(SECTION.type);
  const parameters = types.list(() => type(types));
  const declared = reader(SECTION.function);
  const kinds = declared.list(() => declared.number());
  const code = reader(SECTION.code);
  const functions = code.list(() => code.take(code.number())).map((body, at) => {
    const index = imported.functions + at;
    const branches = [];
    // Without operands: indices and addresses differ between builds.
    const instructions = [];
    walk(body, {
      each: (op, place) => {
        instructions.push(op);
        if (op === IF || op === BR_IF) branches.push(place);
      },
    });
    const shape = createHash('sha256').update(Buffer.from(instructions)).digest('hex').slice(0, 8);
    return { index, body, parameters: parameters[kinds[at]], branches, key: `${plain(called.get(index) ?? '')}\t${shape}` };
  });
  return { all, functions, imported };
}

/** How many functions and globals are imported. */
function imports(reader) {
  const counts = { functions: 0, globals: 0 };
  reader.list(() => {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === KIND.function) {
      reader.number();
      counts.functions += 1;
    } else if (kind === KIND.global) {
      reader.take(2);
      counts.globals += 1;
    } else {
      if (kind === KIND.table) reader.byte();
      limits(reader);
    }
  });
  return counts;
}

/** How many a section has. */
const count = (all, id) => new Reader(all.find((section) => section.id === id).body).number();

/** A section with more. */
function longer(body, more) {
  const reader = new Reader(body);
  const before = reader.number();
  return Buffer.concat([unsigned(before + more.length), body.subarray(reader.at), ...more]);
}
