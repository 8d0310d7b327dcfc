// loopscope.js, in node and in a page: the same results, the same traces as the terminal program.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DIST, start } from './browser.mjs';

const { run } = await import(pathToFileURL(path.join(DIST, 'loopscope.js')));
const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const BINARY = process.env.LOOPSCOPE_BINARY || path.join(ROOT, 'target/debug/loopscope');
const LESSONS = path.join(ROOT, 'www/lessons');

let chrome;
before(async () => (chrome = await start()));
afterEach(() => chrome.rest());
after(() => chrome.close());

test('a result has what the program printed, its exit code, and why it ended', async () => {
  assert.deepEqual(await run('print("你好")'), { stdout: '你好\n', stderr: '', exitCode: 0, reason: 'finished', steps: 0, duration: 0 });
});

test('an exception is the program’s affair: the promise resolves', async () => {
  const { exitCode, stderr, reason } = await run('def f():\n    return 1 / 0\n\nf()\n');
  assert.equal(exitCode, 1);
  assert.equal(reason, 'finished');
  assert.match(stderr, /^Traceback \(most recent call last\):\n {2}File "main\.py", line 4, in <module>\n/);
  assert.match(stderr, /\nZeroDivisionError: division by zero\n$/);
});

test('a program that does not compile says so in CPython’s words', async () => {
  const { exitCode, stderr, reason } = await run('x = (1,\n');
  assert.deepEqual([exitCode, reason], [1, 'syntax-error']);
  assert.match(stderr, /SyntaxError: '\(' was never closed\n$/);
});

const JSON_PROGRAM = 'import asyncio, json\nasync def main():\n    print(json.dumps({"a": [1, 2.5]}))\nasyncio.run(main())\n';

test('a module of the library written in Python is there when a program imports it', async () => {
  const { stdout, reason } = await run(JSON_PROGRAM);
  assert.deepEqual([stdout, reason], ['{"a": [1, 2.5]}\n', 'finished']);
});

test('without the library’s texts a run says what is missing; the next one tries again', async () => {
  const page = await chrome.open();
  await page.route('**/library-common.txt', (route) => route.abort());
  const attempt = () => page.evaluate(async (source) => (await import('./loopscope.js')).run(source), JSON_PROGRAM);
  const failed = await attempt();
  assert.equal(failed.reason, 'not-supported');
  assert.match(failed.stderr, /import json without library-common\.txt .*run again when it can be/);
  await page.unroute('**/library-common.txt');
  assert.equal((await attempt()).stdout, '{"a": [1, 2.5]}\n');
});

test('the sections of the library that a program wants are fetched, once each, whether its lines or its run tell of them', async () => {
  const page = await chrome.open();
  const fetched = [];
  page.on('request', (request) => fetched.push(...(/library-(\w+)\.txt/.exec(request.url())?.slice(1) ?? [])));
  const after = async (program) => {
    const { reason, stdout } = await page.evaluate(async (text) => (await import('./loopscope.js')).run(text), program);
    return [reason, stdout, fetched.toSorted().join(' ')];
  };
  assert.deepEqual(await after('print(1)\n'), ['finished', '1\n', '']);
  assert.deepEqual(await after(JSON_PROGRAM), ['finished', '{"a": [1, 2.5]}\n', 'common']);
  assert.deepEqual(await after('import json\nfrom argparse import Namespace as N\nprint(N(a=1))\n'), ['finished', 'Namespace(a=1)\n', 'common more']);
  assert.deepEqual(await after('print(__import__("platform").system())\n'), ['finished', 'Linux\n', 'common more system']);
});

test('what programs mostly import fetches no section but what it is in and rests on', async () => {
  const WANTED = {
    'asyncio, sys, time': '',
    'asyncio, collections, contextlib, dataclasses, enum, functools, logging, queue, random, threading, traceback, typing': 'common',
    'concurrent.futures, datetime, inspect, itertools, json, math, re, string': 'common',
    'os, pathlib, socket, subprocess, multiprocessing, urllib.request': 'common system',
    requests: 'common others requests system',
    aiohttp: 'aiohttp common others system',
    aiofiles: 'common others system',
  };
  for (const [modules, sections] of Object.entries(WANTED)) {
    const page = await chrome.open();
    const fetched = [];
    page.on('request', (request) => fetched.push(...(/library-(\w+)\.txt/.exec(request.url())?.slice(1) ?? [])));
    const { exitCode } = await page.evaluate(async (text) => (await import('./loopscope.js')).run(text), `import ${modules}\n`);
    assert.deepEqual([exitCode, fetched.toSorted().join(' ')], [0, sections], modules);
    await chrome.rest();
  }
});

