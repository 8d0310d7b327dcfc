// Trunk's last step (see Trunk.toml): turns what it left in the staging folder into what is served.
//   web.js        wasm-bindgen's glue, made a function that can be called again for a new instance
//   boot.js, loopscope.js   the page and the module, each in one file
//   *.js          the other modules of www/, minified one by one under their stable names
//   editor.js     CodeMirror with Python, fetched after the first view
//   page.css, embed.css   from www/styles, with what they import
//   loopscope-embed.js    the embed's loader, one file
//   integrations/         plugins for teachers' tools
//   lessons/, docs/       what readers and teachers read, by www/site.mjs
//   service-worker.js   the site offline: every file of it, in one version
//   library-SECTION.txt   the library's modules in Python, fetched when a program imports the first of a section
//   names.txt     the names of characters, fetched for a program that spells one
//   web_bg.wasm, web_*.wasm.txt   the parts of the wasm, by www/parts.mjs (release only; else all is in the first); the page and
//                 all embeds share them
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from './site.mjs';
import { hinted } from './hints.mjs';
import { PARTS, divided, optimised, placeless } from './parts.mjs';
import { inlinable } from './split.mjs';
import { build } from './wasm.mjs';

const www = path.dirname(fileURLToPath(import.meta.url));
const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === 'release';
const require = createRequire(import.meta.url);

if (!staging) fail('www/build.mjs is run by trunk: use `make build` or `trunk build`');
if (!existsSync(path.join(www, 'node_modules', 'esbuild'))) fail('npm packages are missing in www/: run `make build` once');
const esbuild = require('esbuild');

const BROWSERS = ['chrome111', 'firefox115', 'safari16.4'];
const shared = { target: BROWSERS, minify: release, charset: 'utf8', legalComments: 'none', logLevel: 'warning' };

glue(path.join(staging, 'web.js'));
for (const name of ['engine', 'failure', 'embed', 'predict', 'sound', 'tools', 'link', 'lessons', 'lessons-menu']) {
  esbuild.buildSync({ ...shared, entryPoints: [path.join(www, `${name}.js`)], outdir: staging, format: 'esm' });
}
// Each with the engine's JavaScript, so that the wasm is asked for at once.
await esbuild.build({
  ...shared,
  entryPoints: ['boot', 'loopscope'].map((name) => path.join(www, `${name}.js`)),
  outdir: staging,
  bundle: true,
  format: 'esm',
  external: ['node:fs/promises'],
  plugins: [{
    name: 'the glue of wasm-bindgen; and what is imported on demand stays apart',
    setup: (building) => building.onResolve({ filter: /^\.\// }, ({ path: name, kind }) => {
      if (kind === 'dynamic-import') return { path: name, external: true };
      return name === './web.js' ? { path: path.join(staging, 'web.js') } : undefined;
    }),
  }],
});
esbuild.buildSync({ ...shared, entryPoints: [path.join(www, 'editor', 'editor.js')], outfile: path.join(staging, 'editor.js'), bundle: true, format: 'esm', minify: true });
// One file, for one request; what it imports is fetched only when a reader asks for more.
for (const [name, external] of [['loopscope-embed', './embed.js'], ['frame', './loopscope-embed.js'], ['share', './link.js']]) {
  esbuild.buildSync({ ...shared, entryPoints: [path.join(www, `${name}.js`)], outfile: path.join(staging, `${name}.js`), bundle: true, external: [external], format: 'esm' });
}
// Values stay as written: the page reads its times from them.
for (const name of ['page', 'embed', 'frame', 'document']) {
  esbuild.buildSync({ ...shared, minify: false, minifyWhitespace: release, entryPoints: [path.join(www, 'styles', `${name}.css`)], outfile: path.join(staging, `${name}.css`), bundle: true, loader: { '.woff2': 'copy', '.svg': 'dataurl' } });
}
for (const name of ['icon.svg', 'embed.html', 'loopscope-embed.d.ts', 'loopscope.d.ts']) cpSync(path.join(www, name), path.join(staging, name));
await site(staging);
cpSync(path.join(www, 'integrations'), path.join(staging, 'integrations'), { recursive: true });
library((section) => path.join(staging, `library-${section}.txt`));
cpSync(path.join(www, '..', 'src', 'names', 'names.txt'), path.join(staging, 'names.txt'));
page(path.join(staging, 'index.html'));
// node takes loopscope.js for a module by this.
writeFileSync(path.join(staging, 'package.json'), '{ "type": "module" }\n');
wasm(PARTS.map(({ file }) => path.join(staging, file)));
serviceWorker(path.join(staging, 'service-worker.js'));

