// How long a seek takes, to the frame that shows it, in a run of about 1,000,000 events. usage: node seek.mjs [SEEKS]
import { start } from './browser.mjs';

const seeks = Number(process.argv[2] ?? 50);
const PROGRAM = `import asyncio

async def spin(n):
    for _ in range(n):
        await asyncio.sleep(0)

async def main():
    await asyncio.gather(*[spin(19_000) for _ in range(10)])

asyncio.run(main())
`;

const chrome = await start();
const page = await chrome.open('', { context: { reducedMotion: 'reduce' } });
const { ran, steps } = await page.evaluate(async (source) => {
  window.loopscope.setCode(source);
  const began = performance.now();
  const result = await window.loopscope.run();
  window.loopscope.pause();
  return { ran: performance.now() - began, steps: result.steps };
}, PROGRAM);
const { events } = JSON.parse((await page.evaluate(async () => (await window.loopscope.getTrace()).slice(0, 200))).split('\n')[0]);
const times = await page.evaluate(
  async ({ seeks, steps }) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    await frame();
    const times = [];
    for (let seek = 1; seek <= seeks; seek += 1) {
      const began = performance.now();
      window.loopscope.seek(Math.trunc((seek * 0.618034 % 1) * steps));
      const called = performance.now();
      await frame();
      times.push([called - began, performance.now() - began]);
    }
    return times;
  },
  { seeks, steps },
);
await chrome.close();
const summary = (at) => {
  const sorted = times.map((pair) => pair[at]).sort((a, b) => a - b);
  return `median ${sorted[sorted.length >> 1].toFixed(1)} ms, at worst ${sorted.at(-1).toFixed(1)} ms`;
};
console.log(`a run of ${events} events, ${steps} steps, recorded and indexed in ${ran.toFixed(0)} ms`);
console.log(`seek: the call ${summary(0)}; with its frame ${summary(1)} (${seeks} seeks)`);
