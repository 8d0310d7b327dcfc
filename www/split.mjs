// Splits the wasm into parts, each of which is a module that is linked to those it comes after (www/parts.mjs names them).
//
// In the first part functions keep their indices. One that has moved to a later part is found by its place in the table,
// which that part fills when it is instantiated, with the memory, tables, globals and functions of the parts before it
// as imports; for direct calls each part has stubs of its own that call that place. Until then the place is null, so that
// such a call traps (see www/engine.js). Static data comes with the first part that refers to it (www/data.mjs).
//
// What a part that is to be fast would pay for being one is had without: small functions that others call as well
// (the allocator's) are in it, too, and it has a stack of its own in memory, since the stack pointer of another part is two
// loads further away at each function's beginning and end. The two stacks need not know of each other: whoever is called
// gives back what it took before it returns. Those that come after it use its stack.
import { Statics, segment } from './data.mjs';
import { KIND, Reader, SECTION, build, instructions, limits, list, names, sections, signed, sized, text, type, unsigned, walk } from './wasm.mjs';

/** The one namespace of a later part's imports; its names are those of exports of the parts before it. */
const NAMESPACE = 'm';
/** What is exported for other parts only. */
const PRIVATE = '~';
const PAGE = 65536;
/** The body of a function that nobody calls. */
const NOTHING = Buffer.from([0, 0x00, 0x0b]);

/**
 * `parts`: for each part, the first of which has none of this, `after`, the index of the one that it is linked to, and
 * whether it has a stack of its `own`. `home(name)`: the part in which a function of this name belongs; `copied(name)`: the
 * other parts that have it as well. Returns the modules.
 */
