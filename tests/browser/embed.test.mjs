// <loop-scope> in a page of somebody else's: adoption, loading, attributes, methods, events, many at once, other origins.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { DIST, GATHER, accessible, handle, settled, start } from './browser.mjs';
import { POLICY, serve } from './server.mjs';


let chrome;
before(async () => (chrome = await start({ pages: {} })));
afterEach(() => chrome.rest());
after(() => chrome.close());

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const embed = (attributes = '', code = GATHER, more = '') => `<loop-scope ${attributes}><pre><code>${escape(code)}</code></pre>${more}</loop-scope>`;
const blog = (body, { head = '', lang = 'en', script = '<script type="module" src="./loopscope-embed.js"></script>' } = {}) =>
  `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>A blog</title><link rel="icon" href="./icon.svg">${head}${script}</head><body><main><h1>A blog</h1>${body}</main></body></html>`;

/** Opens a page with this body; its element is upgraded. */
async function open(body, { head, lang, script, context, javaScript = true } = {}) {
  chrome.site.pages['blog.html'] = blog(body, { head, lang, script });
  chrome.site.asked.length = 0;
  const page = await chrome.open('blog.html', { ready: false, context: { locale: 'en-US', reducedMotion: 'reduce', javaScriptEnabled: javaScript, ...context } });
  if (javaScript) await page.waitForFunction(() => document.querySelector('loop-scope')?.shadowRoot?.querySelector('.frame > *'));
  return page;
}

/** Runs the first (or nth) element to its end. */
const run = (page, index = 0) => page.evaluate((at) => document.querySelectorAll('loop-scope')[at].run(), index);
const inside = (page, name) => page.locator(`loop-scope ${handle(name)}`).first();
const shown = (page, name) => inside(page, name).textContent();
const fetched = () => chrome.site.asked.filter((name) => !['blog.html', 'icon.svg'].includes(name));

test('nothing but the loader is fetched before the click, and the height stays as it is', async () => {
  const page = await open(`${embed()}<p id="below">after</p>`);
  await page.waitForTimeout(300);
  assert.deepEqual(fetched(), ['loopscope-embed.js']);
  const place = () => page.evaluate(() => JSON.stringify([document.querySelector('loop-scope').getBoundingClientRect(), document.querySelector('#below').getBoundingClientRect()]));
  const before = await place();
  await inside(page, 'run').click();
  await inside(page, 'step-number').waitFor();
  await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelectorAll('[data-testid="line"]').length === 2);
  assert.equal(await place(), before);
  assert.match(await shown(page, 'step-number'), /^0 \/ \d+$/);
  assert.ok(!fetched().includes('editor.js'), 'CodeMirror waits until the code is focused');
  assert.equal(await page.evaluate(() => document.querySelector('loop-scope').shadowRoot.activeElement?.dataset.testid), 'play');
  page.clean();
});

test('three elements of one page share one wasm and run each its own program', async () => {
  const page = await open(embed('', 'print(1)\n') + embed('', 'print(2)\n') + embed('', 'print(3)\n'));
  const printed = await page.evaluate(async () => {
    const results = await Promise.all([...document.querySelectorAll('loop-scope')].map((one) => one.run()));
    return results.map(({ stdout }) => stdout);
  });
  assert.deepEqual(printed, ['1\n', '2\n', '3\n']);
  assert.deepEqual(fetched().filter((name) => /\.wasm(\.txt)?$/.test(name)).sort(), ['web_bg.wasm', 'web_draw.wasm.txt', 'web_rest.wasm.txt', 'web_run.wasm.txt']);
  page.clean();
});

test('without JavaScript the code stays readable text', async () => {
  const page = await open(embed(), { javaScript: false });
  assert.ok(await page.locator('pre').isVisible());
  assert.match(await page.locator('pre').innerText(), /^import asyncio\n\nasync def brew/);
});

