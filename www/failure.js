// What is shown when the engine could not be loaded or has died: drawn without it, in the page's language.
const TEXTS = {
  en: {
    title: { load: 'Loopscope could not start', panic: 'Loopscope has stopped working', stack: 'Loopscope ran out of stack', trap: 'Loopscope has stopped working' },
    why: {
      load: 'Its WebAssembly file could not be loaded. Is the network there, and the browser recent (Chrome 111, Firefox 115, Safari 16.4)?',
      panic: 'This is a mistake in Loopscope, not in your program. Your code is safe; the recording of this run is lost.',
      stack: 'Your program nests deeper than the browser’s stack can hold. Your code is safe; the recording of this run is lost.',
      trap: 'This is a mistake in Loopscope, not in your program. Your code is safe; the recording of this run is lost.',
    },
    again: { load: 'Try again', other: 'Restart with this code' },
    details: 'Details',
    code: 'Your code',
  },
  zh: {
    title: { load: 'Loopscope 无法启动', panic: 'Loopscope 停止了工作', stack: 'Loopscope 的栈空间不足', trap: 'Loopscope 停止了工作' },
    why: {
      load: '无法加载 WebAssembly 文件。请检查网络，以及浏览器是否够新（Chrome 111、Firefox 115、Safari 16.4）。',
      panic: '这是 Loopscope 自身的错误，不是您程序的错误。您的代码没有丢失；本次运行的记录已丢失。',
      stack: '您的程序嵌套得太深，超出了浏览器的栈。您的代码没有丢失；本次运行的记录已丢失。',
      trap: '这是 Loopscope 自身的错误，不是您程序的错误。您的代码没有丢失；本次运行的记录已丢失。',
    },
    again: { load: '重试', other: '用这段代码重新开始' },
    details: '详情',
    code: '您的代码',
  },
};

const STYLE = `
.failure { box-sizing: border-box; max-width: 46em; margin: 8vh auto; padding: 24px; color: var(--ink, #1d1f24); background: var(--panel, #fff);
  border: 1px solid var(--rule, #e3e1d9); border-left: 4px solid var(--bad, #c2352b); border-radius: 8px; font: 15px/1.6 var(--sans, system-ui, sans-serif); }
.failure h1, .failure h2:first-child { margin: 0 0 8px; font-size: 20px; }
.failure p { margin: 0 0 16px; }
.failure button { min-height: 44px; padding: 0 18px; color: var(--accent-ink, #fff); background: var(--accent, #3f4fd0); border: 0; border-radius: 6px; font: inherit; font-weight: 600; cursor: pointer; }
.failure button:focus-visible { outline: 2px solid var(--ink, #1d1f24); outline-offset: 2px; }
.failure h2 { margin: 20px 0 4px; font-size: 14px; }
.failure pre { margin: 0; max-height: 40vh; overflow: auto; padding: 10px; background: var(--sunk, #f1f0ea); border-radius: 6px; font: 13px/1.5 var(--mono, monospace); }
`;

/** Draws the message for `{ kind, message }` into `root`; `restart` is called by its button. */
export function drawFailure(root, { kind, message }, source, restart) {
  adopt(root.getRootNode());
  const lang = root.closest('[lang]')?.lang || document.documentElement.lang || navigator.language;
  const texts = lang.startsWith('zh') ? TEXTS.zh : TEXTS.en;
  // An embed is a guest in somebody else's document, which has a main part and a title of its own.
  const guest = root.getRootNode() !== document;
  const box = element(guest ? 'div' : 'main', { className: 'failure', tabIndex: -1 });
  box.dataset.testid = 'error';
  box.dataset.kind = kind;
  const button = element('button', { type: 'button', textContent: texts.again[kind] ?? texts.again.other, onclick: restart });
  button.dataset.testid = 'restart';
  box.append(element(guest ? 'h2' : 'h1', { textContent: texts.title[kind] }), element('p', { textContent: texts.why[kind] }), button);
  box.append(...block(texts.details, message));
  if (source !== undefined) box.append(...block(texts.code, source));
  root.replaceChildren(box);
  box.focus();
}

function block(title, text) {
  const pre = element('pre', { textContent: text, tabIndex: 0, role: 'region', ariaLabel: title });
  return [element('h2', { textContent: title }), pre];
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

let sheet;
function adopt(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