export function split(bytes, parts, home, copied = () => []) {
  const all = sections(bytes);
  const called = names(all);
  const module = read(all);
  const { imported, types, functions, bodies, table } = module;
  const nameOf = (index) => called.get(imported + index) ?? '';
  const homes = bodies.map((body, index) => (movable(body) ? home(nameOf(index)) : 0));
  const copies = bodies.map((body, index) => (movable(body) ? copied(nameOf(index)) : []));
  const part = (index) => (index < imported ? 0 : homes[index - imported]);
  /** Whether a part has a function, itself or as a copy. */
  const has = (at, index) => part(index) === at || (index >= imported && copies[index - imported].includes(at));
  const before = parts.map(({ after }, at) => (at ? chain(parts, after) : []));
  const stack = [...names(all, 7)].find(([, name]) => name === '__stack_pointer')?.[0];
  if (stack === undefined) throw new Error('the wasm does not say which global is the stack pointer');
  const own = parts.findIndex((one) => one.own);
  const pages = module.globals[stack].value / PAGE;

  // What a part calls and has not: functions of the parts before it, and others, for which it has stubs.
  const wanted = parts.map(() => new Set());
  const stubs = parts.map(() => new Set());
  bodies.forEach((body, index) => {
    for (const at of new Set([homes[index], ...copies[index]])) {
      const call = (callee) => {
        if (!has(at, callee)) (before[at].includes(part(callee)) ? wanted : stubs)[at].add(callee);
      };
      walk(body, { call });
    }
  });
  module.exported.filter(({ kind, index }) => kind === KIND.function && part(index)).forEach(({ index }) => stubs[0].add(index));
  // Where a function that has moved is found: at its place in the table, or at a new one behind those.
  const places = new Map();
  module.elements.forEach(({ index, at }) => part(index) && !places.has(index) && places.set(index, at));
  const base = module.tables[table].least;
  let end = base;
  for (const index of stubs.flatMap((set) => [...set])) if (!places.has(index)) places.set(index, end++);

  const numbers = new Map();
  const shared = (kind, index) => {
    const key = `${kind} ${index}`;
    if (!numbers.has(key)) numbers.set(key, PRIVATE + numbers.size.toString(36));
    return { kind, index, name: numbers.get(key) };
  };
  const common = [...module.tables.map((_, index) => shared(KIND.table, index)), shared(KIND.memory, 0), ...module.globals.map((_, index) => shared(KIND.global, index))];
  const imports = wanted.map((set, at) => [...common.filter(({ kind, index }) => !(at === own && kind === KIND.global && index === stack)), ...[...set].map((index) => shared(KIND.function, index))]);
  /** The functions of a part that a later one calls. */
  const given = (at) => [...new Set(wanted.flatMap((set) => [...set].filter((index) => part(index) === at)))].map((index) => shared(KIND.function, index));
  const exports = (list, place) => list.map(({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind]), unsigned(kind === KIND.function ? place(index) : index)]));

  const stub = (index) => {
    const type = functions[index - imported];
    const parameters = Array.from({ length: types[type] }, (_, at) => [Buffer.from([0x20]), unsigned(at)]).flat();
    const call = [Buffer.from([0x41]), signed(places.get(index)), Buffer.from([0x11]), unsigned(type), unsigned(table)];
    return Buffer.concat([Buffer.from([0]), ...parameters, ...call, Buffer.from([0x0b])]);
  };
  const memory = limits(new Reader(module.memory));
  const grows = (index) => grown(module.tables[index], index === table ? end - base : 0);
  // A copy takes its original's place in the table: who calls by table calls often.
  const filling = (at, place) => list(runs([...places, ...module.elements.map(({ index, at: where }) => [index, where])].filter(([index]) => has(at, index)))
    // Active, of functions' indices, in the given table.
    .map(({ from, indices }) => Buffer.concat([Buffer.from([2]), unsigned(table), Buffer.from([0x41]), signed(from), Buffer.from([0x0b, 0]), list(indices.map((index) => unsigned(place(index))))])));
  const held = parts.map((_, at) => bodies.map((_, index) => imported + index).filter((index) => has(at, index)));
  const bodyOf = (index) => bodies[index - imported];
  const statics = new Statics(all);
  const data = statics.divide(held.map((indices) => indices.map(bodyOf)), before);

  // How many segments there are need not be told where none is named.
  const first = all.filter(({ id }) => id !== 0 && id !== SECTION.dataCount).map(({ id, body }) => {
    if (id === SECTION.code) return { id, body: list(bodies.map((code, index) => sized(!homes[index] ? code : stubs[0].has(index + imported) ? stub(index + imported) : NOTHING))) };
    // Its stack is behind what the memory has at first: the allocator asks for new memory and does not use what is there.
    if (id === SECTION.memory) return { id, body: list([limited(memory.least + pages)]) };
    if (id === SECTION.global) return { id, body: list(module.globals.map((global, index) => defined(global, index === stack ? (memory.least + pages) * PAGE : global.value))) };
    if (id === SECTION.table) return { id, body: list(module.tables.map((_, index) => grows(index))) };
    if (id === SECTION.element) return { id, body: filling(0, (index) => index) };
    if (id === SECTION.export) return { id, body: list([...module.exported.map(({ bytes: one }) => one), ...exports([...common, ...given(0)], (index) => index)]) };
    if (id === SECTION.data) return { id, body: list([...data[0], ...statics.kept].map(segment)) };
    return { id, body };
  });
  const others = parts.slice(1).map((_, later) => {
    const at = later + 1;
    // What is imported comes first.
    const place = new Map([...wanted[at]].map((index, where) => [index, where]));
    // What is alike stands side by side, which compresses better.
    const inside = held[at].toSorted((one, other) => Buffer.compare(bodyOf(one), bodyOf(other)));
    for (const index of [...inside, ...stubs[at]]) place.set(index, place.size);
    const here = (index) => place.get(index);
    const owns = at === own;
    const globalAt = (index) => (!owns || index < stack ? index : index === stack ? module.globals.length - 1 : index - 1);
    const pointer = { ...shared(KIND.global, stack), index: globalAt(stack) };
    const described = ({ kind, index }) => {
      if (kind === KIND.function) return unsigned(index < imported ? module.importedTypes[index] : functions[index - imported]);
      if (kind === KIND.table) return grows(index);
      return kind === KIND.memory ? limited(memory.least + pages) : module.globals[index].kind;
    };
    return [
      { id: SECTION.type, body: all.find(({ id }) => id === SECTION.type).body },
      { id: SECTION.import, body: list(imports[at].map((one) => Buffer.concat([text(NAMESPACE), text(one.name), Buffer.from([one.kind]), described(one)]))) },
      { id: SECTION.function, body: list([...inside, ...stubs[at]].map((index) => unsigned(functions[index - imported]))) },
      ...(owns ? [{ id: SECTION.global, body: list([defined(module.globals[stack], module.globals[stack].value)]) }] : []),
      { id: SECTION.export, body: list([...exports(given(at), here), ...(owns ? exports([pointer]) : [])]) },
      { id: SECTION.element, body: filling(at, here) },
      { id: SECTION.code, body: list([...inside.map((index) => renumbered(bodyOf(index), here, globalAt)), ...[...stubs[at]].map(stub)].map(sized)) },
      { id: SECTION.data, body: list(data[at].map(segment)) },
      named(inside.map((index) => [here(index), called.get(index) ?? ''])),
    ];
  });
  return [first, ...others].map(build);
}

