// What the built site holds beside the page: lessons and documents, as HTML that reads well without any script.
//
//   lessons/NAME.html, NAME.zh.html   a lesson: text, program, exercise; lessons/index.html lists them
//   lessons/NAME.json                 the same for the page's list of lessons: { slug, code, en, zh }
//   lessons/NAME.py                   its program, for `src` of an embed
//   docs/NAME.html                    the Markdown of docs/ that readers need
//
// A lesson is a folder of www/lessons: en.md and zh.md (a heading, paragraphs, then the parts «Exercise» and «Hint»),
// program.py, starter.py and solution.py, and what CPython prints: output.txt (of the program), expected.txt (of the
// solution), errors.txt (what the program writes to stderr, if it does). www/lessons/index.json has their order, and for each the step at which its run opens and the printed lines
// that are predicted.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

const www = path.dirname(fileURLToPath(import.meta.url));
const docs = path.join(www, '..', 'docs');

const WORDS = {
  en: {
    tag: 'en',
    ending: '.html',
    other: ['zh', '中文', 'zh-Hans'],
    lessons: 'Lessons',
    all: 'All lessons',
    intro: 'Short programs, one idea each. Read one, predict what it prints, watch it run, then change it until it prints what is asked for.',
    place: (chapter, number, all) => `${chapter} · lesson ${number} of ${all}`,
    program: 'The program',
    predict: 'Read it, then press Run: you are asked for the order of the lines first, and then see the run.',
    watch: 'Read it, then press Run.',
    prints: 'What it prints',
    errors: 'On stderr, where Python writes its warnings:',
    exercise: 'Exercise',
    wanted: 'It should print:',
    hint: 'Hint',
    solution: 'A solution',
    open: 'Open the program in Loopscope',
    back: 'Before',
    next: 'Next',
    noscript: 'Without JavaScript the programs cannot run here, but all can be read.',
    docs: 'For your own page',
    documents: 'Documents',
  },
  zh: {
    tag: 'zh-Hans',
    ending: '.zh.html',
    other: ['en', 'English', 'en'],
    lessons: '课程',
    all: '全部课程',
    intro: '每课一个短程序，讲一件事。先读程序，预测它会打印什么，再看它运行，最后动手修改，让它打印出要求的结果。',
    place: (chapter, number, all) => `${chapter} · 第 ${number} 课，共 ${all} 课`,
    program: '程序',
    predict: '先读程序，再点「运行」：先排好各行的打印顺序，然后看它怎样运行。',
    watch: '先读程序，再点「运行」。',
    prints: '它打印的内容',
    errors: '标准错误输出（stderr），Python 的警告写在这里：',
    exercise: '练习',
    wanted: '应当打印：',
    hint: '提示',
    solution: '一种解法',
    open: '在 Loopscope 中打开这个程序',
    back: '上一课',
    next: '下一课',
    noscript: '没有 JavaScript 时程序无法在这里运行，但内容都可以阅读。',
    docs: '嵌入你的网页',
    documents: '文档',
  },
};
const LANGS = ['en', 'zh'];

