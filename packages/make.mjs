// Makes what is published, of a built dist/: target/package/loopscope-VERSION.tgz for npm, with the engine, the element
// and their types, and loopscope-site-VERSION.tar.gz, the whole static site. usage: node packages/make.mjs
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..');
const dist = path.resolve(process.env.LOOPSCOPE_DIST || path.join(root, 'dist'));
const out = path.join(root, 'target/package-web');

// One version, the crate's; the changelog has an entry for it.
const [, version] = /^version = "(.+)"$/m.exec(readFileSync(path.join(root, 'Cargo.toml'), 'utf8'));
if (!readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8').includes(`\n## ${version} `)) throw new Error(`CHANGELOG.md has no entry for ${version}`);

rmSync(out, { recursive: true, force: true });
const folder = path.join(out, 'npm');
mkdirSync(folder, { recursive: true });
const manifest = { ...JSON.parse(readFileSync(path.join(here, 'npm/package.json'), 'utf8')), version };
writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
// All but what only the page, its lessons and its service worker need.
const PAGE = ['index.html', 'page.css', 'document.css', 'boot.js', 'supervisor.js', 'held.js', 'lessons.js', 'lessons-menu.js', 'service-worker.js', 'package.json'];
for (const entry of readdirSync(dist, { withFileTypes: true })) {
  if (entry.isFile() && !PAGE.includes(entry.name)) cpSync(path.join(dist, entry.name), path.join(folder, entry.name));
}
cpSync(path.join(here, 'npm/README.md'), path.join(folder, 'README.md'));
for (const name of ['CHANGELOG.md', 'LICENSE-MIT', 'LICENSE-APACHE']) cpSync(path.join(root, name), path.join(folder, name));
execFileSync('npm', ['pack', '--silent', '--pack-destination', out], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });

// The same files make the same archive.
const site = path.join(out, `loopscope-site-${version}.tar.gz`);
execFileSync('tar', ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', '--mtime=@0', '--transform', `s,^\\.,loopscope-${version},`, '-I', 'gzip -n', '-cf', site, '-C', dist, '.']);
for (const name of [`loopscope-${version}.tgz`, path.basename(site)]) console.log(`${(readFileSync(path.join(out, name)).length / 1024).toFixed(0).padStart(6)} KB  ${path.relative(root, path.join(out, name))}`);