/** A part and those before it, the first of them first. */
function chain(parts, at) {
  return at ? [...chain(parts, parts[at].after), at] : [0];
}

/**
 * The same module with empty functions, so many that half of all are small. V8 takes a module of which fewer than half are
 * small (below 50 bytes) for one whose compiler has inlined what is worth it, and inlines less itself
 * (`InliningTree::BudgetScaleFactor` in its src/wasm/inlining-tree.h); ours was compiled for size.
 */
export function inlinable(bytes) {
  const SMALL = 50;
  const all = sections(bytes);
  const reader = (id) => new Reader(all.find((section) => section.id === id).body);
  const [declared, code] = [reader(SECTION.function), reader(SECTION.code)];
  const types = declared.list(() => declared.number());
  const bodies = code.list(() => code.take(code.number()));
  const more = Math.max(0, bodies.length - 2 * bodies.filter(({ length }) => length < SMALL).length);
  const padded = (given, one) => list([...given, ...Array(more).fill(one)]);
  return build(all.map(({ id, body }) => {
    if (id === SECTION.function) return { id, body: padded(types.map(unsigned), unsigned(types[0])) };
    if (id === SECTION.code) return { id, body: padded(bodies.map(sized), sized(NOTHING)) };
    return { id, body };
  }));
}

/** The section that tells functions' names, which wasm-opt keeps for www/hints.mjs. */
function named(functions) {
  const FUNCTIONS = 1;
  return { id: 0, body: Buffer.concat([text('name'), Buffer.from([FUNCTIONS]), sized(list(functions.map(([index, name]) => Buffer.concat([unsigned(index), text(name)]))))]) };
}

/** Functions at their places, those that stand side by side together. */
function runs(places) {
  const found = [];
  const sorted = places.sort(([, one], [, other]) => one - other);
  for (const [index, at] of sorted) {
    const last = found.at(-1);
    const next = last && last.from + last.indices.length;
    if (at === next) last.indices.push(index);
    else if (at + 1 !== next) found.push({ from: at, indices: [index] });
  }
  return found;
}

/**
 * The same module, in which calls of each function are counted: by the 32 bits at `base` + 4 × its index in memory.
 * Returns `{ bytes, base, called }`: called is the list of functions' names by index.
 */
export function instrument(bytes) {
  const all = sections(bytes);
  const module = read(all);
  const memory = limits(new Reader(module.memory));
  const base = memory.least * PAGE;
  const pages = Math.ceil((4 * module.bodies.length) / PAGE);
  const called = names(all);
  const marked = all.filter(({ id }) => id !== 0).map(({ id, body }) => {
    // The allocator asks for new memory: what is added to the first of it stays unused.
    if (id === SECTION.memory) return { id, body: list([limited(memory.least + pages)]) };
    if (id !== SECTION.code) return { id, body };
    const mark = (index) => {
      const place = Buffer.concat([Buffer.from([0x41]), signed(base + 4 * index)]);
      return Buffer.concat([place, place, Buffer.from([0x28, 2, 0, 0x41, 1, 0x6a, 0x36, 2, 0])]);
    };
    return { id, body: list(module.bodies.map((code, index) => {
      const at = instructions(code);
      return sized(Buffer.concat([code.subarray(0, at), mark(index), code.subarray(at)]));
    })) };
  });
  return { bytes: build(marked), base, called: module.bodies.map((_, index) => called.get(module.imported + index) ?? '') };
}