const marked = new Marked({
  renderer: {
    // Text, never markup of its own.
    html: ({ text }) => escape(text),
    link({ href, tokens }) {
      const inside = this.parser.parseInline(tokens);
      const place = address(href);
      return place ? `<a href="${escape(place)}">${inside}</a>` : inside;
    },
    heading({ tokens, depth, text }) {
      const id = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '');
      return `<h${depth} id="${escape(id)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    table(token) {
      const cells = (row, name) => row.map((cell) => `<${name}>${this.parser.parseInline(cell.tokens)}</${name}>`).join('');
      const rows = token.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n');
      return `<div class="wide" tabindex="0" role="group" aria-label="${escape(token.header.map((cell) => cell.text).filter(Boolean).join(', ') || 'table')}"><table><thead><tr>${cells(token.header, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>\n`;
    },
    code: ({ text, lang }) => `<pre tabindex="0"><code${lang ? ` class="language-${escape(lang)}"` : ''}>${escape(text)}\n</code></pre>\n`,
  },
});

/** Where a link of a document leads in the built site; undefined: it has no such file. */
function address(href) {
  if (/^(https?:\/\/|#)/.test(href)) return href;
  const [, name, rest] = /^([\w-]+)\.md(#.*)?$/.exec(href) ?? [];
  if (name) return DOCUMENTS.some(([known]) => known === name) ? `${name}.html${rest ?? ''}` : undefined;
  return /^\.\.\/www\/integrations\/[\w.-]+$/.test(href) ? href.replace('www/', '') : undefined;
}

/** Writes all of it into the folder that is served. */
export async function site(folder) {
  const chapters = read();
  for (const name of ['lessons', 'docs']) mkdirSync(path.join(folder, name), { recursive: true });
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  // The dark colours hold by the system's wish too, before and without a script.
  const style = readFileSync(path.join(folder, 'document.css'), 'utf8');
  const [, dark] = /\[data-theme="?dark"?\]\s*\{([^}]+)\}/.exec(style);
  write('document.css', `${style}@media (prefers-color-scheme:dark){html:not([data-theme]){${dark}}}\n`);
  const list = chapters.map(({ title, lessons }) => ({ title, lessons: lessons.map((lesson) => ({ name: lesson.name, title: lesson.title })) }));
  write('lessons/index.json', JSON.stringify(list));
  const all = chapters.flatMap(({ title, lessons }) => lessons.map((lesson) => ({ ...lesson, chapter: title })));
  all.forEach((lesson, index) => {
    const { name, files } = lesson;
    write(`lessons/${name}.py`, files.program);
    write(`lessons/${name}.json`, JSON.stringify({ slug: name, code: files.program, en: files.en, zh: files.zh }));
    for (const lang of LANGS) write(`lessons/${name}${WORDS[lang].ending}`, lessonPage(lesson, lang, all, index));
  });
  for (const lang of LANGS) write(`lessons/index${WORDS[lang].ending}`, listPage(chapters, lang));
  for (const [name, titles] of DOCUMENTS) {
    for (const lang of LANGS) write(`docs/${name}${WORDS[lang].ending}`, documentPage(name, titles, lang));
  }
}

/** Documents in the built site; those without a Chinese text are shown in English under both addresses. */
const DOCUMENTS = [
  ['embedding', { en: 'Loopscope in a page of yours', zh: '把 Loopscope 嵌入你的网页' }],
  ['python-support', { en: 'What of Python is here', zh: '支持哪些 Python 功能' }],
  ['trace-format', { en: 'The trace’s format', zh: '运行记录的格式' }],
  ['differences', { en: 'What differs from CPython', zh: '与 CPython 的差别' }],
];

/** A lesson's folder. */
const FILES = {
  program: 'program.py',
  starter: 'starter.py',
  solution: 'solution.py',
  output: 'output.txt',
  expected: 'expected.txt',
  en: 'en.md',
  zh: 'zh.md',
};

/** The chapters with their lessons, whole. */
export function read() {
  const folder = path.join(www, 'lessons');
  const chapters = JSON.parse(readFileSync(path.join(folder, 'index.json'), 'utf8'));
  const text = (name, file) => readFileSync(path.join(folder, name, file), 'utf8');
  return chapters.map(({ title, lessons }) => ({
    title,
    lessons: lessons.map((lesson) => {
      const files = Object.fromEntries(Object.entries(FILES).map(([part, file]) => [part, text(lesson.name, file)]));
      const errors = path.join(folder, lesson.name, 'errors.txt');
      if (existsSync(errors)) files.errors = readFileSync(errors, 'utf8');
      const pages = { en: parts(files.en, lesson.name), zh: parts(files.zh, lesson.name) };
      return { ...lesson, files, pages, title: { en: pages.en.title, zh: pages.zh.title } };
    }),
  }));
}

/** A lesson's text: `# title`, paragraphs, `## Exercise` or `## 练习`, `## Hint` or `## 提示`. */
function parts(text, name) {
  const [, title, body, task, hint] = /^# (.+)\n\n([^]+?)\n\n## (?:Exercise|练习)\n\n([^]+?)\n\n## (?:Hint|提示)\n\n([^]+)$/.exec(text) ?? [];
  if (!hint) throw new Error(`www/lessons/${name}: a lesson's text has a heading, paragraphs, an exercise and a hint`);
  return { title, body, task, hint };
}

function lessonPage({ name, step, from, to, predict = true, files, pages, chapter }, lang, all, index) {
  const words = WORDS[lang];
  const { title, body, task, hint } = pages[lang];
  const near = (other, name, rel) => (other ? `<a rel="${rel}" href="${other.name}${words.ending}"><span>${name}</span> ${escape(other.title[lang])}</a>` : '<span></span>');
  const window = from ? ` from="out:${from}" to="out:${to}"` : '';
  const main = `<p class="chapter">${escape(words.place(chapter[lang], index + 1, all.length))}</p>
<h1>${escape(title)}</h1>
${marked.parse(body)}
<h2>${words.program}</h2>
<p>${predict ? words.predict : words.watch}</p>
<loop-scope id="program" view="code,narration,timeline,console"${predict ? ` predict${window}` : ''} step="${step}"><pre><code>${escape(files.program.trimEnd())}</code></pre></loop-scope>
<p><a href="../#lesson=${name}">${words.open}</a></p>
<details id="output"><summary>${words.prints}</summary><pre tabindex="0">${escape(files.output)}</pre>${files.errors ? `<p>${words.errors}</p><pre tabindex="0">${escape(files.errors)}</pre>` : ''}</details>
<h2>${words.exercise}</h2>
${marked.parse(task)}
<p>${words.wanted}</p>
<pre id="wanted" tabindex="0">${escape(files.expected)}</pre>
<loop-scope id="exercise" view="code,console,timeline"><pre><code>${escape(files.starter.trimEnd())}</code></pre></loop-scope>
<div id="verdict"></div>
<details><summary>${words.hint}</summary>${marked.parse(hint)}</details>
<details><summary>${words.solution}</summary><pre tabindex="0"><code>${escape(files.solution)}</code></pre></details>
<nav class="pager" aria-label="${words.lessons}">${near(all[index - 1], words.back, 'prev')}${near(all[index + 1], words.next, 'next')}</nav>`;
  return frame({ lang, title, about: body.split('\n\n')[0].replace(/`/g, ''), here: name, folder: 'lessons', main, scripts: ['../loopscope-embed.js', '../lessons.js'], lesson: name });
}

function listPage(chapters, lang) {
  const words = WORDS[lang];
  const sections = chapters.map(
    ({ title, lessons }) => `<section><h2>${escape(title[lang])}</h2>
<ol>${lessons.map((lesson) => `<li data-lesson="${lesson.name}"><a href="${lesson.name}${words.ending}">${escape(lesson.title[lang])}</a></li>`).join('\n')}</ol></section>`,
  );
  return frame({ lang, title: words.lessons, about: words.intro, here: 'index', folder: 'lessons', main: `<h1>${words.lessons}</h1>\n<p>${words.intro}</p>\n<div id="progress"></div>\n<div class="chapters">${sections.join('\n')}</div>`, scripts: ['../lessons.js'] });
}

function documentPage(name, titles, lang) {
  const own = path.join(docs, `${name}.${lang}.md`);
  let text;
  let shown = lang;
  try {
    text = readFileSync(own, 'utf8');
  } catch {
    text = readFileSync(path.join(docs, `${name}.md`), 'utf8');
    shown = 'en';
  }
  const others = DOCUMENTS.filter(([other]) => other !== name).map(([other, title]) => `<a href="${other}${WORDS[lang].ending}">${escape(title[lang])}</a>`);
  const main = `<article lang="${WORDS[shown].tag}">${marked.parse(text)}</article>
<nav class="pager" aria-label="${WORDS[lang].documents}">${others.join('\n')}</nav>`;
  return frame({ lang, title: titles[lang], about: titles[lang], here: name, folder: 'docs', main, scripts: ['../lessons.js'] });
}

function frame({ lang, title, about, here, folder, main, scripts, lesson }) {
  const words = WORDS[lang];
  const [other, name, tag] = words.other;
  return `<!doctype html>
<html lang="${words.tag}"${lesson ? ` data-lesson="${lesson}"` : ''}>
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)} · Loopscope</title>
  <meta name="description" content="${escape(about)}">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="../icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="../document.css">
  <link rel="alternate" hreflang="${tag}" href="${here}${WORDS[other].ending}">
${scripts.map((script) => `  <script type="module" src="${script}"></script>`).join('\n')}
</head>
<body>
<header class="site"><a class="home" href="../">Loopscope</a><nav aria-label="Loopscope"><a href="../lessons/index${words.ending}">${words.all}</a><a href="../docs/embedding${words.ending}">${words.docs}</a></nav><a class="other" lang="${tag}" hreflang="${tag}" href="${here}${WORDS[other].ending}">${name}</a></header>
<main${folder === 'docs' ? ' class="document"' : ''}>
${main}
${lesson ? `<noscript><p>${words.noscript}</p></noscript>\n` : ''}</main>
</body>
</html>
`;
}

function escape(text) {
  return text.replace(/[&<>"']/g, (letter) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[letter]);
}
