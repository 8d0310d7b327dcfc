// A lesson's page (www/site.mjs makes it): notes what was predicted and solved, compares the exercise's output with the
// one asked for, and keeps the reader's program. The list of lessons shows the progress, and takes it along as a file.
//
// The progress, under `loopscope-progress` in the browser's storage and in exported files:
//   { "loopscope": "progress", "version": 1, "lessons": { NAME: { "predicted"?: true, "solved"?: true, "code"?: text } } }
const TEXTS = {
  en: {
    check: 'Check',
    again: 'Start again',
    right: 'Solved: it prints what was asked for.',
    wrong: (line, want, got) => `Line ${line} of the output should be “${want}”, and is “${got}”.`,
    missing: (line, want) => `Line ${line} of the output is missing: “${want}”.`,
    more: (line, got) => `There is a line more than asked for, line ${line}: “${got}”.`,
    failed: 'The program has ended with an error; the output shows which.',
    progress: (done, all) => `${done} of ${all} exercises solved`,
    solved: 'solved',
    predicted: 'predicted',
    save: 'Save progress as a file',
    load: 'Load progress from a file',
    loaded: (count) => `Progress of ${count} lessons was loaded.`,
    unknown: 'This file holds no progress of Loopscope’s lessons; nothing was changed.',
    newer: 'This file was made by a newer Loopscope; nothing was changed.',
    unkept: 'This browser keeps nothing for this page: your progress is forgotten when it is closed.',
  },
  zh: {
    check: '检查',
    again: '重新开始',
    right: '完成：打印的正是要求的内容。',
    wrong: (line, want, got) => `输出的第 ${line} 行应当是「${want}」，现在是「${got}」。`,
    missing: (line, want) => `输出缺少第 ${line} 行：「${want}」。`,
    more: (line, got) => `输出多了一行，第 ${line} 行：「${got}」。`,
    failed: '程序出错结束，输出里写着是什么错误。',
    progress: (done, all) => `已完成 ${done} 个练习，共 ${all} 个`,
    solved: '已完成',
    predicted: '已预测',
    save: '把学习进度保存为文件',
    load: '从文件载入学习进度',
    loaded: (count) => `已载入 ${count} 课的进度。`,
    unknown: '这个文件里没有 Loopscope 课程的进度，什么都没有改变。',
    newer: '这个文件由更新版本的 Loopscope 生成，什么都没有改变。',
    unkept: '浏览器不为这个页面保存数据：关闭页面后学习进度就没有了。',
  },
};
const KEY = 'loopscope-progress';
const MOST_CODE = 20_000;

