// The binary format of WebAssembly, as far as www/split.mjs, www/data.mjs and www/hints.mjs need it: sections taken apart and
// put together, function bodies walked instruction by instruction.

/** Reads LEB128 numbers, names and bytes from `at` on. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** Unsigned, up to 32 bits. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** Signed, of up to 32 bits. */
  signed() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return shift < 25 && byte & 0x40 ? value | (-1 << (shift + 7)) : value;
    }
  }

  done() {
    return this.at >= this.bytes.length;
  }

  /** A number that does not matter, of either sign and any width. */
  skipNumber() {
    while (this.byte() >= 0x80);
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.take(this.number()).toString('utf8');
  }

  /** As many as a leading number says, each by `read`. */
  list(read) {
    return Array.from({ length: this.number() }, (_, index) => read(index));
  }

  /** What `read` passes over. */
  span(read) {
    const start = this.at;
    read();
    return this.bytes.subarray(start, this.at);
  }
}

export function unsigned(value) {
  const bytes = [];
  do {
    const low = value % 128;
    value = Math.floor(value / 128);
    bytes.push(value ? low + 128 : low);
  } while (value);
  return Buffer.from(bytes);
}

/** As `i32.const` wants it; for values from 0. */
export function signed(value) {
  const bytes = [];
  while (value > 63) {
    bytes.push((value % 128) + 128);
    value = Math.floor(value / 128);
  }
  return Buffer.from([...bytes, value]);
}

export const text = (value) => sized(Buffer.from(value));
export const sized = (bytes) => Buffer.concat([unsigned(bytes.length), bytes]);
export const list = (items) => Buffer.concat([unsigned(items.length), ...items]);

export const SECTION = { type: 1, import: 2, function: 3, table: 4, memory: 5, global: 6, export: 7, element: 9, code: 10, data: 11, dataCount: 12 };
export const KIND = { function: 0, table: 1, memory: 2, global: 3 };

/** `[{ id, body }]`, without those that are for tools only. */
export function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    found.push({ id, body: reader.take(reader.number()) });
  }
  return found;
}

export function build(all) {
  const head = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  return Buffer.concat([head, ...all.flatMap(({ id, body }) => [Buffer.from([id]), sized(body)])]);
}

/** Names by index, from the name section: of functions, or of what else `kind` says there (7: globals). */
export function names(all, kind = 1) {
  const found = new Map();
  for (const { id, body } of all) {
    const reader = new Reader(body);
    if (id !== 0 || reader.text() !== 'name') continue;
    while (reader.at < body.length) {
      const is = reader.byte();
      const part = new Reader(reader.take(reader.number()));
      if (is === kind) part.list(() => found.set(part.number(), part.text()));
    }
  }
  return found;
}

/** Passes over limits of a table or memory: `{ least, most }`. */
export function limits(reader) {
  const bounded = reader.byte() & 1;
  return { least: reader.number(), most: bounded ? reader.number() : undefined };
}

/** Passes over a function's type; returns how many parameters it has. */
export function type(reader) {
  if (reader.byte() !== 0x60) throw new Error('only types of functions are expected');
  const parameters = reader.list(() => reader.byte()).length;
  reader.list(() => reader.byte());
  return parameters;
}

/** Where a body's instructions begin. */
export function instructions(body) {
  const reader = new Reader(body);
  reader.list(() => [reader.number(), reader.byte()]);
  return reader.at;
}

/**
 * Walks a function's body; `call(index, from, to)` sees each direct call and the place of its index, `global` each access to
 * a global in the same way, `each(op, at)` each instruction and its place.
 */
export function walk(body, { call = () => {}, global = () => {}, each = () => {} }) {
  const reader = new Reader(body, instructions(body));
  while (reader.at < body.length) {
    const op = reader.byte();
    each(op, reader.at - 1);
    if (op === 0x10 || op === 0x23 || op === 0x24) {
      const from = reader.at;
      (op === 0x10 ? call : global)(reader.number(), from, reader.at);
    } else if (op === 0x0e) {
      reader.list(() => reader.skipNumber());
      reader.skipNumber();
    } else if (op === 0x1c) {
      reader.list(() => reader.skipNumber());
    } else if (op === 0x43) {
      reader.take(4);
    } else if (op === 0x44) {
      reader.take(8);
    } else if (op === 0xfc) {
      const kind = reader.number();
      const operands = LONG[kind];
      if (operands === undefined) throw new Error(`unknown instruction 0xfc ${kind}`);
      for (let left = operands; left > 0; left -= 1) reader.skipNumber();
    } else {
      const operands = op >= 0x45 && op <= 0xc4 ? 0 : SHORT[op];
      if (operands === undefined) throw new Error(`unknown instruction 0x${op.toString(16)}`);
      for (let left = operands; left > 0; left -= 1) reader.skipNumber();
    }
  }
}

/** How many numbers follow an instruction. */
const SHORT = {
  0x00: 0, 0x01: 0, 0x02: 1, 0x03: 1, 0x04: 1, 0x05: 0, 0x0b: 0, 0x0c: 1, 0x0d: 1, 0x0f: 0, 0x11: 2, 0x1a: 0, 0x1b: 0,
  0x20: 1, 0x21: 1, 0x22: 1, 0x25: 1, 0x26: 1, 0x3f: 1, 0x40: 1, 0x41: 1, 0x42: 1, 0xd0: 1, 0xd1: 0,
  ...Object.fromEntries(Array.from({ length: 0x3e - 0x28 + 1 }, (_, index) => [0x28 + index, 2])),
};
/** The same behind 0xfc; those that name segments of data or elements are unknown here. */
const LONG = { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 10: 2, 11: 1, 14: 2, 15: 1, 16: 1, 17: 1 };
