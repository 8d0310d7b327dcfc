// Where the bytes of the wasm come from, by floor and by crate: code before wasm-opt, from the names of its functions.
// usage: node floors.mjs [WASM]
import { readFileSync } from 'node:fs';

const file = process.argv[2] ?? 'target/wasm32-unknown-unknown/web/web.wasm';
const bytes = readFileSync(file);
let at = 8;
let imported = 0;
let data = 0;
const sizes = [];
const names = new Map();

const number = () => {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
};
const text = () => {
  const length = number();
  at += length;
  return bytes.toString('utf8', at - length, at);
};

while (at < bytes.length) {
  const section = bytes[at++];
  const end = number() + at;
  if (section === 2) {
    for (let left = number(); left > 0; left -= 1) {
      text();
      text();
      const kind = bytes[at++];
      if (kind === 0) {
        imported += 1;
        number();
      } else if (kind === 1) {
        at += 1;
        limits();
      } else if (kind === 2) {
        limits();
      } else {
        at += 2;
      }
    }
  } else if (section === 10) {
    for (let left = number(); left > 0; left -= 1) {
      const size = number();
      sizes.push(size);
      at += size;
    }
  } else if (section === 11) {
    data = end - at;
  } else if (section === 0 && text() === 'name') {
    while (at < end) {
      const kind = bytes[at++];
      const stop = number() + at;
      if (kind === 1) {
        for (let left = number(); left > 0; left -= 1) {
          const index = number();
          names.set(index, text());
        }
      }
      at = stop;
    }
  }
  at = end;
}

function limits() {
  const bounded = number() & 1;
  number();
  if (bounded) number();
}

const owners = new Map();
sizes.forEach((size, index) => {
  const owner = ownerOf(names.get(imported + index) ?? '');
  owners.set(owner, (owners.get(owner) ?? 0) + size);
});
owners.set('data (texts, tables)', data);
const rows = [...owners].sort((a, b) => b[1] - a[1]);
for (const [owner, size] of rows.slice(0, 40)) console.log(`${String(size).padStart(9)}  ${owner}`);

/**
 * The floor, for code of our own or generic code made for it; else the crate. Names are mangled: a length, then the
 * name (`9loopscope2vm`, `17loopscope_runtime5trace`); inside of types `loopscope..vm..`.
 */
function ownerOf(name) {
  const inType = /loopscope(?:_runtime)?\.\.(\w+?)\.\./.exec(name);
  if (inType) return `loopscope::${inType[1]}`;
  const own = /(?:9loopscope|17loopscope_runtime)(\d+)_?(\w+)/.exec(name);
  if (own) return `loopscope::${own[2].slice(0, Number(own[1]))}`;
  const type = /^_ZN\d+_\$LT\$(?:[\w$]*\$)?(\w+?)\.\./.exec(name);
  if (type) return type[1];
  const crate = /^_ZN(\d+)_?(\w+)/.exec(name) ?? /C(?:s[0-9A-Za-z]*_)?(\d+)_?(\w+)/.exec(name);
  return crate ? crate[2].slice(0, Number(crate[1])) : '(others)';
}