test('what a restart has left behind is collected without an error', () => {
  // Its first run wants a part that is not there yet, so another instance takes over.
  const script = `const { run } = await import(${JSON.stringify(pathToFileURL(path.join(DIST, 'loopscope.js')))});
    console.log((await run('print(complex("1+2j") ** 2)')).stdout);
    for (let turn = 0; turn < 10; turn++) {
      gc();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }`;
  const output = execFileSync(process.execPath, ['--expose-gc', '--input-type=module', '--eval', script], { encoding: 'utf8' });
  assert.equal(output, '(-3+4j)\n\n');
});

test('characters are found by their names, which are fetched for a program that spells one', async () => {
  const source = 'print("\\N{BULLET}", f"\\N{DEGREE SIGN}")\n';
  assert.equal((await run(source)).stdout, '• °\n');
  const page = await chrome.open();
  const fetched = [];
  page.on('request', (request) => fetched.push(request.url()));
  const attempt = (program) => page.evaluate(async (text) => (await (await import('./loopscope.js')).run(text)).stdout, program);
  assert.equal(await attempt('print("plain")\n'), 'plain\n');
  assert.ok(!fetched.some((url) => url.endsWith('names.txt')));
  assert.equal(await attempt(source), '• °\n');
  assert.ok(fetched.some((url) => url.endsWith('names.txt')));
});

test('a result has its recording for as long as it is held, however many and large there are', async () => {
  const source = 'import asyncio\nprint(input())\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(0) for _ in range(12_000)))\nasyncio.run(main())\n';
  const stdin = ['one'];
  const options = { trace: true, stdin };
  const first = await run(source, options);
  const { steps, trace } = first;
  assert.ok(steps > 48_000, `${steps} steps`);
  const results = [];
  while (results.length < 12) results.push(await run(source, options));
  stdin[0] = 'another';
  for (const result of [results[0], results[5], results[11]]) {
    assert.equal(result.steps, steps);
    assert.ok(result.trace === trace);
    assert.ok(result.trace === trace);
  }
  assert.ok(results[6].trace === trace, 'the steps need not be asked for first');
});

test('the recording of a run that was ended from outside is what there was', async () => {
  const abort = new AbortController();
  const source = 'import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(0)\nasyncio.run(main())\n';
  const running = run(source, { trace: true, abort: abort.signal });
  setTimeout(() => abort.abort(), 50);
  const stopped = await running;
  assert.equal(stopped.reason, 'stopped');
  const large = 'import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(0) for _ in range(12_000)))\nasyncio.run(main())\n';
  await run(large, { trace: true });
  await run(large, { trace: true });
  assert.match(stopped.trace.trimEnd().split('\n').at(-1), /stopped/);
});

test('a wrong option is refused', async () => {
  await assert.rejects(run('', { sed: 1 }), /there is no option sed/);
  await assert.rejects(run('', { ['s'.repeat(100_000)]: 1 }), /there is no option s{59}…$/);
  await assert.rejects(run('', { limit: 'long' }), /limit is a number/);
  await assert.rejects(run('', { limit: -1 }), /limit is a number, 0 or more/);
  await assert.rejects(run(42), /source is a text/);
});

test('a run can be ended from outside, and others go on beside it', async () => {
  const abort = new AbortController();
  const endless = run('while True: pass', { abort: abort.signal });
  const short = await run('print(1)');
  abort.abort();
  assert.equal(short.stdout, '1\n');
  assert.equal((await endless).reason, 'stopped');
});

test('the module runs in a page under the strict policy', async () => {
  const page = await chrome.open();
  const result = await page.evaluate(async () => {
    const module = await import('./loopscope.js');
    return module.run('print(sum(range(10)))');
  });
  assert.equal(result.stdout, '45\n');
  page.clean();
});

for (const name of existsSync(LESSONS) ? readdirSync(LESSONS).filter((name) => existsSync(path.join(LESSONS, name, 'program.py'))) : []) {
  test(`${name} has the same trace natively and in wasm`, { skip: !existsSync(BINARY) && 'no native binary' }, async () => {
    const source = readFileSync(path.join(LESSONS, name, 'program.py'), 'utf8');
    const folder = mkdtempSync(path.join(os.tmpdir(), 'loopscope-'));
    try {
      writeFileSync(path.join(folder, 'main.py'), source);
      const printed = execFileSync(BINARY, ['run', '--trace', 'trace', 'main.py'], { cwd: folder, encoding: 'utf8' });
      const result = await run(source, { trace: true });
      assert.equal(result.stdout, printed);
      assert.ok(result.steps > 0);
      assert.equal(result.trace, readFileSync(path.join(folder, 'trace'), 'utf8'));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
