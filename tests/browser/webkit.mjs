// The page in WebKit, Safari's engine, as Debian has it for GTK: it runs programs, asks, stops, and what has been is painted
// before the playhead. `make webkit` installs the driver and a display; SHOTS names a folder for what was seen.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { DIST, GATHER, handle } from './browser.mjs';
import { serve } from './server.mjs';

const BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const running = [];
let site;
let browser;

before(async () => {
  site = await serve(DIST);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  running.forEach((one) => one.kill());
  await site?.close();
});

/** A display of its own; its name. */
async function display() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  running.push(server);
  const [number] = await Promise.race([once(server.stdio[3], 'data'), pause(10_000).then(() => [])]);
  assert.ok(number, 'Xvfb gives no display');
  return `:${String(number).trim()}`;
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** A window, by WebDriver (https://www.w3.org/TR/webdriver2/). */
async function launch() {
  const port = await freePort();
  // Its sandbox needs rights that a container does not have.
  const env = { ...process.env, DISPLAY: await display(), WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
  running.push(spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' }));
  const call = async (method, place, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${place}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 50; !(await call('GET', '/status').catch(() => null)); tries -= 1) {
    assert.ok(tries, 'WebKitWebDriver does not answer');
    await pause(100);
  }
  const alwaysMatch = { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': { binary: BROWSER, args: ['--automation'] } };
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch } });
  const at = (command, body) => call(body ? 'POST' : 'GET', `/session/${sessionId}/${command}`, body);
  await at('timeouts', { script: 60_000, pageLoad: 60_000 });
  await at('window/rect', { width: 1440, height: 900 });
  return {
    /** What a function that knows nothing of this module gives in the page, or what it promises. */
    async evaluate(act, ...args) {
      const script = `const done = arguments[arguments.length - 1]; Promise.resolve((${act}).apply(null, arguments[0])).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await at('execute/async', { script, args: [args] });
      assert.equal(error, undefined);
      return value;
    },
    async open(place = '') {
      await at('url', { url: site.url + place });
    },
    async until(what, act, ...args) {
      for (let tries = 100; !(await this.evaluate(act, ...args)); tries -= 1) {
        assert.ok(tries, `never ${what}`);
        await pause(100);
      }
    },
    /** The window's picture, as PNG in base64. */
    async shot(name) {
      await pause(500);
      const picture = await at('screenshot');
      if (process.env.SHOTS) {
        mkdirSync(process.env.SHOTS, { recursive: true });
        writeFileSync(path.join(process.env.SHOTS, `${name}.png`), Buffer.from(picture, 'base64'));
      }
      return picture;
    },
    close: () => call('DELETE', `/session/${sessionId}`),
  };
}

const ready = () => browser.until('ready', () => document.documentElement.hasAttribute('data-ready'));
const run = (code) =>
  browser.evaluate((source) => {
    window.loopscope.setCode(source);
    return window.loopscope.run();
  }, code);

/** How much of the lanes is painted before the playhead and after it, of 1. */
async function painted(name) {
  const picture = await browser.shot(name);
  return browser.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const scale = image.width / window.innerWidth;
    const playhead = document.querySelector('.playhead').getBoundingClientRect().x;
    const share = (box, from, to) => {
      const [x, y, width, height] = [from, box.top + box.height / 2 - 2, to - from, 4].map((n) => Math.round(n * scale));
      if (width <= 0) return null;
      const { data } = context.getImageData(x, y, width, height);
      let dark = 0;
      for (let n = 0; n < data.length; n += 4) dark += Math.min(data[n], data[n + 1], data[n + 2]) < 200;
      return dark / (data.length / 4);
    };
    // The first lane: the task that runs from the beginning to the end.
    const box = document.querySelector('.lane:not(.thread) .plot').getBoundingClientRect();
    return { before: share(box, box.left + 4, playhead - 4), after: share(box, playhead + 4, box.right - 4) };
  }, picture);
}

test('a program runs, and what has been is painted up to the playhead', async () => {
  await browser.open();
  await ready();
  const result = await run(GATHER);
  assert.equal(result.stdout, 'done coffee\ndone 茶\n');
  await browser.evaluate(() => window.loopscope.pause());
  for (const [place, clock, name] of [['1.25s', '1.250 s', 'half'], ['out:2', '2.500 s', 'end'], ['1.25s', '1.250 s', 'half-again']]) {
    await browser.evaluate((where) => window.loopscope.seek(where), place);
    await browser.until(`at ${clock}`, (at, wanted) => document.querySelector(at).textContent === wanted, handle('clock'), clock);
    const { before, after } = await painted(name);
    assert.ok(before > 0.15, `${name}: ${before} is painted before the playhead`);
    if (name !== 'end') assert.ok(after > 0 && after < before, `${name}: ${after} is painted after the playhead, ${before} before it`);
  }
});

test('it plays', async () => {
  const step = () => browser.evaluate((number) => parseInt(document.querySelector(number).textContent, 10), handle('step-number'));
  await browser.evaluate((start, play) => {
    document.querySelector(start).click();
    document.querySelector(play).click();
  }, handle('to-start'), handle('play'));
  const first = await step();
  await pause(1_500);
  assert.ok((await step()) > first, 'the playhead does not move');
});

test('a program asks, and gets what is typed', async () => {
  const result = browser.evaluate(async (input) => {
    window.loopscope.setCode('print("Hello", input("Who? "))\n');
    const ended = window.loopscope.run();
    while (!document.querySelector(input)) await new Promise((done) => setTimeout(done, 50));
    const field = document.querySelector(input);
    field.value = 'Grace';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form ? field.form.requestSubmit() : field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    return ended;
  }, handle('input'));
  assert.equal((await result).stdout, 'Who? Hello Grace\n');
});

test('a program that never ends is stopped', async () => {
  const result = browser.evaluate(async (stop) => {
    window.loopscope.setCode('while True:\n    pass\n');
    const ended = window.loopscope.run();
    await new Promise((done) => setTimeout(done, 1_500));
    document.querySelector(stop).click();
    return ended;
  }, handle('stop'));
  assert.equal((await result).reason, 'stopped');
});

test('a program in the page of somebody else runs', async () => {
  site.pages['blog.html'] = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A blog</title><link rel="icon" href="./icon.svg"><script type="module" src="./loopscope-embed.js"></script></head><body><h1>A blog</h1><loop-scope><pre><code>${GATHER}</code></pre></loop-scope></body></html>`;
  await browser.open('blog.html');
  await browser.until('shown', () => document.querySelector('loop-scope')?.shadowRoot?.querySelector('.frame > *'));
  const result = await browser.evaluate(() => document.querySelector('loop-scope').run());
  assert.equal(result.stdout, 'done coffee\ndone 茶\n');
  await browser.evaluate(() => document.querySelector('loop-scope').seek('1.25s'));
  await browser.shot('embed');
});