const words = TEXTS[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];
const { lesson } = document.documentElement.dataset;
const theme = stored('loopscope-theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
const box = document.getElementById('progress');
/** What this visit has done, for browsers that keep nothing. */
let visit;

if (lesson) practise();
if (box) list();

function practise() {
  const program = document.getElementById('program');
  const output = document.getElementById('output');
  const exercise = document.getElementById('exercise');
  const wanted = document.getElementById('wanted').textContent;
  const starter = exercise.querySelector('pre').textContent;
  const verdict = element('p', { className: 'verdict' });
  verdict.setAttribute('role', 'status');
  const check = element('button', { type: 'button', textContent: words.check });
  check.dataset.testid = 'check';
  const again = element('button', { type: 'button', className: 'plain', textContent: words.again });
  const acts = element('div', { className: 'acts' });
  acts.append(check, again);
  document.getElementById('verdict').append(acts, verdict);

  // What is to be predicted stands nowhere while it is asked for.
  const hide = () => program.shadowRoot.querySelector('[data-testid="predict"]') && output.remove();
  program.addEventListener('predict', ({ detail }) => {
    if (detail.right) note({ predicted: true });
    program.after(output);
  });
  program.addEventListener('ready', hide, { once: true });

  const kept = progress().lessons[lesson]?.code;
  customElements.whenDefined('loop-scope').then(() => kept && exercise.setCode(kept));
  check.onclick = async () => {
    try {
      await exercise.run();
      // What was checked is seen: the whole output, also where there is room for one view only.
      await exercise.seek('end');
      exercise.shadowRoot.querySelector('[role="tab"][data-value="output"]')?.click();
    } catch {
      // The element itself tells what is wrong.
    }
  };
  again.onclick = () => {
    exercise.setCode(starter);
    verdict.textContent = '';
    note({ code: undefined });
  };
  exercise.addEventListener('finish', ({ detail }) => {
    const fault = compare(detail, wanted);
    verdict.textContent = fault ?? words.right;
    verdict.classList.toggle('right', !fault);
    const { code } = exercise;
    note({ ...(fault ? {} : { solved: true }), code: code === starter || code.length > MOST_CODE ? undefined : code });
  });
}

/** What is wrong with the output, by lines; blanks at their ends don't count. */
function compare({ stdout, exitCode }, wanted) {
  const lines = (text) => text.replace(/\s+$/, '').split('\n').map((line) => line.trimEnd());
  const [want, got] = [lines(wanted), lines(stdout)];
  const at = want.findIndex((line, index) => line !== got[index]);
  if (at < 0 && got.length === want.length) return exitCode ? words.failed : undefined;
  if (exitCode) return words.failed;
  if (at < 0) return words.more(want.length + 1, got[want.length]);
  return got[at] === undefined || (at === 0 && !stdout) ? words.missing(at + 1, want[at]) : words.wrong(at + 1, want[at], got[at]);
}

function list() {
  const rows = [...document.querySelectorAll('li[data-lesson]')];
  const state = element('p', {});
  const said = element('p', {});
  said.setAttribute('role', 'status');
  const file = element('input', { type: 'file', accept: '.json,application/json', hidden: true });
  const save = element('button', { type: 'button', className: 'plain', textContent: words.save });
  const load = element('button', { type: 'button', className: 'plain', textContent: words.load, onclick: () => file.click() });
  save.dataset.testid = 'save-progress';
  load.dataset.testid = 'load-progress';
  const acts = element('div', { className: 'acts' });
  acts.append(save, load, file);
  box.append(state, acts, said);
  const show = () => {
    const { lessons } = progress();
    for (const row of rows) {
      row.querySelector('.mark')?.remove();
      const { solved, predicted } = lessons[row.dataset.lesson] ?? {};
      if (solved || predicted) row.append(element('span', { className: 'mark', textContent: solved ? ` ✓ ${words.solved}` : ` · ${words.predicted}` }));
    }
    state.textContent = words.progress(rows.filter((row) => lessons[row.dataset.lesson]?.solved).length, rows.length);
  };
  save.onclick = () => {
    const link = element('a', { href: URL.createObjectURL(new Blob([JSON.stringify(progress(), null, 1)], { type: 'application/json' })), download: 'loopscope-progress.json' });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  file.onchange = async () => {
    const names = new Set(rows.map((row) => row.dataset.lesson));
    const read = taken(await file.files[0].text(), names);
    file.value = '';
    if (typeof read === 'string') {
      said.textContent = words[read];
      return;
    }
    const now = progress();
    for (const [name, one] of Object.entries(read)) now.lessons[name] = { ...now.lessons[name], ...one };
    said.textContent = keep(now) ? words.loaded(Object.keys(read).length) : words.unkept;
    show();
  };
  show();
}

/** The lessons of an exported file, only what is known of them; or which message says why not. */
function taken(text, names) {
  let data;
  try {
    data = JSON.parse(text);
  } catch {
    return 'unknown';
  }
  if (data?.loopscope !== 'progress' || typeof data.lessons !== 'object' || !data.lessons) return 'unknown';
  if (data.version !== 1) return 'newer';
  return whole(data.lessons, (name) => names.has(name));
}

function whole(lessons, known) {
  const read = {};
  for (const [name, one] of Object.entries(lessons)) {
    if (!known(name) || !one || typeof one !== 'object') continue;
    const { predicted, solved, code } = one;
    read[name] = { ...(predicted === true && { predicted }), ...(solved === true && { solved }), ...(typeof code === 'string' && code.length <= MOST_CODE && { code }) };
  }
  return read;
}

function progress() {
  let lessons = visit ?? {};
  try {
    const data = JSON.parse(stored(KEY));
    if (data?.version === 1) lessons = data.lessons;
  } catch {
    // Not written by this page: it is written anew.
  }
  return { loopscope: 'progress', version: 1, lessons: whole(lessons ?? {}, (name) => /^\w+$/.test(name)) };
}

function note(change) {
  const now = progress();
  now.lessons[lesson] = { ...now.lessons[lesson], ...change };
  keep(now);
}

function keep(now) {
  visit = now.lessons;
  try {
    localStorage.setItem(KEY, JSON.stringify(now));
    return true;
  } catch {
    return false;
  }
}

function stored(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
