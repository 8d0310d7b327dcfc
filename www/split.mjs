// Splits the wasm in two: what the first view runs, and the rest, fetched once the page stands.
//
// Functions keep their indices. In the first module a function that has moved is a stub: it calls its place in the
// table, which the second module fills when it is instantiated, with the first one's memory, tables, globals and
// functions as imports. Until then that place is null, so that such a call traps (see www/engine.js).
import { KIND, Reader, SECTION, build, instructions, limits, list, names, sections, signed, sized, text, unsigned, walk } from './wasm.mjs';

/** The one namespace of the second module's imports; its names are those of exports of the first. */
const NAMESPACE = 'm';
/** What is exported for the second module only. */
const PRIVATE = '~';

/** `keeps(name)`: the first view runs a function of this name. Returns `[first, second]`. */
export function split(bytes, keeps) {
  const all = sections(bytes);
  const called = names(all);
  const module = read(all);
  const { imported, types, functions, bodies } = module;
  const moved = bodies.map((body, index) => !keeps(called.get(imported + index) ?? '') && movable(body));
  const isMoved = (index) => index >= imported && moved[index - imported];

  // Who is called from the other side.
  const slots = new Map();
  const wanted = new Map();
  const inSlot = (index) => isMoved(index) && !slots.has(index) && slots.set(index, slots.size);
  bodies.forEach((body, index) => {
    walk(body, (callee) => {
      if (!moved[index]) inSlot(callee);
      else if (!isMoved(callee) && !wanted.has(callee)) wanted.set(callee, wanted.size);
    });
  });
  module.exported.filter(({ kind }) => kind === KIND.function).forEach(({ index }) => inSlot(index));
  module.elements.forEach(inSlot);

  const table = module.table;
  const base = module.tables[table].least;
  const stub = (index) => {
    if (!slots.has(index + imported)) return Buffer.from([0, 0x00, 0x0b]);
    const type = functions[index];
    const parameters = Array.from({ length: types[type] }, (_, at) => [Buffer.from([0x20]), unsigned(at)]).flat();
    const call = [Buffer.from([0x41]), signed(base + slots.get(index + imported)), Buffer.from([0x11]), unsigned(type), unsigned(table)];
    return Buffer.concat([Buffer.from([0]), ...parameters, ...call, Buffer.from([0x0b])]);
  };
  const shared = [
    ...module.tables.map((_, index) => [KIND.table, index]),
    [KIND.memory, 0],
    ...module.globals.map((_, index) => [KIND.global, index]),
    ...[...wanted.keys()].map((index) => [KIND.function, index]),
  ].map(([kind, index], at) => ({ kind, index, name: PRIVATE + at.toString(36) }));

  const first = all.filter(({ id }) => id !== 0).map(({ id, body }) => {
    if (id === SECTION.code) return { id, body: list(bodies.map((code, index) => sized(moved[index] ? stub(index) : code))) };
    if (id === SECTION.table) return { id, body: list(module.tables.map((one, index) => grown(one, index === table ? slots.size : 0))) };
    if (id === SECTION.export) {
      const added = shared.map(({ name, kind, index }) => Buffer.concat([text(name), Buffer.from([kind]), unsigned(index)]));
      return { id, body: list([...module.exported.map(({ bytes: one }) => one), ...added]) };
    }
    return { id, body };
  });

  // In the second module the imported functions come first.
  const inSecond = new Map(wanted);
  moved.forEach((is, index) => is && inSecond.set(imported + index, inSecond.size));
  const described = ({ kind, index }) => {
    if (kind === KIND.function) return unsigned(index < imported ? module.importedTypes[index] : functions[index - imported]);
    if (kind === KIND.table) return grown(module.tables[index], index === table ? slots.size : 0);
    return kind === KIND.memory ? module.memory : module.globals[index];
  };
  const rest = bodies.filter((_, index) => moved[index]);
  const second = [
    { id: SECTION.type, body: all.find(({ id }) => id === SECTION.type).body },
    { id: SECTION.import, body: list(shared.map((one) => Buffer.concat([text(NAMESPACE), text(one.name), Buffer.from([one.kind]), described(one)]))) },
    { id: SECTION.function, body: list(functions.filter((_, index) => moved[index]).map(unsigned)) },
    { id: SECTION.element, body: list([Buffer.concat([
      // Active, of functions' indices, in the given table.
      Buffer.from([2]), unsigned(table), Buffer.from([0x41]), signed(base), Buffer.from([0x0b, 0]),
      list([...slots.keys()].map((index) => unsigned(inSecond.get(index)))),
    ])]) },
    { id: SECTION.code, body: list(rest.map((body) => sized(renumbered(body, inSecond)))) },
  ];
  return [build(first), build(second)];
}

/**
 * The same module, each of whose functions leaves a mark when it is called: the byte at `base` + its index in memory.
 * Returns `{ bytes, base, called }`: called is the list of functions' names by index.
 */
export function instrument(bytes) {
  const all = sections(bytes);
  const module = read(all);
  const memory = limits(new Reader(module.memory));
  const base = memory.least * 65536;
  const pages = Math.ceil(module.bodies.length / 65536);
  const called = names(all);
  const marked = all.filter(({ id }) => id !== 0).map(({ id, body }) => {
    // The allocator asks for new memory: what is added to the first of it stays unused.
    if (id === SECTION.memory) return { id, body: list([Buffer.concat([Buffer.from([0]), unsigned(memory.least + pages)])]) };
    if (id !== SECTION.code) return { id, body };
    const mark = (index) => Buffer.concat([Buffer.from([0x41]), signed(base + index), Buffer.from([0x41, 1, 0x3a, 0, 0])]);
    return { id, body: list(module.bodies.map((code, index) => {
      const at = instructions(code);
      return sized(Buffer.concat([code.subarray(0, at), mark(index), code.subarray(at)]));
    })) };
  });
  return { bytes: build(marked), base, called: module.bodies.map((_, index) => called.get(module.imported + index) ?? '') };
}

/** A function's name without what differs between builds: the hashes of crates. */
export function plain(name) {
  return name.replace(/\[[0-9a-f]{16}\]/g, '').replace(/::h[0-9a-f]{16}$/, '');
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
      r.skipNumber();
      r.byte();
      return kind;
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
      r.byte();
      r.skipNumber();
      r.byte();
      if (flags) r.byte();
      module.elements.push(...r.list(() => r.number()));
    }),
    [SECTION.code]: (r) => (module.bodies = r.list(() => r.take(r.number()))),
  };
  for (const { id, body } of all) readers[id]?.(new Reader(body));
  return module;
}

/** How many parameters a function type has. */
function type(reader) {
  if (reader.byte() !== 0x60) throw new Error('only types of functions are expected');
  const parameters = reader.list(() => reader.byte()).length;
  reader.list(() => reader.byte());
  return parameters;
}

function grown({ kind, least, most }, by) {
  const bounds = most === undefined ? [0, unsigned(least + by)] : [1, unsigned(least + by), unsigned(most + by)];
  return Buffer.concat([Buffer.from([kind, bounds[0]]), ...bounds.slice(1)]);
}

/** Functions that name segments stay where these are. */
function movable(body) {
  try {
    walk(body, () => {});
    return true;
  } catch {
    return false;
  }
}

function renumbered(body, places) {
  const parts = [];
  let done = 0;
  walk(body, (callee, from, to) => {
    parts.push(body.subarray(done, from), unsigned(places.get(callee)));
    done = to;
  });
  return Buffer.concat([...parts, body.subarray(done)]);
}
