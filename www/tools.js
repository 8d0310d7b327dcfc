// Dialogs of the page that are fetched when they are first opened.
//
//   tools.NAME({ page, options, lang, dark, place, … })
//     page    what `start_page` returned; place: where the dialog is put
//     table     the timeline as a table
//     options   the same program with another seed, other costs, a pressed Ctrl+C; `setOptions(options)` and `run()` too;
//               and what the page itself can be set to: how far a step goes, its keys, its tones by `sound.on`
//     predict   the order of the output as a question; `api`, the engine's exports, and `run()` too
const TEXTS = {
  en: {
    close: 'Close',
    table: 'The timeline as a table',
    more: (count) => `${count.toLocaleString('en')} more rows are in the exported recording.`,
    options: 'What if…?',
    about: 'The ready queue is always CPython’s: first in, first out. These options change what comes from outside.',
    seed: 'Seed of random numbers and of what networks do',
    cpuCost: 'What an instruction costs, in ns (0: computing takes no time)',
    switchInterval: 'Threads may be switched after, in s',
    latency: 'A host on the network answers after, in s',
    interrupt: 'Ctrl+C is pressed at, in s',
    limit: 'Stop after, in virtual s',
    usual: 'as usual',
    beside: 'Keep the present run, to see both on one clock',
    sound: 'A soft tone for what each step does',
    keys: 'Keyboard shortcuts on this page',
    run: 'Run',
    reset: 'As usual',
    predict: 'Predict',
    nothing: 'This program prints fewer than two different lines: there is no order to predict.',
    waiting: 'The program runs unseen…',
  },
  zh: {
    close: '关闭',
    table: '时间线的表格',
    more: (count) => `另有 ${count.toLocaleString('en')} 行，见导出的记录。`,
    options: '如果……？',
    about: '就绪队列总是和 CPython 一样：先进先出。这些选项只改变来自外部的东西。',
    seed: '随机数和网络行为的种子',
    cpuCost: '一条指令的耗时，纳秒（0：计算不花时间）',
    switchInterval: '线程的切换间隔，秒',
    latency: '网络上的主机多久后应答，秒',
    interrupt: '按下 Ctrl+C 的时刻，秒',
    limit: '虚拟时间上限，秒',
    usual: '默认',
    beside: '保留这次运行，在同一个时钟上对照',
    sound: '声音：每一步按它做的事轻响一声',
    keys: '在本页使用快捷键',
    run: '运行',
    reset: '恢复默认',
    predict: '预测',
    nothing: '这个程序打印的不同的行少于两行，没有顺序可预测。',
    waiting: '程序正在幕后运行……',
  },
};
const ROWS = 1_000;

export const tools = { table, options, predict, interrupt };

function table(given) {
  const words = texts(given);
  const [heads, ...rows] = given.page.export('table').trimEnd().split('\n').map((line) => line.split('\t'));
  const made = element('table', {});
  const line = (kind, cells) => {
    const row = element('tr', {});
    cells.forEach((text, index) => row.append(element(kind === 'th' || !index ? 'th' : 'td', { textContent: text, ...(kind === 'th' || !index ? { scope: kind === 'th' ? 'col' : 'row' } : {}) })));
    return row;
  };
  const [head, body] = [element('thead', {}), element('tbody', {})];
  head.append(line('th', heads));
  body.append(...rows.slice(0, ROWS).map((cells) => line('td', cells)));
  made.append(head, body);
  const frame = element('div', { className: 'scroll table', tabIndex: 0 });
  frame.setAttribute('role', 'region');
  frame.setAttribute('aria-label', words.table);
  frame.append(made);
  const rest = rows.length - ROWS;
  open(given, words.table, 'table-dialog', frame, ...(rest > 0 ? [element('p', { textContent: words.more(rest) })] : []));
}

