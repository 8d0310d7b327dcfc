// Which of the static data each part of the wasm refers to.
//
// The linker leaves its notes in the module (`--emit-relocs`, .cargo/config.toml): the symbols, and for each address in code
// or in data the symbol that it was made of, as written down in
// https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md. wasm-bindgen passes the notes on and writes the
// functions anew, so that an address in a function is known by its value, not by its place.
import { Reader, SECTION, signed, sized, walk } from './wasm.mjs';

/** Kinds of what the notes have. */
const SEGMENTS = 5;
const SYMBOLS = 8;
const DATA = 1;
const OF_SECTION = 3;
/** Flags of symbols. */
const UNDEFINED = 0x10;
const NAMED = 0x40;
/** Kinds of relocations: addresses in code, and in data. */
const IN_CODE = [3, 4];
const IN_DATA = 5;
/** Other relocations of which an addend is told; those of addresses are not expected here. */
const WITH_ADDEND = [8, 9];
const OTHER_ADDRESSES = [11, 14, 15, 16, 17, 21, 22, 23, 25];
/** Only what is never written may be divided: the others' first values are of the start alone. */
const READ_ONLY = '.rodata';
/** Two stretches that are so near to each other, in bytes, are one: another segment takes as much. */
const NEAR = 8;

export class Statics {
  /** `all`: the module's sections, with the linker's notes; an error if these are missing or speak of another module. */
  constructor(all) {
    const body = all.find(({ id }) => id === SECTION.data).body;
    const reader = new Reader(body);
    this.segments = reader.list(() => {
      if (reader.number() !== 0 || reader.byte() !== 0x41) throw new Error('only active segments of data at constant places are expected');
      const at = reader.signed();
      reader.byte();
      const bytes = reader.take(reader.number());
      return { at, bytes, from: reader.at - bytes.length };
    });
    const notes = (name) => {
      const found = all.filter(({ id }) => id === 0).map((section) => new Reader(section.body)).find((custom) => custom.text() === name);
      if (!found) throw new Error(`the wasm lacks the linker’s notes (${name}): it is to be built with the flags of .cargo/config.toml`);
      return found;
    };
    this.#symbols(notes('linking'));
    this.divided = this.segments[this.segmentNames.indexOf(READ_ONLY)];
    /** Segments that stay whole. */
    this.kept = this.segments.filter((one) => one !== this.divided);
    this.objects = this.symbols.filter((one) => one.segment && one.size).sort((one, other) => one.at - other.at);

    /** The symbols that an address in code may mean. */
    this.meant = new Map();
    for (const { kind, symbol, addend } of relocations(notes('reloc.CODE'))) {
      if (!IN_CODE.includes(kind)) continue;
      const address = this.symbols[symbol].at + addend;
      if (!this.meant.has(address)) this.meant.set(address, new Set());
      this.meant.get(address).add(this.symbols[symbol]);
    }
    /** The addresses in data, each with the symbol that it was made of, in their order. */
    const places = relocations(notes('reloc.DATA')).filter(({ kind }) => kind === IN_DATA).map(({ symbol, addend, offset }) => {
      const target = this.symbols[symbol];
      if (body.readUInt32LE(offset) !== target.at + addend) throw new Error('the linker’s notes are not of this module');
      const { at, from } = this.segments.findLast((one) => one.from <= offset);
      return { at: at + offset - from, target };
    }).sort((one, other) => one.at - other.at);
    for (const object of this.objects) {
      const [from, to] = [object.at, object.at + object.size].map((address) => firstFrom(places, address));
      object.refers = places.slice(from, to).map(({ target }) => target);
    }
  }

  /** `bodies`: for each part those of its functions; `before`: the parts before it. Returns the segments that each brings. */
  divide(bodies, before) {
    const reached = bodies.map((some) => this.#reached(some));
    const anywhere = new Set(reached.flatMap((some) => [...some]));
    // Nobody is known to want it; the first part is the safe place.
    for (const object of this.objects) if (!anywhere.has(object)) reached[0].add(object);
    return reached.map((some, part) => this.#stretches([...some].filter((object) => !before[part].some((earlier) => reached[earlier].has(object)))));
  }

  #symbols(reader) {
    reader.number();
    while (!reader.done()) {
      const kind = reader.byte();
      const part = new Reader(reader.take(reader.number()));
      if (kind === SEGMENTS) this.segmentNames = part.list(() => named(part));
      if (kind === SYMBOLS) this.symbols = part.list(() => this.#symbol(part));
    }
  }

  /** A symbol of data: its segment, its address and size, and what it refers to. Of others nothing is wanted. */
  #symbol(reader) {
    const kind = reader.byte();
    const flags = reader.number();
    const defined = !(flags & UNDEFINED);
    if (kind !== DATA) {
      reader.number();
      if (kind !== OF_SECTION && (defined || flags & NAMED)) reader.text();
      return {};
    }
    reader.text();
    if (!defined) return {};
    const segment = this.segments[reader.number()];
    return { segment, at: segment.at + reader.number(), size: reader.number(), refers: [] };
  }

  /** All that functions with these bodies refer to, by way of other data as well. */
  #reached(bodies) {
    const found = new Set();
    const add = (object) => {
      if (found.has(object)) return;
      found.add(object);
      object.refers?.forEach(add);
    };
    const each = (op, at, body) => {
      const [constant, access] = [op === 0x41, op >= 0x28 && op <= 0x3e];
      if (!constant && !access) return;
      const reader = new Reader(body, at + 1);
      // Before the offset of an access stands its alignment.
      if (access) reader.number();
      this.meant.get(constant ? reader.signed() : reader.number())?.forEach(add);
    };
    for (const body of bodies) walk(body, { each: (op, at) => each(op, at, body) });
    return found;
  }

  /** Segments with what is read-only of these objects. */
  #stretches(objects) {
    const { at: base, bytes } = this.divided;
    const found = [];
    for (const { at, size } of objects.filter(({ segment }) => segment === this.divided).sort((one, other) => one.at - other.at)) {
      const last = found.at(-1);
      if (last && at - last.end <= NEAR) last.end = Math.max(last.end, at + size);
      else found.push({ at, end: at + size });
    }
    return found.map(({ at, end }) => ({ at, bytes: bytes.subarray(at - base, end - base) }));
  }
}

/** The index of the first that is at an address or behind it, of some in their order. */
function firstFrom(places, address) {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle].at < address) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A segment as a module's section has it. */
export function segment({ at, bytes }) {
  return Buffer.concat([Buffer.from([0, 0x41]), signed(at), Buffer.from([0x0b]), sized(bytes)]);
}

/** Passes over what is told of a segment, and returns its name. */
function named(reader) {
  const name = reader.text();
  reader.number();
  reader.number();
  return name;
}

/** `offset`: of the place in the section that has the address. */
function relocations(reader) {
  reader.number();
  return reader.list(() => {
    const kind = reader.byte();
    const [offset, symbol] = [reader.number(), reader.number()];
    if (OTHER_ADDRESSES.includes(kind)) throw new Error(`relocations of kind ${kind} are not expected`);
    return { kind, offset, symbol, addend: [...IN_CODE, IN_DATA, ...WITH_ADDEND].includes(kind) ? reader.signed() : 0 };
  });
}