/**
 * A function's name without what differs between builds and machines: the hashes of crates (of up to 16 digits: leading
 * zeros are not written) and of wasm-bindgen's imports, the numbers of the compiler's copies and of closures' types.
 */
export function plain(name) {
  return name.replace(/\[[0-9a-f]{8,16}\]/g, '').replace(/(__wbg_\w+?)_[0-9a-f]{16}\b/g, '$1').replace(/::h[0-9a-f]{16}$/, '').replace(/\.\d+$/, '').replace(/\bshim_idx: \d+/, 'shim_idx');
}

function read(all) {
  const module = { imported: 0, importedTypes: [], tables: [], globals: [], elements: [], functions: [], bodies: [] };
  const readers = {
    [SECTION.type]: (r) => (module.types = r.list(() => type(r))),
    [SECTION.import]: (r) => r.list(() => {
      r.text();
      r.text();
      if (r.byte() !== KIND.function) throw new Error('only functions are expected as imports');
      module.importedTypes.push(r.number());
      module.imported += 1;
    }),
    [SECTION.function]: (r) => (module.functions = r.list(() => r.number())),
    [SECTION.table]: (r) => (module.tables = r.list(() => ({ kind: r.byte(), ...limits(r) }))),
    [SECTION.memory]: (r) => (module.memory = r.list(() => r.span(() => limits(r)))[0]),
    [SECTION.global]: (r) => (module.globals = r.list(() => {
      const kind = r.take(2);
      // A constant: one instruction and the end.
      if (r.byte() !== 0x41) throw new Error('only i32.const is expected as a global’s value');
      const value = r.number();
      r.byte();
      return { kind, value };
    })),
    [SECTION.export]: (r) => (module.exported = r.list(() => {
      const one = {};
      one.bytes = r.span(() => {
        r.text();
        one.kind = r.byte();
        one.index = r.number();
      });
      return one;
    })),
    [SECTION.element]: (r) => r.list(() => {
      const flags = r.number();
      if (flags !== 0 && flags !== 2) throw new Error(`element segments of kind ${flags} are not expected`);
      module.table = flags ? r.number() : 0;
      if (r.byte() !== 0x41) throw new Error('only i32.const is expected as a segment’s place');
      const from = r.number();
      r.byte();
      if (flags) r.byte();
      module.elements.push(...r.list((at) => ({ index: r.number(), at: from + at })));
    }),
    [SECTION.code]: (r) => (module.bodies = r.list(() => r.take(r.number()))),
  };
  for (const { id, body } of all) readers[id]?.(new Reader(body));
  return module;
}

/** Limits of a memory of at least so many pages. */
function limited(pages) {
  return Buffer.concat([Buffer.from([0]), unsigned(pages)]);
}

/** A global with its value. */
function defined({ kind }, value) {
  return Buffer.concat([kind, Buffer.from([0x41]), signed(value), Buffer.from([0x0b])]);
}

function grown({ kind, least, most }, by) {
  const bounds = most === undefined ? [0, unsigned(least + by)] : [1, unsigned(least + by), unsigned(most + by)];
  return Buffer.concat([Buffer.from([kind, bounds[0]]), ...bounds.slice(1)]);
}

/** Functions that name segments stay where these are. */
function movable(body) {
  try {
    walk(body, {});
    return true;
  } catch {
    return false;
  }
}

function renumbered(body, functionAt, globalAt) {
  const parts = [];
  let done = 0;
  const put = (place) => (index, from, to) => {
    parts.push(body.subarray(done, from), unsigned(place(index)));
    done = to;
  };
  walk(body, { call: put(functionAt), global: put(globalAt) });
  return Buffer.concat([...parts, body.subarray(done)]);
}
