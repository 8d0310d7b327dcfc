// Frames and memory in a run of 10,000 tasks and about 1,000,000 events: opening, playing, scrubbing, zooming, scrolling
// through the unfolded lanes, another run in its place. usage: node scale.mjs [SECONDS a part] [PART]
import { readFileSync } from 'node:fs';
import { handle, start } from './browser.mjs';

const seconds = Number(process.argv[2] ?? 3);
const only = process.argv[3];
const PROGRAM = `import asyncio

async def work(number, places):
    for turn in range(6):
        async with places:
            await asyncio.sleep(0.01 * (number % 7 + 1))
        await asyncio.sleep(0)

async def main():
    places = asyncio.Semaphore(500)
    await asyncio.gather(*[work(number, places) for number in range(10_000)])

asyncio.run(main())
`;

const chrome = await start();
const page = await chrome.open('', {
  before: (fresh) =>
    fresh.addInitScript(() => {
      // Every memory of an instance, to ask for its size.
      window.memories = new Set();
      const note = (made) => {
        const { memory } = (made.instance ?? made).exports;
        if (memory) window.memories.add(memory);
        return made;
      };
      for (const name of ['instantiate', 'instantiateStreaming']) {
        const own = WebAssembly[name];
        WebAssembly[name] = (...given) => own.apply(WebAssembly, given).then(note);
      }
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (own, given) => note(new own(...given)) });
    }),
});
const client = await page.context().newCDPSession(page);
const heap = async () => {
  const { jsHeapSizeUsed } = Object.fromEntries((await client.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name.replace('JSHeapUsedSize', 'jsHeapSizeUsed'), value]));
  return jsHeapSizeUsed / 2 ** 20;
};
await client.send('Performance.enable');
await memory('with the first lesson');