const TWO = 'import asyncio\n\nasyncio.run(asyncio.sleep(0))\nprint(1 < 2)\n';
const SPAN = (text) => `<span class="line"><span class="kn">${escape(text)}</span></span>`;
const lines = TWO.trimEnd().split('\n');
const MARKUPS = {
  Hexo: `<figure class="highlight python"><table><tr><td class="gutter"><pre>${lines.map((_, index) => `<span class="line">${index + 1}</span><br>`).join('')}</pre></td><td class="code"><pre>${lines.map((line) => `${SPAN(line)}<br>`).join('')}</pre></td></tr></table></figure>`,
  'Chroma’s table': `<div class="highlight"><div class="chroma"><table class="lntable"><tr><td class="lntd"><pre class="chroma"><code><span class="lnt">1\n</span><span class="lnt">2\n</span></code></pre></td><td class="lntd"><pre class="chroma"><code class="language-python">${lines.map((line) => `<span class="line"><span class="cl">${escape(line)}\n</span></span>`).join('')}</code></pre></td></tr></table></div></div>`,
  'Chroma’s numbers in line': `<div class="highlight"><pre class="chroma"><code>${lines.map((line, index) => `<span class="line"><span class="ln">${index + 1}</span><span class="cl">${escape(line)}\n</span></span>`).join('')}</code></pre></div>`,
  Sphinx: `<div class="highlight-python notranslate"><div class="highlight"><pre><span></span><span class="linenos">1</span>${lines.map((line) => `<span class="kn">${escape(line)}</span>`).join('\n')}\n</pre></div></div>`,
  Rouge: `<div class="highlight"><table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n2\n3\n4\n</pre></td><td class="rouge-code"><pre>${escape(TWO)}</pre></td></tr></tbody></table></div>`,
  VitePress: `<div class="language-python"><button title="Copy Code" class="copy"></button><span class="lang">python</span><pre class="shiki"><code>${lines.map(SPAN).join('\n')}</code></pre></div>`,
  Docusaurus: `<div class="codeBlock"><pre class="prism-code language-python"><code>${lines.map((line) => `<span class="token-line"><span class="token keyword">${escape(line)}</span><br></span>`).join('')}</code></pre><div><button aria-label="Copy">Copy</button></div></div>`,
  'a block a line': `<pre><code>${lines.map((line) => `<div>${escape(line)}</div>`).join('')}</code></pre>`,
  Prompts: `<pre><code><span class="gp">&gt;&gt;&gt; </span>import asyncio\n<span class="gp">&gt;&gt;&gt;</span>\n<span class="gp">&gt;&gt;&gt; </span>asyncio.run(asyncio.sleep(0))\n<span class="gp">&gt;&gt;&gt; </span>print(1 &lt; 2)\n<span class="go">True</span>\n</code></pre>`,
  'an indented block': `<pre><code>\n${lines.map((line) => `    ${escape(line)}`).join('\n')}\n</code></pre>`,
  'no tags at all': escape(TWO),
};
for (const [name, markup] of Object.entries(MARKUPS)) {
  test(`the program is the author’s, from the markup of ${name}`, async () => {
    const page = await open(`<loop-scope>${markup}</loop-scope>`);
    const text = await page.evaluate(() => [...document.querySelector('loop-scope').shadowRoot.querySelectorAll('.row > :last-child')].map((row) => row.textContent.replace('\u200b', '')).join('\n').trimEnd());
    assert.equal(text, TWO.trimEnd());
    assert.equal((await run(page)).stdout, 'True\n');
    page.clean();
  });
}

test('data-select turns the blocks that import asyncio, and no others', async () => {
  const script = '<script type="module" src="./loopscope-embed.js" data-select="pre code.language-python" data-view="timeline,console"></script>';
  const block = (code) => `<pre><code class="language-python">${escape(code)}</code></pre>`;
  const page = await open(block(GATHER) + block('print("plain")\n') + `<pre><code class="language-js">${escape(GATHER)}</code></pre>`, { script });
  assert.equal(await page.locator('loop-scope').count(), 1);
  assert.equal(await page.getAttribute('loop-scope', 'view'), 'timeline,console');
  assert.equal((await run(page)).stdout, 'done coffee\ndone 茶\n');
  page.clean();
});

