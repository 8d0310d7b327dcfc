// Uses the npm package as its users do: in node, by its types, and in a page built by Vite, opened in Chromium.
// usage: node packages/check.mjs, after packages/make.mjs
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const packed = path.join(here, '../target/package-web');
const [archive] = readdirSync(packed).filter((name) => /^loopscope-\d.*\.tgz$/.test(name));
const folder = mkdtempSync(path.join(os.tmpdir(), 'loopscope-package-'));
const run = (command, ...args) => execFileSync(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });

try {
  cpSync(path.join(here, 'vite'), folder, { recursive: true });
  run('npm', 'install', '--no-audit', '--no-fund', '--loglevel=error', path.join(packed, archive));

  writeFileSync(path.join(folder, 'node.mjs'), "import { run } from 'loopscope';\nconst { stdout, duration } = await run('import asyncio\\nasyncio.run(asyncio.sleep(10))\\nprint(1)');\nconsole.log(stdout.trim(), duration);\n");
  assert.equal(run('node', 'node.mjs').trim(), '1 10');
  console.log('ok   node');

  run(path.join(folder, 'node_modules/.bin/tsc'), '-p', folder);
  console.log('ok   types');

  run(path.join(folder, 'node_modules/.bin/vite'), 'build', '--base', './', '--logLevel', 'error');
  const server = await serve(path.join(folder, 'dist'));
  const { chromium } = await import(path.join(here, '../tests/browser/node_modules/playwright-core/index.mjs'));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => document.title !== 'Loopscope with Vite', null, { timeout: 30_000 }).catch((error) => faults.push(error.message));
    assert.deepEqual(faults, []);
    assert.equal(await page.evaluate(() => document.title), '"module"\nelement\n'.trim().replace('\n', ' '));
    console.log('ok   vite');
  } finally {
    await browser.close();
    server.close();
  }
  console.log('3 passed, 0 failed (package)');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function serve(site) {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const file = path.join(site, pathname === '/' ? 'index.html' : pathname);
    const body = await readFile(file).catch(() => null);
    response.writeHead(body ? 200 : 404, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' }).end(body ?? '');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}
