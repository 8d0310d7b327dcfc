// The dialog to share and export: fetched when it is first opened.
//
//   share({ page, options, view, lang, dark, place })
//     page    what `start_page` returned; view: an embed's, else undefined; place: where the dialog is put
import { encode } from './link.js';
import { toPng } from './png.js';

const TEXTS = {
  en: {
    title: 'Share and export',
    link: 'Link',
    copied: 'The link is copied.',
    hand: 'Copy the link from the field.',
    length: (count) => `${count.toLocaleString('en')} characters; the program is in the link itself and is sent to no server.`,
    long: 'Some services cut links as long as this one.',
    open: 'Open in Loopscope',
    snippet: 'For a page of your own',
    copy: 'Copy',
    copyLink: 'Copy the link',
    copySnippet: 'Copy the snippet',
    done: 'Copied',
    exports: 'Export',
    svg: 'Timeline, SVG',
    png: 'Timeline, PNG',
    jsonl: 'Recording, JSON Lines',
    events: 'Trace events for Perfetto',
    text: 'Output, text',
    close: 'Close',
  },
  zh: {
    title: '分享与导出',
    link: '链接',
    copied: '链接已复制。',
    hand: '请从输入框中复制链接。',
    length: (count) => `${count.toLocaleString('en')} 个字符；程序就在链接里，不会发送给任何服务器。`,
    long: '有些服务会截断这么长的链接。',
    open: '在 Loopscope 中打开',
    snippet: '嵌入你自己的网页',
    copy: '复制',
    copyLink: '复制链接',
    copySnippet: '复制代码片段',
    done: '已复制',
    exports: '导出',
    svg: '时间线（SVG）',
    png: '时间线（PNG）',
    jsonl: '记录（JSON Lines）',
    events: 'Perfetto 跟踪事件',
    text: '输出（文本）',
    close: '关闭',
  },
};
const LONG = 2_000;

export async function share({ page, options, view, lang, dark, place }) {
  const words = lang.startsWith('zh') ? TEXTS.zh : TEXTS.en;
  const step = page.step();
  const code = page.code();
  const stdin = page.input();
  const whole = stdin.length ? { ...options, stdin } : options;
  const fragment = await encode({ code, options: whole, place: step, at: page.anchor() });
  const url = new URL('./', import.meta.url).href.replace(/index\.html$/, '') + fragment;
  const copied = await copy(url);

  const dialog = element('dialog', { className: 'share', lang: lang.startsWith('zh') ? 'zh-Hans' : 'en' });
  dialog.dataset.theme = dark ? 'dark' : 'light';
  dialog.dataset.testid = 'share-dialog';
  dialog.setAttribute('aria-label', words.title);
  const note = element('p', { className: 'length', textContent: `${words.length(url.length)} ${url.length > LONG ? words.long : ''}` });
  const said = element('p', { textContent: copied ? words.copied : words.hand });
  said.setAttribute('role', 'status');
  const open = element('a', { href: url, target: '_blank', rel: 'noopener', textContent: words.open });
  const exports = element('div', { className: 'many' });
  for (const [name, make] of Object.entries(EXPORTS)) {
    const button = element('button', { type: 'button', className: 'plain', textContent: words[name] });
    button.dataset.export = name;
    button.onclick = async () => save(...(await make(page)));
    exports.append(button);
  }
  const close = element('button', { type: 'button', className: 'plain close', textContent: words.close, onclick: () => dialog.close() });
  dialog.append(
    element('h2', { textContent: words.title }),
    said,
    element('h3', { textContent: words.link }),
    field('share-link', words.link, url, words.copyLink, words),
    note,
    element('p', {}),
    element('h3', { textContent: words.snippet }),
    field('share-snippet', words.snippet, snippet({ code, options: whole, view, step }), words.copySnippet, words),
    element('h3', { textContent: words.exports }),
    exports,
    close,
  );
  if (view) note.nextSibling.append(open);
  else note.nextSibling.remove();
  dialog.onclose = () => dialog.remove();
  place.append(dialog);
  dialog.showModal();
}

function field(id, name, text, copyName, words) {
  const box = element('div', { className: 'field' });
  const area = element('textarea', { value: text, readOnly: true, rows: 3, ariaLabel: name, onfocus: () => area.select() });
  area.dataset.testid = id;
  const button = element('button', { type: 'button', className: 'plain', textContent: words.copy, ariaLabel: copyName, autofocus: id === 'share-link' });
  button.onclick = async () => {
    if (await copy(text)) button.textContent = words.done;
    else area.select();
  };
  box.append(area, button);
  return box;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Blank lines would end the block in Markdown: they are written as references. */
function snippet({ code, options, view, step }) {
  const escaped = inHtml(code.trimEnd()).replace(/\n{2,}/g, (breaks) => `${'&#10;'.repeat(breaks.length - 1)}\n`);
  const script = new URL('./loopscope-embed.js', import.meta.url).href;
  const given = Object.keys(options).length ? ` options="${inHtml(JSON.stringify(options)).replaceAll('"', '&quot;')}"` : '';
  const attributes = `${view ? ` view="${view}"` : ''}${step ? ` step="${step}"` : ''}${given}`;
  return `<script type="module" src="${script}"></script>\n<loop-scope${attributes}>\n<pre><code>${escaped}\n</code></pre>\n</loop-scope>`;
}

function inHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const EXPORTS = {
  svg: (page) => ['timeline.svg', 'image/svg+xml', page.export('svg')],
  png: async (page) => ['timeline.png', 'image/png', await toPng(page.export('svg'))],
  jsonl: async (page) => ['recording.jsonl', 'application/jsonl', await page.getTrace()],
  events: (page) => ['trace-events.json', 'application/json', page.export('events')],
  text: (page) => ['output.txt', 'text/plain', page.export('text')],
};

function save(name, type, content) {
  const href = URL.createObjectURL(new Blob([content], { type }));
  element('a', { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