test('the methods work before the click', async () => {
  const page = await open(embed());
  const result = await page.evaluate(async () => {
    const element = document.querySelector('loop-scope');
    element.pause();
    element.setCode('import asyncio\nprint("own")\nasyncio.run(asyncio.sleep(2))\n');
    const step = await element.seek('2s');
    const trace = await element.getTrace();
    return { step, first: JSON.parse(trace.split('\n')[0]), again: await element.run() };
  });
  assert.ok(result.step > 0);
  assert.equal(typeof result.first, 'object');
  assert.equal(result.again.stdout, 'own\n');
  assert.equal(result.again.duration, 2);
  page.clean();
});

test('an element stands at its step; from and to bound what is played', async () => {
  const page = await open(embed('step="out:1"') + embed('from="1.25s" to="out:1" speed="10" autoplay'), { context: { reducedMotion: 'no-preference' } });
  await run(page);
  await settled(page);
  assert.equal(await shown(page, 'clock'), '1.250 s');
  const ended = page.evaluate(() => new Promise((resolve) => document.querySelectorAll('loop-scope')[1].addEventListener('ended', ({ detail }) => resolve(detail.step))));
  await run(page, 1);
  const step = await ended;
  const number = await page.locator('loop-scope').nth(1).locator(handle('step-number')).textContent();
  assert.equal(Number(number.split(' ')[0]), step);
  assert.ok(step < Number(number.split(' / ')[1]), 'it stopped before the end');
  page.clean();
});

test('the events bubble out of the element', async () => {
  const page = await open(embed('', 'import asyncio\nasync def f(): pass\nasync def main():\n    f()\nasyncio.run(main())\n'));
  const heard = await page.evaluate(async () => {
    const heard = [];
    for (const type of ['ready', 'step', 'finish', 'ended', 'diagnostic', 'resize']) document.addEventListener(type, ({ detail }) => heard.push([type, detail]));
    const element = document.querySelector('loop-scope');
    await element.run();
    element.seek('end');
    await new Promise((resolve) => setTimeout(resolve, 300));
    return heard;
  });
  const types = heard.map(([type]) => type);
  for (const type of ['ready', 'finish', 'step', 'diagnostic', 'resize']) assert.ok(types.includes(type), `${type} in ${types}`);
  assert.equal(types.filter((type) => type === 'finish').length, 1);
  const { line, code } = heard.find(([type]) => type === 'diagnostic')[1];
  assert.deepEqual([code, line], ['never-awaited', 4]);
});

test('wrong attributes are told in the element and on the console, and the rest works', async () => {
  const page = await open(embed('view="timelin,console" speed="fast" step="13:2" options="{seed}" height="tall" theme="dark"'));
  const notes = await page.locator('loop-scope .remark').textContent();
  for (const name of ['view="timelin,console"', 'speed="fast"', 'step="13:2"', 'options="{seed}"', 'height="tall"']) assert.ok(notes.includes(name), name);
  assert.ok(!notes.includes('theme'));
  assert.equal((await run(page)).exitCode, 0);
  page.clean();
});

test('a place that the run does not have is told of, and the nearest is taken', async () => {
  const page = await open(embed('step="L99" to="out:9"') + embed('step="out:2" from="L8#1"'));
  await run(page);
  await run(page, 1);
  const note = page.locator('loop-scope .remark');
  assert.equal(await note.count(), 1);
  assert.match(await note.textContent(), /step="L99": this run has no such place.*to="out:9"/);
  // Another program may have it.
  await page.evaluate(() => document.querySelector('loop-scope').setCode('print(1)\n'.repeat(100)));
  await run(page);
  assert.equal(await note.count(), 0);
  page.clean();
});

test('a message repeats only the beginning of what is long', async () => {
  const long = '🐍x'.repeat(50_000);
  const page = await open(embed(`step="${long}" speed="${long}"`));
  const notes = await page.locator('loop-scope .remark p').allTextContents();
  assert.equal(notes[0], `step="${'🐍x'.repeat(29)}🐍…" is not understood; it may be: 41, 1.25s, L13, L13#2, out:4, end.`);
  assert.equal(notes.length, 2);
  await run(page);
  const refused = await page.evaluate(async (text) => {
    try {
      return await document.querySelector('loop-scope').seek(text);
    } catch (error) {
      return error.message;
    }
  }, long);
  assert.equal(refused, `not a place: “${'🐍x'.repeat(29)}🐍…”; a place is written 41, 1.25s, L13, L13#2, out:4 or end`);
  page.clean();
});

