// The lessons: pages that read well without any script, run, are predicted and practised; the progress that is kept;
// the page's list of them; the site offline.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { DIST, accessible, handle, start } from './browser.mjs';

const SOURCES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../www/lessons');
const LIST = JSON.parse(readFileSync(path.join(SOURCES, 'index.json'), 'utf8'));
const ALL = LIST.flatMap(({ lessons }) => lessons);
const ENDINGS = { en: '.html', zh: '.zh.html' };
const source = (name, file) => readFileSync(path.join(SOURCES, name, file), 'utf8');

let chrome;
before(async () => (chrome = await start({ pages: {} })));
afterEach(() => chrome.rest());
after(() => chrome.close());

const open = async (place, context = {}, before = undefined) => {
  const page = await chrome.open(place, { ready: false, before, context: { reducedMotion: 'reduce', locale: 'en-US', ...context } });
  page.setDefaultTimeout(10_000);
  return page;
};
/** Runs a program in the exercise, as a reader who has typed it. */
const solve = (page, code) =>
  page.evaluate(async (text) => {
    await customElements.whenDefined('loop-scope');
    document.getElementById('exercise').setCode(text);
    document.querySelector('[data-testid="check"]').click();
  }, code);
const verdict = (page) => page.waitForFunction(() => document.querySelector('.verdict')?.textContent).then((text) => text.jsonValue());

test('each lesson is a page in each language that reads without JavaScript', async () => {
  const page = await open('lessons/index.html', { javaScriptEnabled: false });
  const titles = new Set();
  for (const [lang, ending] of Object.entries(ENDINGS)) {
    await page.goto(`${chrome.site.url}lessons/index${ending}`);
    assert.equal(await page.locator('main li a').count(), ALL.length);
    for (const { name } of ALL) {
      await page.goto(`${chrome.site.url}lessons/${name}${ending}`);
      const seen = await page.evaluate(() => {
        const text = (selector) => document.querySelector(selector)?.textContent;
        const attribute = (selector, name) => document.querySelector(selector)?.getAttribute(name);
        return {
          lang: document.documentElement.lang,
          heads: document.querySelectorAll('h1').length,
          title: document.title,
          description: attribute('meta[name="description"]', 'content'),
          program: text('#program pre'),
          output: text('#output pre'),
          wanted: text('#wanted'),
          exercise: text('#exercise pre'),
          alternate: attribute('link[rel="alternate"]', 'hreflang'),
        };
      });
      assert.equal(seen.lang, lang === 'zh' ? 'zh-Hans' : 'en');
      assert.equal(seen.heads, 1);
      titles.add(seen.title);
      assert.ok(seen.description.length > 20, name);
      assert.equal(seen.program, source(name, 'program.py').trimEnd());
      assert.ok(seen.output.startsWith(source(name, 'output.txt')));
      assert.equal(seen.wanted, source(name, 'expected.txt'));
      assert.equal(seen.exercise, source(name, 'starter.py').trimEnd());
      assert.equal(seen.alternate, lang === 'zh' ? 'en' : 'zh-Hans');
    }
  }
  assert.equal(titles.size, ALL.length * 2, 'each page has a title of its own');
  // Leaving a page before its icon is there is no fault.
  assert.deepEqual(page.faults.filter((fault) => !/icon\.svg net::ERR_ABORTED/.test(fault)), []);
});

