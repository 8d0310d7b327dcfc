// How long the page takes to be ready in a browser with empty caches: median of N starts. usage: node ready.mjs [N]
import { start } from './browser.mjs';

const runs = Number(process.argv[2] ?? 5);
const times = [];
for (let run = 0; run < runs; run += 1) {
  const chrome = await start();
  const page = await chrome.open('', {
    before: (opened) =>
      opened.addInitScript(() => {
        const seen = new MutationObserver(() => {
          if (document.documentElement?.hasAttribute('data-ready')) window.readyAt ??= performance.now();
        });
        seen.observe(document, { attributes: true, subtree: true });
      }),
  });
  times.push(await page.evaluate(() => window.readyAt));
  await chrome.close();
}
times.sort((a, b) => a - b);
console.log(`ready after ${times[runs >> 1].toFixed(0)} ms (median of ${runs}: ${times.map((time) => time.toFixed(0)).join(' ')})`);