/** Notes the time between frames while something is done, and the processor's time of the main thread's tasks. */
async function frames(name, act) {
  if (only && !name.includes(only)) return void (await act());
  const traced = [];
  const collect = ({ value }) => traced.push(...value);
  client.on('Tracing.dataCollected', collect);
  await client.send('Tracing.start', { traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8', 'cc'] } });
  await page.evaluate(() => {
    const times = (window.frameTimes = []);
    const note = (at) => {
      times.push(at);
      window.frameRequest = requestAnimationFrame(note);
    };
    window.frameRequest = requestAnimationFrame(note);
  });
  await act();
  const times = await page.evaluate(() => {
    cancelAnimationFrame(window.frameRequest);
    return window.frameTimes;
  });
  const over = new Promise((resolve) => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await over;
  client.off('Tracing.dataCollected', collect);
  const gaps = times.slice(1).map((at, index) => at - times[index]).sort((a, b) => a - b);
  const at = (part) => gaps[Math.min(gaps.length - 1, Math.floor(gaps.length * part))]?.toFixed(1);
  console.log(`${name}: ${gaps.length} frames, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, at worst ${gaps.at(-1)?.toFixed(1)} ms`);
  console.log(`  ${work(traced)}`);
}

/** The main thread's longer tasks by the processor's time they took, and what took it. */
function work(traced) {
  const threads = new Set(traced.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
  const mine = traced.filter(({ pid, tid, tdur }) => tdur && threads.has(`${pid} ${tid}`));
  const tasks = mine.filter(({ name, tdur }) => name === 'ThreadControllerImpl::RunTask' && tdur > 1000).sort((a, b) => a.tdur - b.tdur);
  const at = (part) => ((tasks[Math.min(tasks.length - 1, Math.floor(tasks.length * part))]?.tdur ?? 0) / 1000).toFixed(1);
  // What the slowest twentieth does.
  const slow = tasks.slice(Math.floor(tasks.length * 0.95));
  const sums = {};
  for (const { name, pid, tid, ts, tdur } of mine) {
    if (/RunTask/.test(name) || !slow.some((one) => one.pid === pid && one.tid === tid && one.ts <= ts && ts < one.ts + one.dur)) continue;
    sums[name] = (sums[name] ?? 0) + tdur / 1000;
  }
  const most = Object.entries(sums).sort(([, a], [, b]) => b - a).slice(0, 12);
  return `tasks over 1 ms: ${tasks.length}, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, at worst ${at(1)} ms; in the slowest ${slow.length}: ${most.map(([name, ms]) => `${name} ${(ms / slow.length).toFixed(1)}`).join(', ')}`;
}

const until = () => Date.now() + seconds * 1000;
let ran;
await frames('computing', async () => {
  ran = await page.evaluate(async (source) => {
    window.loopscope.setCode(source);
    const began = performance.now();
    const result = await window.loopscope.run();
    const ended = performance.now();
    window.loopscope.pause();
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return { ...result, stdout: '', computed: ended - began, drawn: performance.now() - ended };
  }, PROGRAM);
});
console.log(`${ran.steps} steps, ${ran.reason}: computed in ${ran.computed.toFixed(0)} ms, drawn ${ran.drawn.toFixed(0)} ms after`);

await memory('once it is computed');
await page.evaluate(() => window.loopscope.seek(20_000));
for (const speed of ['1', '10']) {
  await page.selectOption(handle('speed'), speed);
  await frames(`playing at ${speed}×`, async () => {
    await page.click(handle('play'));
    await page.waitForTimeout(seconds * 1000);
    await page.click(handle('play'));
  });
}
await frames('scrubbing', () => drag(handle('scrubber')));
await frames('dragging the playhead', () => drag('.timeline .grid', 0.3));
await frames('zooming', async () => {
  const box = await page.locator('.timeline .canvas').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 60);
  await page.keyboard.down('Control');
  for (let turn = 0, end = until(); Date.now() < end; turn += 1) {
    await page.mouse.wheel(0, turn % 24 < 12 ? -100 : 100);
    await page.waitForTimeout(16);
  }
  await page.keyboard.up('Control');
});
await page.locator(`${handle('lane-group')} button.name`).first().click();
await page.waitForSelector(`${handle('lane')} >> nth=3`);
const lanes = page.locator('.timeline > .scroll');
const scrolled = () => lanes.evaluate((element) => element.scrollTop);
await frames('scrolling through the lanes', async () => {
  await lanes.evaluate((element) => (element.scrollTop = 0));
  await lanes.hover();
  for (let turn = 0, end = until(); Date.now() < end; turn += 1) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
  if (!(await scrolled())) throw new Error('the lanes have not scrolled');
});
await frames('scrubbing with the lanes unfolded', () => drag(handle('scrubber')));
await frames('stepping', async () => {
  await page.locator(handle('step')).focus();
  for (const end = until(); Date.now() < end; ) await page.keyboard.press('ArrowRight');
});
await memory('at the end');
await frames('letting go of it', async () => {
  await page.evaluate(() => (window.loopscope.setCode('print("another")\n'), window.loopscope.run()));
  await page.waitForTimeout(seconds * 1000);
});
await chrome.close();
for (const fault of page.faults) console.error(fault);

/** What the page's process holds. */
async function memory(when) {
  const all = await (await chrome.browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const wasm = await page.evaluate(() => [...window.memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0) / 2 ** 20);
  const resident = all.processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1024);
  console.log(`memory ${when}: the page's process ${Math.max(...resident).toFixed(0)} MB, of which the wasm's memory ${wasm.toFixed(0)} MB and JavaScript's heap ${(await heap()).toFixed(0)} MB; ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`);
}

async function drag(selector, part = 0.9) {
  const box = await page.locator(selector).first().boundingBox();
  const y = box.y + box.height / 2;
  const x = (at) => box.x + 4 + (box.width - 8) * at;
  await page.mouse.move(x(0.05), y);
  await page.mouse.down();
  for (let turn = 0, end = until(); Date.now() < end; turn += 1) {
    await page.mouse.move(x(0.05 + part * Math.abs(((turn / 60) % 2) - 1)), y);
    await page.waitForTimeout(14);
  }
  await page.mouse.up();
}