function options(given) {
  const words = texts(given);
  const form = element('form', { className: 'options', method: 'dialog' });
  const field = (name, step, value = given.options[name]) => {
    const label = element('label', {});
    const input = element('input', { type: 'number', name, step, min: '0', value: value ?? '', placeholder: words.usual });
    input.dataset.option = name;
    label.append(element('span', { textContent: words[name] }), input);
    return label;
  };
  const keep = element('input', { type: 'checkbox', name: 'beside' });
  const label = element('label', { className: 'check' });
  label.append(keep, words.beside);
  const [run, reset] = [element('button', { className: 'run', textContent: words.run }), element('button', { type: 'button', className: 'plain', textContent: words.reset })];
  run.dataset.testid = 'options-run';
  const acts = element('div', { className: 'acts' });
  acts.append(run, reset);
  const own = element('div', { className: 'own' });
  own.append(...granularity(given), toggle('keys', words.keys, given.page.keys(), (on) => given.page.setKeys(on)));
  if (given.sound && 'AudioContext' in globalThis) own.append(toggle('sound', words.sound, given.sound.on, (on) => (given.sound.on = on)));
  form.append(element('p', { className: 'about', textContent: words.about }), field('seed', '1'), field('cpuCost', '1'), field('switchInterval', 'any'), field('latency', 'any'), field('interrupt', 'any'), field('limit', 'any'), label, acts);
  const dialog = open(given, words.options, 'options-dialog', form, own);
  const start = (chosen) => {
    if (keep.checked) given.page.beside(true);
    given.setOptions({ ...given.options, ...chosen });
    dialog.close();
    given.run();
  };
  const inputs = () => [...form.querySelectorAll('[data-option]')];
  reset.onclick = () => start(Object.fromEntries(inputs().map(({ name }) => [name, undefined])));
  form.onsubmit = (event) => {
    event.preventDefault();
    start(Object.fromEntries(inputs().map(({ name, value }) => [name, value === '' ? undefined : Number(value)])));
  };
}

/** What the transport's buttons choose from, where there is no room for them. */
function granularity({ place }) {
  const group = place.getRootNode().querySelector('[data-testid="granularity"]');
  if (!group || group.getClientRects().length) return [];
  const select = element('select', { onchange: () => group.querySelector(`[data-value="${select.value}"]`).click() });
  select.dataset.testid = 'grain';
  for (const button of group.children) {
    const selected = button.getAttribute('aria-checked') === 'true';
    select.append(element('option', { value: button.dataset.value, textContent: button.textContent, title: button.title, selected }));
  }
  const label = element('label', {});
  label.append(element('span', { textContent: group.getAttribute('aria-label') }), select);
  return [label];
}

/** A switch of the page's, which takes effect at once; no option of the run. */
function toggle(testid, name, checked, choose) {
  const input = element('input', { type: 'checkbox', checked, onchange: () => choose(input.checked) });
  input.dataset.testid = testid;
  const label = element('label', { className: 'check' });
  label.append(input, name);
  return label;
}

/** Ctrl+C at the playhead's second, once the program has done what it does then; a run that had it runs without. */
async function interrupt({ page, options: { interrupt: pressed, ...rest }, setOptions, run }) {
  const at = Math.round(page.seconds() * 1e6 + 1) / 1e6;
  setOptions(pressed === undefined ? { ...rest, interrupt: at } : rest);
  await run();
  page.pause();
  page.seek(`${pressed ?? at}s`);
}

async function predict(given) {
  const words = texts(given);
  const { page, api, options, lang, dark } = given;
  const { hidden, quiz } = await import('./predict.js');
  const frame = element('div', { className: 'asked', textContent: words.waiting });
  const code = element('pre', { className: 'program', textContent: page.code(), tabIndex: 0 });
  page.forget();
  const giving = new AbortController();
  let answered = false;
  const dialog = open(given, words.predict, 'predict-dialog', code, frame);
  dialog.addEventListener('close', () => {
    giving.abort();
    if (!answered) given.run();
  });
  const { asked } = await hidden(api, page.code(), options, undefined, undefined, giving.signal).catch(() => ({}));
  if (giving.signal.aborted) return;
  if (!asked) {
    frame.textContent = words.nothing;
    return;
  }
  const reveal = async (wrong) => {
    answered = true;
    dialog.close();
    await given.run();
    if (!wrong) return;
    page.seek(`out:${wrong}`);
    page.why(wrong);
  };
  quiz({ frame, lines: asked, shown: [], seed: options.seed ?? 1, lang: lang.startsWith('zh') ? 'zh' : 'en', dark, reveal });
}

function texts({ lang }) {
  return lang.startsWith('zh') ? TEXTS.zh : TEXTS.en;
}

function open(given, title, testid, ...content) {
  const { lang, dark, place } = given;
  const dialog = element('dialog', { className: 'tool', lang: lang.startsWith('zh') ? 'zh-Hans' : 'en' });
  dialog.dataset.theme = dark ? 'dark' : 'light';
  dialog.dataset.testid = testid;
  dialog.setAttribute('aria-label', title);
  const head = element('header', { className: 'head' });
  const name = texts(given).close;
  head.append(element('h2', { textContent: title }), element('span', { className: 'grow' }), element('button', { type: 'button', className: 'square', textContent: '×', ariaLabel: name, title: name, onclick: () => dialog.close() }));
  dialog.append(head, ...content);
  dialog.addEventListener('close', () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
  return dialog;
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