test('options are of their kind, and a flag may be written by its own name', async () => {
  const page = await open(embed(`options='{"limit":"long"}'`) + embed(`options='{"interrupt":1}' controls="controls"`) + embed('height="auto"'));
  assert.match(await page.locator('loop-scope .remark').allTextContents().then(String), /^options="{"limit":"long"}" is not understood; it may be: {"limit": 60} \(seed, limit[^,]*,[^"]*\)\.$/);
  assert.equal((await run(page, 1)).exitCode, 130);
  const heights = await page.locator('loop-scope').evaluateAll((all) => all.map((one) => one.clientHeight));
  assert.equal(heights[2], heights[1]);
  page.clean();
});

test('what the author promises is compared with what is printed', async () => {
  const expected = (text) => `<pre slot="expect">${text}</pre>`;
  const page = await open(embed('', GATHER, expected('done coffee  \ndone 茶\n\n')) + embed('', GATHER, expected('done 茶\n')) + embed('expect=""'));
  const told = await page.evaluate(async () => {
    const told = [];
    document.addEventListener('diagnostic', ({ detail, target }) => told.push([[...document.querySelectorAll('loop-scope')].indexOf(target), detail.code]));
    for (const one of document.querySelectorAll('loop-scope')) await one.run();
    return told;
  });
  assert.deepEqual(told, [[1, 'unexpected-output']]);
  const note = page.locator('loop-scope [data-code="unexpected-output"]');
  assert.equal(await note.count(), 1);
  assert.match(await note.textContent(), /done 茶.*done coffee/s);
  page.clean();
});

test('src fetches the program, seed and options reach the run', async () => {
  chrome.site.pages['program.py'] = 'import random, sys\nprint(random.randrange(10**6), input(), sys.argv[1:])\n';
  const options = escape(JSON.stringify({ stdin: ['你好'], args: ['a'] })).replaceAll('"', '&quot;');
  const page = await open(`<loop-scope src="./program.py" seed="7" options="${options}"></loop-scope><loop-scope src="./program.py" options="${options}"></loop-scope>`);
  const [seven, other] = [await run(page), await run(page, 1)];
  assert.match(seven.stdout, /^\d+ 你好 \['a'\]\n$/);
  assert.notEqual(seven.stdout, other.stdout);
  page.clean();
});

test('a src that is not there is explained', async () => {
  const page = await open('<loop-scope src="./nothing.py"></loop-scope>');
  await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.remark'));
  await assert.rejects(run(page), /404/);
  assert.match(await page.locator('loop-scope .remark').textContent(), /nothing\.py could not be loaded: 404/);
  assert.ok(!page.faults.some((fault) => fault.startsWith('exception')), String(page.faults));
});

test('load="visible" waits until it is seen', async () => {
  const page = await open(`<div id="space"></div>${embed('load="visible"')}`);
  await page.evaluate(() => (document.querySelector('#space').style.height = '3000px'));
  await page.reload();
  await page.evaluate(() => (document.querySelector('#space').style.height = '3000px'));
  await settled(page);
  chrome.site.asked.length = 0;
  await page.evaluate(() => document.querySelector('loop-scope').scrollIntoView());
  await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelectorAll('[data-testid="line"]').length === 2);
});

test('only the views that are asked for are there; controls and editor can be left out', async () => {
  const page = await open(embed('view="timeline,loop" controls="off"') + embed('view="code,console" editor="none"') + embed('editor="read"'));
  for (const index of [0, 1, 2]) await run(page, index);
  const there = (index) => page.locator('loop-scope').nth(index).evaluate((one) => ['editor', 'timeline', 'loop', 'console', 'objects', 'play'].filter((name) => one.shadowRoot.querySelector(`[data-testid="${name}"]`)));
  assert.deepEqual(await there(0), ['timeline', 'loop']);
  assert.deepEqual(await there(1), ['console', 'play']);
  await page.locator('loop-scope').nth(2).locator('.listing').click();
  await settled(page);
  assert.ok(!fetched().includes('editor.js'));
  page.clean();
});

test('the code can be edited: CodeMirror comes when it is focused, and Run runs what was typed', async () => {
  const page = await open(embed('', 'print("one")\n'));
  await run(page);
  await page.locator('loop-scope .listing').click({ position: { x: 160, y: 12 } });
  await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.host')?.shadowRoot?.querySelector('.cm-content'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('print("two")');
  await inside(page, 'run').click();
  await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('[data-testid="line"]')?.textContent.includes('two'));
  page.clean();
});

test('keys move only the element that has the focus', async () => {
  const page = await open(embed() + embed());
  await run(page);
  await run(page, 1);
  await page.locator('loop-scope').nth(1).locator(handle('play')).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await settled(page);
  const numbers = await page.locator(`loop-scope ${handle('step-number')}`).allTextContents();
  assert.deepEqual(numbers.map((text) => text.split(' ')[0]), ['0', '2']);
  page.clean();
});

test('the theme follows the page, and the language the nearest lang', async () => {
  const page = await open(`<div id="box" lang="zh-CN">${embed()}</div>`, { head: '<meta name="color-scheme" content="light">' });
  assert.match(await shown(page, 'run'), /运行/);
  await run(page);
  const theme = () => page.evaluate(() => document.querySelector('loop-scope').shadowRoot.querySelector('.app').dataset.theme);
  assert.equal(await theme(), 'light');
  for (const [act, expected] of [
    [() => document.documentElement.classList.add('dark'), 'dark'],
    [() => document.documentElement.classList.remove('dark'), 'light'],
    [() => document.documentElement.setAttribute('data-theme', 'dark'), 'dark'],
    [() => document.documentElement.removeAttribute('data-theme'), 'light'],
    [() => document.querySelector('loop-scope').setAttribute('theme', 'dark'), 'dark'],
  ]) {
    await page.evaluate(act);
    await settled(page);
    assert.equal(await theme(), expected, String(act));
  }
  await page.evaluate(() => document.querySelector('loop-scope').setAttribute('lang', 'en'));
  await settled(page);
  assert.match(await shown(page, 'run'), /Run/);
  page.clean();
});

test('a page that is dark by its meta element alone has dark embeds, as long as the system is dark', async () => {
  const page = await open(embed(), { head: '<meta name="color-scheme" content="light dark">', context: { colorScheme: 'dark' } });
  await run(page);
  const theme = () => page.evaluate(() => document.querySelector('loop-scope').shadowRoot.querySelector('.app').dataset.theme);
  assert.equal(await theme(), 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await settled(page);
  assert.equal(await theme(), 'light');
  page.clean();
});

test('at 320 × 320 px there are narration, timeline and transport, and nothing is wider than the element', async () => {
  const page = await open(embed('height="320"'), { context: { viewport: { width: 336, height: 600 } } });
  await run(page);
  for (const name of ['narration', 'timeline', 'play', 'scrubber', 'clock']) assert.ok(await inside(page, name).isVisible(), name);
  const wide = await page.evaluate(() => {
    const root = document.querySelector('loop-scope').shadowRoot;
    const edge = root.querySelector('.frame').getBoundingClientRect().right;
    return [...root.querySelectorAll('button, select, input, .clock')].filter((one) => one.offsetParent && !one.closest('.scroll') && one.getBoundingClientRect().right > edge).map((one) => one.outerHTML.slice(0, 80));
  });
  assert.deepEqual(wide, []);
  await page.locator('loop-scope [role="tab"]', { hasText: 'Output' }).click();
  assert.ok(await inside(page, 'console').isVisible());
  assert.equal(await inside(page, 'timeline').isVisible(), false);
  page.clean();
});

test('six views in a low box are tabs, of which each has room; in a high one they stand below each other', async () => {
  const views = 'view="code,timeline,loop,objects,console,narration"';
  const page = await open(embed(`${views} height="480"`) + embed(`${views} height="900"`), { context: { viewport: { width: 540, height: 1500 } } });
  await run(page);
  await run(page, 1);
  const low = page.locator('loop-scope').first();
  for (const [name, part] of [['Tasks', 'timeline'], ['Code', 'editor'], ['Output', 'console'], ['Loop', 'loop']]) {
    await low.locator('[role="tab"]', { hasText: name }).click();
    const { height } = await low.locator(handle(part)).first().boundingBox();
    assert.ok(height > 120, `${part} is ${height} px high`);
  }
  const high = page.locator('loop-scope').last();
  assert.equal(await high.locator('[role="tab"]').first().isVisible(), false);
  for (const part of ['timeline', 'editor', 'console', 'loop', 'objects']) assert.ok(await high.locator(handle(part)).first().isVisible(), part);
  page.clean();
});

test('input() asks where the output is; without an output its end is reached', async () => {
  const code = 'name = input("Who? ")\nprint("Hello", name)\n';
  const page = await open(embed('', code) + embed('view="timeline"', code), { context: { viewport: { width: 380, height: 800 } } });
  const ended = page.evaluate(() => document.querySelector('loop-scope').run());
  await inside(page, 'input').fill('王');
  await inside(page, 'input').press('Enter');
  assert.equal((await ended).stdout, 'Who? Hello 王\n');
  assert.match((await run(page, 1)).stderr, /EOFError/);
  page.clean();
});

test('an element in a folded section gets its height when it is unfolded', async () => {
  const page = await open(`<details><summary>More</summary>${embed()}</details>${embed()}`, { context: { viewport: { width: 420, height: 800 } } });
  await page.click('summary');
  await settled(page);
  const heights = await page.locator('loop-scope').evaluateAll((all) => all.map((one) => one.clientHeight));
  assert.equal(heights[0], heights[1]);
  page.clean();
});

test('an element of another origin works as static hosts serve it', async () => {
  const other = await serve(DIST);
  const policy = POLICY.replace("script-src 'self'", `script-src 'self' ${new URL(other.url).origin}`).replace("connect-src 'self'", `connect-src 'self' ${new URL(other.url).origin}`);
  const mine = await serve(DIST, { policy, pages: { 'blog.html': blog(embed(), { script: `<script type="module" src="${other.url}loopscope-embed.js"></script>` }) } });
  const page = await (await chrome.browser.newContext()).newPage();
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`${mine.url}blog.html`);
  await page.waitForFunction(() => customElements.get('loop-scope'));
  assert.equal((await run(page)).stdout, 'done coffee\ndone 茶\n');
  assert.deepEqual(faults, []);
  assert.ok(!mine.asked.some((name) => /wasm|\.js$/.test(name)));
  await page.context().close();
  await mine.close();
  await other.close();
});

test('the death of the engine leaves each element its text, and one button starts all anew', async () => {
  const page = await open(embed('', 'print("first")\n') + embed('', 'print("second")\n'));
  await run(page);
  await run(page, 1);
  await page.evaluate(async () => {
    const { engineForTests } = await import('./embed.js');
    try {
      (await engineForTests()).api.provoke_panic();
    } catch {
      // what follows is what is tested
    }
  });
  const errors = page.locator(`loop-scope ${handle('error')}`);
  assert.equal(await errors.count(), 2);
  assert.match(await errors.nth(1).textContent(), /print\("second"\)/);
  await page.locator(`loop-scope ${handle('restart')}`).first().click();
  await page.waitForFunction(() => [...document.querySelectorAll('loop-scope')].every((one) => one.shadowRoot.querySelector('.app')));
  assert.equal((await run(page, 1)).stdout, 'second\n');
});

test('an element that is taken away and put back works again', async () => {
  const page = await open(embed());
  await run(page);
  await page.evaluate(() => {
    const element = document.querySelector('loop-scope');
    window.kept = element;
    element.remove();
  });
  await settled(page);
  await page.evaluate(() => document.querySelector('main').append(window.kept));
  assert.equal((await run(page)).stdout, 'done coffee\ndone 茶\n');
  page.clean();
});

test('predict hides the run until the lines are in order, and shows why a line stands elsewhere', async () => {
  const page = await open(embed('predict seed="3"') + embed('predict', 'print("one")\n'));
  await run(page);
  const quiz = page.locator(`loop-scope ${handle('predict')}`).first();
  assert.equal(await quiz.locator('li').count(), 2);
  assert.deepEqual(await page.evaluate(() => ['console', 'timeline', 'scrubber', 'diagnostics'].filter((name) => document.querySelector('loop-scope').shadowRoot.querySelector(`[data-testid="${name}"]`))), []);
  const order = () => quiz.locator('li code').allTextContents();
  assert.deepEqual(await order(), ['done 茶', 'done coffee'], 'never right already');
  await accessible(page);
  await quiz.locator(handle('predict-check')).click();
  assert.match(await quiz.locator('.verdict').textContent(), /first line is not right/);
  await quiz.locator('li').first().locator('button').nth(1).press('ArrowDown');
  assert.deepEqual(await order(), ['done coffee', 'done 茶']);
  assert.match(await quiz.locator('.verdict').textContent(), /place 2 of 2/);
  await quiz.locator(handle('predict-check')).click();
  assert.match(await quiz.locator('.verdict').textContent(), /All right/);
  await quiz.locator(handle('predict-watch')).click();
  await inside(page, 'line').waitFor();
  // One line has no order.
  await run(page, 1);
  assert.equal(await page.locator('loop-scope').nth(1).locator(handle('line')).count(), 1);
  page.clean();
});

test('a wrong prediction leads to the line that stands first, and to why', async () => {
  const page = await open(embed('predict'));
  await run(page);
  await inside(page, 'predict-check').click();
  await inside(page, 'predict-why').click();
  await inside(page, 'because').waitFor();
  assert.equal(await shown(page, 'clock'), '1.250 s');
  page.clean();
});

test('the lines of a prediction are dragged', async () => {
  const page = await open(embed('predict'));
  await run(page);
  const rows = page.locator('loop-scope .guess li');
  const [from, to] = [await rows.nth(0).boundingBox(), await rows.nth(1).boundingBox()];
  await page.mouse.move(from.x + 30, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 30, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  assert.deepEqual(await page.locator('loop-scope .guess code').allTextContents(), ['done coffee', 'done 茶']);
  page.clean();
});

test('hostile code and attributes stay text', async () => {
  const evil = '</code></pre><img src=x onerror="window.hacked=1"><script>window.hacked=1</script>\nprint("<b>x</b>")\n';
  const page = await open(`${embed('view="<img src=x onerror=window.hacked=1>"', evil)}`);
  await run(page);
  await settled(page);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  page.clean();
});

for (const lang of ['en', 'zh']) {
  test(`axe finds nothing in a page with three embeds, wide and narrow, light and dark: ${lang}`, async () => {
    const head = '<meta name="color-scheme" content="light dark">';
    const body = embed('view="code,timeline,loop,objects,inspector,console,narration"') + embed('', 'import asyncio\nasync def f(): pass\nf()\nraise ValueError("x")\n') + embed();
    const page = await open(body, { lang, head, context: { viewport: { width: 1100, height: 900 } } });
    await run(page);
    await run(page, 1);
    await page.evaluate(() => document.querySelector('loop-scope').seek('1.25s'));
    for (const width of [1100, 380]) {
      await page.setViewportSize({ width, height: 900 });
      await settled(page);
      await accessible(page, { themes: 2 });
    }
    page.clean();
  });
}

test('in two columns a notice shows all its words', async () => {
  const page = await open(embed('', 'def main():\n    await x\n'), { context: { viewport: { width: 1000, height: 900 } } });
  await run(page);
  const cut = await inside(page, 'error').evaluate((error) => error.getBoundingClientRect().bottom - error.parentElement.getBoundingClientRect().bottom);
  assert.ok(cut <= 0, `${cut} px are cut off`);
});