/**
 * wasm-bindgen's module keeps its one instance in a module variable. As a function it gives a fresh one at each
 * call, with `WebAssembly` as a parameter through which www/engine.js watches the instance.
 */
function glue(file) {
  esbuild.buildSync({
    ...shared,
    entryPoints: [file],
    outfile: file,
    allowOverwrite: true,
    bundle: true,
    format: 'iife',
    globalName: 'glue',
    define: { 'import.meta.url': '"unused:"' },
    banner: { js: 'export default function (WebAssembly) {' },
    footer: { js: 'return glue;}' },
  });
}

/** The library's texts, a file for each folder of src/modules/python: before each text a mark and a line with the module's name, and a point if it is a package. */
function library(file) {
  const folder = path.join(www, '..', 'src', 'modules', 'python');
  for (const section of readdirSync(folder)) {
    const texts = readdirSync(path.join(folder, section), { recursive: true })
      .filter((name) => name.endsWith('.py'))
      .map((name) => [name.replaceAll(path.sep, '.').replace(/(__init__\.py|\.py)$/, ''), readFileSync(path.join(folder, section, name), 'utf8')])
      .sort(([a], [b]) => (a < b ? -1 : 1));
    writeFileSync(file(section), texts.map(([name, text]) => `\x1e${name}\n${text}`).join(''));
  }
}

/** Trunk leaves its own directives in the page when it injects nothing. */
function page(file) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*<link data-trunk.*\n/gm, ''));
}

/** Puts the parts of the wasm in place of what wasm-bindgen has left. */
function wasm([first, ...others]) {
  if (!release) {
    for (const file of others) writeFileSync(file, build([]));
    return;
  }
  const hints = readFileSync(path.join(www, 'branches.txt'), 'utf8');
  const parts = divided(placeless(readFileSync(first)));
  [first, ...others].forEach((file, part) => {
    const made = PARTS[part].own ? inlinable(hinted(optimised(parts[part], ['-g']), hints)) : optimised(parts[part]);
    writeFileSync(file, made);
    console.log(`wasm: ${path.basename(file)}, ${made.length} bytes`);
  });
}

/** Last, when all other files are as they will be served. */
function serviceWorker(file) {
  // While sources change nothing is kept, and what was kept goes.
  if (!release) {
    writeFileSync(file, "addEventListener('install', () => skipWaiting());\naddEventListener('activate', () => registration.unregister());\n");
    return;
  }
  const needless = /(^|\/)(package\.json|service-worker\.js|[^/]*\.(ts|py))$/;
  const names = readdirSync(staging, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(staging, path.join(entry.parentPath ?? entry.path, entry.name)).split(path.sep).join('/'))
    .filter((name) => !needless.test(name))
    .sort();
  const hash = createHash('sha256');
  for (const name of names) hash.update(name).update(readFileSync(path.join(staging, name)));
  const define = { VERSION: JSON.stringify(hash.digest('hex').slice(0, 16)), FILES: JSON.stringify(names.map((name) => (name === 'index.html' ? './' : `./${name}`))) };
  esbuild.buildSync({ ...shared, entryPoints: [path.join(www, 'service-worker.js')], outfile: file, define });
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