for (const [index, { name, step, from = 1, to = Infinity, predict = true }] of ALL.entries()) {
  // The program and its run are the same in both; the pages around them take turns.
  const lang = index % 2 ? 'zh' : 'en';
  test(`the lesson ${name} runs: prediction, its place, the exercise and its check (${lang})`, async () => {
    const page = await open(`lessons/${name}${ENDINGS[lang]}`);
    const program = page.locator('#program');
    const output = source(name, 'output.txt').trimEnd().split('\n');
    await program.locator(handle('run')).click();
    if (predict) {
      const asked = program.locator('.guess li code');
      await asked.first().waitFor();
      const lines = await asked.allTextContents();
      assert.deepEqual(lines.map((line) => line.replace('\u200b', '')).sort(), output.slice(from - 1, to).sort());
      assert.equal(await page.locator('#output').count(), 0, 'what is asked for stands nowhere');
      await program.locator('[data-testid="predict-show"]').click();
    }
    await program.locator(handle('console')).waitFor();
    await program.locator(`${handle('line')}[data-stream="stdout"]`).nth(output.length - 1).waitFor({ state: 'attached' });
    const printed = await program.locator(`${handle('line')}[data-stream="stdout"]`).allTextContents();
    assert.equal(printed.length, output.length);
    output.forEach((line, at) => assert.ok(printed[at].includes(line.trim()), `${printed[at]} | ${line}`));
    assert.ok(step, 'a lesson opens at a place');
    await page.locator('#output').waitFor({ state: 'attached' });

    await page.click('[data-testid="check"]');
    const starter = await verdict(page);
    assert.ok(!(await page.locator('.verdict').evaluate((one) => one.classList.contains('right'))), starter);
    await solve(page, source(name, 'solution.py'));
    await page.waitForSelector('.verdict.right');
    const { lessons } = await page.evaluate(() => JSON.parse(localStorage.getItem('loopscope-progress')));
    assert.equal(lessons[name].solved, true);
    page.clean();
  });
}

test('a prediction that is right is noted', async () => {
  const page = await open('lessons/gather.html');
  const program = page.locator('#program');
  await program.locator(handle('run')).click();
  await program.locator('.guess li').first().waitFor();
  await page.evaluate((lines) => {
    const list = document.getElementById('program').shadowRoot.querySelector('.guess');
    for (const line of lines) list.append([...list.children].find((one) => one.line === line));
  }, source('gather', 'output.txt').trimEnd().split('\n'));
  await program.locator('[data-testid="predict-check"]').click();
  await page.waitForFunction(() => JSON.parse(localStorage.getItem('loopscope-progress'))?.lessons.gather.predicted);
  assert.equal(await page.locator('#output').count(), 1);
  page.clean();
});

test('the check names the first wrong line, a missing one, one too many, and an error', async () => {
  const page = await open('lessons/gather.html');
  for (const [code, said] of [
    ['print("done water")\nprint("<b>done</b> tea")', 'Line 2 of the output should be “done juice”, and is “<b>done</b> tea”.'],
    ['print("done water")', 'Line 2 of the output is missing: “done juice”.'],
    [`${source('gather', 'solution.py')}print("more")`, 'There is a line more than asked for, line 6: “more”.'],
    [`${source('gather', 'solution.py')}1 / 0`, 'The program has ended with an error; the output shows which.'],
  ]) {
    await page.evaluate(() => (document.querySelector('.verdict').textContent = ''));
    await solve(page, code);
    assert.equal(await verdict(page), said);
  }
  assert.equal(await page.locator('.verdict b').count(), 0);
});

test('on a phone the check shows the output, all of it', async () => {
  const page = await open('lessons/gather.html', { viewport: { width: 390, height: 844 } });
  await solve(page, source('gather', 'solution.py'));
  await page.waitForSelector('.verdict.right');
  const exercise = page.locator('#exercise');
  await exercise.locator('[role="tab"][data-value="output"][aria-selected="true"]').waitFor();
  assert.ok(await exercise.locator(handle('console')).isVisible());
  assert.equal(await exercise.locator(`${handle('line')}[data-future]`).count(), 0);
  page.clean();
});

test('what the reader has typed is there again, and «Start again» brings the beginning back', async () => {
  const page = await open('lessons/await.html');
  await solve(page, 'print("mine")\n');
  await verdict(page);
  await page.reload();
  await page.waitForFunction(() => document.getElementById('exercise').code === 'print("mine")\n');
  await page.getByRole('button', { name: 'Start again' }).click();
  assert.equal(await page.evaluate(() => document.getElementById('exercise').code), source('await', 'starter.py').trimEnd());
  await page.reload();
  await page.waitForSelector('[data-testid="check"]');
  assert.equal(await page.evaluate(() => document.getElementById('exercise').code), source('await', 'starter.py').trimEnd());
});

