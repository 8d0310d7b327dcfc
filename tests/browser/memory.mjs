// How much the wasm's memory grows by 10,000 tasks that wait for one event: while they wait, and with their end.
// usage: node memory.mjs [recorded SECONDS]
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = `import asyncio

async def waiter(event):
    await event.wait()

async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event)) for _ in range(10_000)]
    await asyncio.sleep(1)
    event.set()
    await asyncio.gather(*tasks)

asyncio.run(main())
`;
const FIRST = 'import asyncio\nasync def main():\n    await asyncio.sleep(1)\nasyncio.run(main())\n';

const [recorded, seconds] = process.argv.slice(2);
if (recorded === undefined) {
  // A process each: the memory never shrinks.
  for (const trace of [false, true]) {
    const [waiting, whole] = [0.5, 2].map((limit) => execFileSync(process.execPath, [fileURLToPath(import.meta.url), trace, limit], { encoding: 'utf8' }));
    console.log(`10,000 waiting tasks${trace ? ', recorded' : ''}: ${waiting} MB (${whole} MB with their end)`);
  }
} else {
  let memory;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...args) => {
    const made = await instantiate.apply(WebAssembly, args);
    memory ??= (made.instance ?? made).exports.memory;
    return made;
  };
  const { run } = await import('../../dist/loopscope.js');
  const options = { trace: recorded === 'true' };
  await run(FIRST, options);
  const before = memory.buffer.byteLength;
  const { reason } = await run(PROGRAM, { ...options, limit: Number(seconds) });
  if (reason !== (seconds < 1 ? 'time-limit' : 'finished')) throw new Error(`the program ended otherwise: ${reason}`);
  process.stdout.write(((memory.buffer.byteLength - before) / (1 << 20)).toFixed(1));
}
