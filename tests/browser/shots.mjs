// Screenshots of the page for the eye: node shots.mjs FOLDER [FLOW…]. Sizes × languages × themes × flows; VARIANTS, a
// regular expression, chooses among them by name: VARIANTS='desk-en-light'.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { handle, start } from './browser.mjs';

const [folder = 'shots', ...only] = process.argv.slice(2);
const variants = process.env.VARIANTS && new RegExp(process.env.VARIANTS);
const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 }, embed: { width: 820, height: 900 } };
const LOCALES = { en: 'en-US', zh: 'zh-CN' };
const THEMES = ['light', 'dark'];

// The twelve moments that must speak for themselves, and where each stands; then the states that are not a run.
const HEAD = 'import asyncio\n\n';
const main = (body) => `async def main():\n${body.trimEnd().replace(/^(?=.)/gm, '    ')}\n\nasyncio.run(main())\n`;
const MOMENTS = {
  gather: [`${HEAD}async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print("done", drink)
    return drink

${main('drinks = await asyncio.gather(\n    brew("coffee", 1.25), brew("tea", 2.5)\n)\nprint(drinks)')}`, '1.25s'],
  as_completed: [`${HEAD}async def fetch(page, seconds):
    await asyncio.sleep(seconds)
    return page

${main('pages = [fetch("A", 3), fetch("B", 1), fetch("C", 2)]\nfor first in asyncio.as_completed(pages):\n    print("got", await first)')}`, 'out:2'],
  timeout: [`${HEAD}async def slow():
    print("asking the server")
    await asyncio.sleep(10)
    return "answer"

${main('try:\n    async with asyncio.timeout(2):\n        print(await slow())\nexcept TimeoutError:\n    print("too slow")')}`, '2s'],
  full_queue: [`${HEAD}async def producer(queue):
    for n in range(4):
        await queue.put(n)
        print("put", n)

async def consumer(queue):
    while True:
        n = await queue.get()
        await asyncio.sleep(1)
        print("ate", n)
        queue.task_done()

${main('queue = asyncio.Queue(maxsize=2)\neater = asyncio.create_task(consumer(queue))\nawait producer(queue)\nawait queue.join()\neater.cancel()')}`, 'L5#4'],
  lock: [`${HEAD}async def pay(name, till):
    async with till:
        print(name, "pays")
        await asyncio.sleep(1)
    print(name, "leaves")

${main('till = asyncio.Lock()\nawait asyncio.gather(pay("Ann", till), pay("Ben", till), pay("Cleo", till))')}`, 'L4#4'],
  taskgroup: [`${HEAD}async def load(name, seconds):
    await asyncio.sleep(seconds)
    if name == "prices":
        raise ValueError("no prices")
    print("loaded", name)

${main('try:\n    async with asyncio.TaskGroup() as group:\n        for name, seconds in [("users", 1), ("prices", 2), ("orders", 3)]:\n            group.create_task(load(name, seconds))\nexcept* ValueError as errors:\n    print("failed:", errors.exceptions)')}`, 'L6'],
  deadlock: [`${HEAD}async def move(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("moved")

${main('left, right = asyncio.Lock(), asyncio.Lock()\nawait asyncio.gather(move(left, right), move(right, left))')}`, 'end'],
  blocked: [`${HEAD}import time

async def tick():
    for n in range(3):
        print("tick", n)
        await asyncio.sleep(1)

async def report():
    await asyncio.sleep(0.5)
    time.sleep(2)
    print("report written")

${main('await asyncio.gather(tick(), report())')}`.replace('import asyncio\n\nimport time', 'import asyncio\nimport time'), 'L11'],
  never_awaited: [`${HEAD}async def save(text):
    await asyncio.sleep(1)
    print("saved", text)

${main('save("draft")\nprint("done")')}`, 'end'],
  thread_pool: [`${HEAD}import time
from concurrent.futures import ThreadPoolExecutor

def thumbnail(name):
    time.sleep(1)
    return name + ".png"

${main('loop = asyncio.get_running_loop()\nwith ThreadPoolExecutor(max_workers=2) as pool:\n    jobs = [loop.run_in_executor(pool, thumbnail, name) for name in "abc"]\n    for job in jobs:\n        print(await job)')}`.replace('import asyncio\n\nimport time', 'import asyncio\nimport time'), 'L6#3'],
  cancelled_chain: [`${HEAD}async def read():
    try:
        await asyncio.sleep(10)
    finally:
        print("closing the file")

async def load():
    return await read()

${main('task = asyncio.create_task(load())\nawait asyncio.sleep(1)\ntask.cancel()\ntry:\n    await task\nexcept asyncio.CancelledError:\n    print("cancelled")')}`, 'out:1'],
  thousand: [`${HEAD}async def visit(page, places):
    async with places:
        await asyncio.sleep(1)
    if page % 100 == 0:
        print("seen", page)

${main('places = asyncio.Semaphore(10)\nawait asyncio.gather(*[visit(page, places) for page in range(1000)])')}`, '40s'],
};
const BROKEN = 'import asyncio\n\nasync def main(:\n    await asyncio.sleep(1)\n';