test('the progress is listed, taken along as a file, and a file of anything else changes nothing', async () => {
  const page = await open('lessons/await.html', { acceptDownloads: true });
  await solve(page, source('await', 'solution.py'));
  await page.waitForSelector('.verdict.right');
  await page.goto(`${chrome.site.url}lessons/index.html`);
  assert.match(await page.locator('#progress').textContent(), new RegExp(`1 of ${ALL.length} exercises solved`));
  assert.match(await page.locator('li[data-lesson="await"]').textContent(), /✓ solved/);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('[data-testid="save-progress"]')]);
  assert.equal(download.suggestedFilename(), 'loopscope-progress.json');
  const saved = await readFile(await download.path(), 'utf8');

  const fresh = await open('lessons/index.zh.html');
  const load = (text) => fresh.setInputFiles('input[type="file"]', { name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const said = fresh.locator('#progress [role="status"]');
  const count = async () => (await fresh.locator('#progress > p').first().textContent()).match(/\d+/)[0];
  for (const bad of ['', 'null', '[]', '{"lessons":{}}', '{"loopscope":"progress","version":1,"lessons":[1]}<script>', '{"loopscope":"progress","version":2,"lessons":{}}']) {
    await load(bad);
    await said.filter({ hasText: /什么都没有改变/ }).waitFor();
    assert.equal(await count(), '0', bad);
  }
  // Names that are no lessons and values that are no progress are left out.
  await load(JSON.stringify({ loopscope: 'progress', version: 1, lessons: { __proto__: { solved: true }, '<img>': { solved: true }, wait: { solved: 'yes', code: 5 }, gather: { solved: true, code: '<img src=x onerror=alert(1)>', more: 1 } } }));
  await said.filter({ hasText: /已载入/ }).waitFor();
  assert.equal(await count(), '1');
  const kept = await fresh.evaluate(() => JSON.parse(localStorage.getItem('loopscope-progress')).lessons);
  assert.deepEqual(kept, { wait: {}, gather: { solved: true, code: '<img src=x onerror=alert(1)>' } });
  await load(saved);
  await said.filter({ hasText: /1 课/ }).waitFor();
  assert.equal(await count(), '2');
  await fresh.goto(`${chrome.site.url}lessons/gather.html`);
  await fresh.waitForFunction(() => document.getElementById('exercise').code.startsWith('<img'));
  assert.equal(await fresh.locator('img').count(), 0);
  fresh.clean();
});

test('a browser that keeps nothing still checks the exercise', async () => {
  const page = await open('lessons/await.html', {}, (page) => page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('denied', 'SecurityError'); } })));
  await solve(page, source('await', 'solution.py'));
  await page.waitForSelector('.verdict.right');
  page.clean();
});

test('the page’s list of lessons opens, is closed by Escape, and shows a lesson with its text', async () => {
  const page = await chrome.open('', { context: { reducedMotion: 'reduce', locale: 'zh-CN' } });
  const before = chrome.site.asked.filter((name) => /^lessons/.test(name)).length;
  await page.click(handle('lessons'));
  await page.waitForSelector('.menu .lessons [data-lesson]');
  assert.equal(await page.locator(handle('lessons')).getAttribute('aria-expanded'), 'true');
  assert.equal(await page.locator('.lessons [data-lesson]').count(), ALL.length);
  assert.equal(await page.locator('[data-lesson="producer_consumer"]').getAttribute('aria-current'), 'true');
  await page.keyboard.press('Escape');
  await page.locator('.lessons').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'lessons');
  await page.evaluate(() => document.activeElement.blur());
  await page.evaluate((button) => document.querySelector(button).click(), handle('lessons'));
  await page.locator('[data-lesson="retry"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.lessons').waitFor({ state: 'detached' });
  await page.click(handle('lessons'));
  await page.click('[data-lesson="retry"]');
  await page.waitForFunction(() => document.querySelector('.note h2')?.textContent.includes('再试一次'));
  await page.locator('.lessons').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.note a').getAttribute('href'), 'lessons/retry.zh.html');
  await page.waitForFunction((count) => document.querySelectorAll('[data-testid="line"]').length === count, source('retry', 'output.txt').trimEnd().split('\n').length);
  const asked = chrome.site.asked.filter((name) => /^lessons/.test(name)).slice(before);
  assert.deepEqual(asked.filter((name) => name.startsWith('lessons/')), ['lessons/index.json', 'lessons/index.json', 'lessons/index.json', 'lessons/retry.json'], 'only what is opened is fetched');
  page.clean();
});

