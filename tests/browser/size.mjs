// Bytes of the built page, brotli-compressed, against the budgets. usage: node size.mjs DIST [--check]
import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const KB = 1024;
const [dist, check] = process.argv.slice(2);

// What is fetched: by a first view of the page, by then focusing the code, by a page with an embed before its click;
// the other parts of the wasm once the page stands (www/parts.mjs), library-SECTION.txt when a program first imports one of its modules.
const DRAWS = ['web_bg.wasm', 'web_draw.wasm.txt'];
const EDITOR = ['editor.js'];
const LOADER = ['loopscope-embed.js'];
const LATER = [...EDITOR, ...LOADER, 'web_plain.wasm.txt', 'web_run.wasm.txt', 'web_rest.wasm.txt', 'engine.js', 'web.js', 'names.txt', 'loopscope.js', 'embed.html', 'failure.js', 'package.json', 'embed.js', 'embed.css', 'frame.js', 'frame.css', 'share.js', 'predict.js', 'link.js', 'loopscope-embed.d.ts', 'loopscope.d.ts', 'lessons.js', 'lessons-menu.js', 'tools.js', 'sound.js', 'document.css', 'service-worker.js'];

const files = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((name) => statSync(path.join(dist, name)).isFile())
  .map((name) => ({ name, ...measure(readFileSync(path.join(dist, name))) }))
  .sort((a, b) => b.packed - a.packed);
const first = files.filter(({ name }) => !LATER.includes(name) && !name.startsWith('library-') && !name.includes('/'));

const named = (...names) => files.filter(({ name }) => names.includes(name));

// Name, the budget in KB, what it may weigh today (lowered as it sinks, down to the budget; some 1 % above what was
// measured, since the bytes differ a little from one machine to another), its files.
const budgets = [
  ['wasm of the first view', 450, 147, named(...DRAWS)],
  ['first view', 520, 170, first],
  ['with the editor', 700, 291, [...first, ...named(...EDITOR)]],
  ['wasm with the first run', 450, 629, named(...DRAWS, 'web_run.wasm.txt')],
  ['wasm, all of the page', 450, 1763, named(...DRAWS, 'web_run.wasm.txt', 'web_rest.wasm.txt')],
  // What loopscope.js begins with: copies of the page’s.
  ['wasm of a plain program', 450, 240, named('web_bg.wasm', 'web_plain.wasm.txt')],
  ['embed loader', 10, 10, named(...LOADER)],
];

for (const { name, raw, packed } of files.filter((file) => !file.name.includes('/'))) row(name, packed, `${String(raw).padStart(9)} raw`);
for (const folder of new Set(files.map(({ name }) => path.dirname(name)).filter((name) => name !== '.'))) {
  const inside = files.filter(({ name }) => path.dirname(name) === folder);
  const sum = (key) => inside.reduce((total, file) => total + file[key], 0);
  row(`${folder}/ (${inside.length} files)`, sum('packed'), `${String(sum('raw')).padStart(9)} raw`);
}
let over = 0;
for (const [name, budget, bound, parts] of budgets) {
  const total = parts.reduce((sum, { packed }) => sum + packed, 0);
  const fits = total <= bound * KB;
  over += fits ? 0 : 1;
  const note = !fits ? `  TOO LARGE: it may weigh ${bound} KB today` : total > budget * KB ? '  over budget' : '';
  row(name, total, `of ${budget} KB${note}`);
}
const wasms = files.filter(({ name }) => name.endsWith('.wasm')).length;
if (wasms !== 1) {
  over += 1;
  console.log(`${wasms} .wasm files in ${dist}: one is wanted, web_bg.wasm`);
}
if (check) {
  console.log(`${budgets.length + 1 - over} passed, ${over} failed (budgets)`);
  process.exitCode = over ? 1 : 0;
}

function measure(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { raw: bytes.length, packed: brotliCompressSync(bytes, { params }).length };
}

function row(name, bytes, note) {
  console.log(`${name.padEnd(24)} ${(bytes / KB).toFixed(1).padStart(8)} KB br  ${note}`);
}