// What the reader has done when the picture is taken.
const FLOWS = {
  async first() {},
  ...Object.fromEntries(Object.entries(MOMENTS).map(([name, [code, place]]) => [name, async (page) => {
    await runCode(page, code);
    await page.evaluate((where) => window.loopscope.seek(where), place);
  }])),
  broken: (page) => runCode(page, BROKEN),
  unsupported: (page) => runCode(page, 'import asyncio\nimport curses\n\ncurses.initscr()\n'),
  nothing: (page) => runCode(page, ''),
  failed: async (page) => {
    await runCode(page, 'def half(n):\n    return n / 0\n\nprint("begin")\nhalf(4)\n');
    await page.click(handle('to-end'));
  },
  limit: (page) => runCode(page, 'while True: print("x" * 1000)\n'),
  async computing(page) {
    await page.evaluate(() => {
      window.loopscope.setCode('n = 0\nwhile True:\n    n += 1\n');
      window.loopscope.run();
    });
    await page.waitForTimeout(1_500);
  },
  async asking(page) {
    await page.evaluate(() => {
      window.loopscope.setCode('name = input("Who is there? ")\nprint("Hello", name)\n');
      window.loopscope.run();
    });
    await page.waitForSelector(handle('input'));
  },
};

async function runCode(page, code) {
  await page.evaluate((text) => {
    window.loopscope.setCode(text);
    return window.loopscope.run();
  }, code);
}

mkdirSync(folder, { recursive: true });
const chrome = await start({ pages: {} });
let faults = 0;
const kinds = Object.entries(SIZES).flatMap(([size, viewport]) => Object.keys(LOCALES).flatMap((lang) => THEMES.map((colorScheme) => ({ size, viewport, lang, colorScheme }))));
for (const [flow, act] of Object.entries(FLOWS).filter(([name]) => !only.length || only.includes(name))) {
  for (const { size, viewport, lang, colorScheme } of kinds) {
    const name = `${flow}-${size}-${lang}-${colorScheme}`;
    if (variants && !variants.test(name)) continue;
    const page = await open(flow, size, { viewport, locale: LOCALES[lang], colorScheme });
    try {
      if (size !== 'embed') await act(page);
      await page.waitForTimeout(400);
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    } catch (error) {
      page.faults.push(error.message);
    }
    for (const fault of page.faults) console.error(`${name}: ${fault}`);
    faults += page.faults.length;
    await chrome.rest();
  }
}
await chrome.close();
console.log(`screenshots in ${folder}/`);
process.exitCode = faults ? 1 : 0;

/** The page, or a page of somebody else's in which the moment is embedded. */
async function open(flow, size, context) {
  if (size !== 'embed') return chrome.open('', { context });
  const [code, place] = MOMENTS[flow] ?? ['', '0'];
  chrome.site.pages['blog.html'] = `<!doctype html><html lang="${context.locale}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>A blog</title><link rel="icon" href="./icon.svg"><script type="module" src="./loopscope-embed.js"></script></head><body><main><h1>A blog</h1><loop-scope view="code,timeline,loop,objects,console,narration" step="${place}"><pre><code>${code.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code></pre></loop-scope></main></body></html>`;
  const page = await chrome.open('blog.html', { ready: false, context });
  await page.waitForFunction(() => document.querySelector('loop-scope')?.shadowRoot?.querySelector('.frame > *'));
  await page.evaluate(() => document.querySelector('loop-scope').run());
  return page;
}