test('a program pasted over a lesson’s is not said to be that lesson; the lesson’s own, changed, is', async () => {
  const page = await chrome.open('', { context: { reducedMotion: 'reduce', locale: 'en-US' } });
  const paste = async (code) => {
    await page.click('.cm-content');
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(code);
  };
  await page.waitForSelector('.note h2');
  await page.locator('.editor li').first().click();
  await paste('import asyncio\n\nasync def main():\n    print("mine")\n\nasyncio.run(main())\n');
  await page.locator('.note').waitFor({ state: 'detached' });
  assert.equal(await page.evaluate(() => document.querySelector('.editor .host').shadowRoot.activeElement !== null), true, 'the editor keeps the focus');
  await page.click(handle('lessons'));
  await page.waitForSelector('.menu .lessons [data-lesson]');
  assert.equal(await page.locator('[aria-current="true"]').count(), 0);
  await page.keyboard.press('Escape');
  await paste(source('producer_consumer', 'program.py').replace('0.25', '0.75'));
  await page.waitForSelector('.note h2');
  page.clean();
});

test('on a phone the end of the list can be reached and touched', async () => {
  const page = await chrome.open('', { context: { viewport: { width: 390, height: 700 }, hasTouch: true, locale: 'en-US' } });
  await page.click(handle('lessons'));
  await page.click('[data-lesson="sync_async"]', { trial: true });
  await page.locator('.lessons a').last().click();
  await page.waitForURL(/docs\/embedding\.html$/);
});

test('lessons that cannot be fetched are explained, and the page goes on', async () => {
  const page = await chrome.open('', { context: { locale: 'en-US' } });
  await page.route('**/lessons/index.json', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<script>alert(1)</script>' }));
  await page.click(handle('lessons'));
  await page.locator('.lessons output').filter({ hasText: 'The lessons could not be loaded' }).waitFor();
  await page.keyboard.press('Escape');
  await page.unroute('**/lessons/index.json');
  await page.route('**/lessons/wait.json', (route) => route.abort());
  await page.click(handle('lessons'));
  await page.click('[data-lesson="wait"]');
  await page.locator('.lessons output').filter({ hasText: 'The lessons could not be loaded' }).waitFor();
  assert.match(await page.locator('.note h2').textContent(), /Producer/);
});

test('a hostile lesson stays text', async () => {
  const bad = '<img src=x onerror="document.title=\'bad\'">';
  const page = await chrome.open('', { context: { locale: 'en-US' } });
  await page.route('**/lessons/wait.json', (route) => route.fulfill({ json: { slug: 'x"><script>document.title="bad"</script>', code: `print('${bad}')`, en: `# ${bad}\n\n${bad} \`${bad}\`\n\n## Exercise`, zh: '' } }));
  await page.click(handle('lessons'));
  await page.click('[data-lesson="wait"]');
  await page.waitForFunction(() => document.querySelector('.note h2')?.textContent.startsWith('<img'));
  assert.equal(await page.locator('img').count(), 0);
  assert.notEqual(await page.title(), 'bad');
  page.clean();
});

test('once visited, the site works offline', async () => {
  const page = await open('', { serviceWorkers: 'allow' });
  await page.waitForSelector('html[data-ready]');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector('html[data-ready]');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="line"]').length === 13);
  await page.evaluate(() => window.loopscope.setCode('import json\nprint(json.dumps([1]))'));
  const { stdout } = await page.evaluate(() => window.loopscope.run());
  assert.equal(stdout, '[1]\n', 'the library’s texts are there as well');
  await page.goto(`${chrome.site.url}lessons/gather.zh.html?from=list`);
  await solve(page, source('gather', 'solution.py'));
  await page.waitForSelector('.verdict.right');
});

for (const place of ['lessons/index', 'lessons/gather', 'docs/embedding']) {
  for (const lang of ['en', 'zh']) {
    test(`axe finds nothing in ${place}, ${lang}, light and dark`, async () => {
      const page = await open(`${place}${ENDINGS[lang]}`);
      if (place.endsWith('gather')) {
        await solve(page, source('gather', 'solution.py'));
        await page.waitForSelector('.verdict.right');
        await page.locator('#program').locator(handle('run')).click();
        await page.locator('#program .guess').waitFor();
        await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
      }
      await accessible(page, { themes: 2 });
      page.clean();
    });
  }
}
