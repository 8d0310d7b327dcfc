// <loop-scope>: a code block that runs. This file is all that is fetched before a reader asks for more: it takes over
// the code block's text, draws it with a Run button in the height that the whole will have, and loads the engine
// (embed.js) on a click, on sight (`load="visible"`) or when a method asks for it. One engine serves all of a page.
//
//   <script type="module" src="…/loopscope-embed.js"></script>
//   <loop-scope view="timeline,console"><pre><code>import asyncio …</code></pre></loop-scope>
//
// or, without a tag, `data-select="pre code.language-python"` on the script: matching blocks that import asyncio or
// threading are turned. Attributes: attributes.js; types of all: loopscope-embed.d.ts.
import { codeOf } from './adopt.js';
import { NAMES, cut, read } from './attributes.js';
import { coloured } from './colour.js';
import { STYLE } from './embed-style.js';
import { isDark, onThemeChange } from './theme.js';

const TEXTS = {
  en: {
    run: 'Run',
    loading: 'Loading…',
    program: 'Program, Python',
    hint: 'Run shows how the event loop runs this program.',
    wrong: (name, text, may) => `${name}="${text}" is not understood; it may be: ${may}.`,
    missing: (name, place) => `${name}="${place}": this run has no such place; the nearest is taken.`,
    differs: 'The output is not what was expected.',
    want: 'Expected',
    got: 'Printed',
    nothing: 'nothing',
    source: (url, why) => `${url} could not be loaded: ${why}.`,
    failed: (why) => `Loopscope could not be loaded (${why}). Press Run to try again.`,
  },
  zh: {
    run: '运行',
    loading: '正在加载……',
    program: '程序（Python）',
    hint: '点「运行」，看事件循环怎样运行这个程序。',
    wrong: (name, text, may) => `无法理解 ${name}="${text}"；可以写：${may}。`,
    missing: (name, place) => `${name}="${place}"：这次运行里没有这个位置，取最近的一处。`,
    differs: '输出与预期不符。',
    want: '预期',
    got: '实际',
    nothing: '无',
    source: (url, why) => `无法加载 ${url}：${why}。`,
    failed: (why) => `无法加载 Loopscope（${why}）。点「运行」重试。`,
  },
};

let sheet;
const all = new Set();

class LoopScope extends HTMLElement {
  static observedAttributes = NAMES;
  #values = {};
  #told = new Map();
  #code;
  /** Set by setCode: no longer what the page says. */
  #own = false;
  #waking;
  #awake;
  #frame;
  #notes;
  #drawn = '';
  /** Its width when its height was reckoned. */
  #wide = 0;

  // --- what a page may call ---

  /** Loads the engine if need be, runs the program; resolves when it has ended, with what it did. */
  async run() {
    const awake = await this.#wake();
    return awake.run();
  }

  pause() {
    this.#awake?.pause();
  }

  /** Goes to a place; the step, at once where the engine is there, else a promise of it. */
  seek(place) {
    if (this.#awake) return this.#awake.seek(place);
    return this.run().then(() => this.#awake.seek(place));
  }

  /** The program, as the reader has left it. */
  get code() {
    return this.#awake?.code ?? this.#code ?? '';
  }

  setCode(text) {
    this.#own = true;
    this.#code = String(text);
    this.#awake?.setCode(this.#code);
    this.#preview();
  }

  /** The recording as JSON Lines. */
  async getTrace() {
    return (await this.#wake()).getTrace();
  }

  // --- what embed.js is given ---

  get #host() {
    const element = this;
    return {
      element,
      frame: this.#frame,
      values: () => this.#values,
      lang: () => this.#lang,
      dark: () => this.#dark,
      code: () => this.#code ?? '',
      expected: () => element.querySelector('[slot="expect"]')?.textContent ?? this.#values.expect,
      emit: (type, detail) => element.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true })),
      differs: (want, got) => this.#differs(want, got),
      missing: (places) => this.#tell('places', places.map(([name, place]) => TEXTS[this.#lang].missing(name, cut(place)))),
    };
  }

  // --- the element's life ---

  connectedCallback() {
    all.add(this);
    if (!this.shadowRoot) this.#build();
    this.#readAttributes();
    this.#adopt();
    this.#size();
    this.#paint();
    this.#preview();
    seen.observe(this);
    grown.observe(this, { childList: true, subtree: true, characterData: true });
  }

  disconnectedCallback() {
    all.delete(this);
    seen.unobserve(this);
    // Moved, or gone?
    queueMicrotask(() => {
      if (this.isConnected || !this.#waking) return;
      this.#waking.then((awake) => awake.destroy(), () => {});
      this.#waking = this.#awake = undefined;
      this.#drawn = '';
    });
  }

  attributeChangedCallback(name) {
    if (!this.#frame) return;
    this.#readAttributes();
    if (name === 'src') this.#fetched = undefined;
    this.#size();
    this.#paint();
    this.#awake?.changed(name);
    if (name === 'src' && this.#awake) this.#fetch().then(() => this.#awake?.setCode(this.#code), () => {});
    if (name === 'load') {
      seen.unobserve(this);
      seen.observe(this);
    }
  }

  /** The program of the light DOM has come or changed. */
  adopt() {
    if (this.#awake) return;
    this.#adopt();
    this.#size();
    this.#preview();
  }

  /** The page's theme or language may have changed. */
  around() {
    this.#paint();
    this.#awake?.changed('around');
  }

  inView() {
    // It stood in a part of the page that had no width: a closed tab, a folded section.
    if (!this.#wide) this.#size();
    if (this.#values.src && this.#code === undefined) this.#fetch().catch(() => {});
    if (this.#values.load === 'visible' && !this.#waking) this.run().catch(() => {});
  }

  #build() {
    const root = this.attachShadow({ mode: 'open' });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
    }
    root.adoptedStyleSheets = [sheet];
    this.#notes = element('div', { className: 'notes' });
    this.#frame = element('div', { className: 'frame' });
    root.append(this.#notes, this.#frame);
  }

  #readAttributes() {
    const { values, wrong } = read(this);
    this.#values = values;
    const words = TEXTS[this.#lang];
    this.#tell('attributes', wrong.map(({ name, text, may }) => words.wrong(name, text, may)));
  }

  /** What an author should hear of: above the frame, and once on the console. */
  #tell(kind, texts) {
    const told = texts.join('\n');
    if (told && told !== this.#told.get(kind)) console.warn(`<loop-scope>: ${told}`, this);
    this.#told.set(kind, told);
    this.#note(kind, texts);
  }

  /** Messages of one kind above the frame. */
  #note(kind, texts) {
    this.#notes.querySelector(`[data-kind="${kind}"]`)?.remove();
    if (!texts.length) return;
    const box = element('div', { className: 'remark' });
    box.dataset.kind = kind;
    box.dataset.testid = 'error';
    box.setAttribute('role', 'status');
    box.append(...texts.map((text) => (text.nodeType ? text : element('p', { textContent: text }))));
    this.#notes.append(box);
  }

  #differs(want, got) {
    const words = TEXTS[this.#lang];
    const part = (name, text) => {
      const line = element('p', { textContent: `${name}: ` });
      line.append(element('code', { textContent: text || words.nothing }));
      return line;
    };
    this.#note('expect', want === undefined ? [] : [words.differs, part(words.want, want), part(words.got, got)]);
    const box = this.#notes.querySelector('[data-kind="expect"]');
    if (box) Object.assign(box.dataset, { testid: 'diagnostic', code: 'unexpected-output', severity: 'warning', line: '0' });
  }

  #adopt() {
    if (this.#own || (this.#values.src && this.#fetched)) return;
    const block = [...this.children].find((child) => child.slot !== 'expect' && child.textContent.trim());
    if (block) this.#code = codeOf(block);
    else if (this.textContent.trim() && !this.querySelector('[slot="expect"]')) this.#code = codeOf(this);
  }

  #fetched;
  /** `src`: the program's text from a file of its own. */
  #fetch() {
    const url = new URL(this.#values.src, document.baseURI);
    this.#fetched ??= fetch(url)
      .then((response) => (response.ok ? response.text() : Promise.reject(new Error(`${response.status} ${response.statusText}`))))
      .then(
        (text) => {
          if (!this.#own) this.#code = text.replace(/\r\n?/g, '\n');
          this.#tell('src', []);
          if (!this.getAttribute('height')) this.#size();
          this.#preview();
        },
        (error) => {
          this.#fetched = undefined;
          this.#tell('src', [TEXTS[this.#lang].source(cut(url.href), error.message)]);
          throw error;
        },
      );
    return this.#fetched;
  }

  get #lang() {
    return /^zh/i.test(this.closest('[lang]')?.lang || document.documentElement.lang || navigator.language) ? 'zh' : 'en';
  }

  get #dark() {
    const { theme } = this.#values;
    return theme === 'auto' ? isDark(this) : theme === 'dark';
  }

  #paint() {
    this.#frame.classList.toggle('dark', this.#dark);
    this.#notes.classList.toggle('dark', this.#dark);
    this.#frame.lang = this.#notes.lang = this.#lang === 'zh' ? 'zh-Hans' : 'en';
    this.#preview();
  }

  /** The final height, from what will be shown; nothing moves when the engine comes. */
  #size() {
    const { height, view, controls, editor } = this.#values;
    const has = (name) => view.split(',').includes(name) && (name !== 'code' || editor !== 'none');
    this.#wide = this.clientWidth;
    const width = this.#wide || 640;
    const lines = (this.#code ?? '').trimEnd().split('\n').length;
    const panels = ['loop', 'objects', 'inspector'].filter(has).length;
    const code = has('code') ? Math.max(lines * 21 + 34, 96) : 0;
    const bars = 46 + (controls ? (width < 620 ? 104 : 60) : 0);
    let inside;
    if (width < 480) {
      inside = 96 + 40 + Math.max(Math.min(code, 300), 240);
    } else if (width < 820 || !(has('code') || has('console')) || !(has('timeline') || panels)) {
      inside = Math.min(code, 330) + (has('narration') ? 92 : 0) + (has('timeline') ? 236 : 0) + (panels ? 210 : 0) + (has('console') ? 134 : 0);
    } else {
      const left = Math.min(code, 420) + (has('console') ? 160 : 0);
      const right = (has('narration') ? 92 : 0) + (has('timeline') ? 250 : 0) + (panels ? 220 : 0);
      inside = Math.max(left, right);
    }
    // Lower than this the views become tabs.
    if (width >= 480 && has('code') && (has('timeline') || panels)) inside = Math.max(inside, 424 - bars);
    // A property, not an attribute: the page's policy may forbid those.
    this.#frame.style.height = height || `${Math.round(inside + bars + 2)}px`;
  }

  // --- before the engine is there ---

  #preview(state = '') {
    if (this.#awake || !this.#frame) return;
    const words = TEXTS[this.#lang];
    const shown = this.#values.view.split(',').includes('code') && this.#values.editor !== 'none';
    const key = [this.#lang, shown, state, this.#code].join('\0');
    if (key === this.#drawn) return;
    this.#drawn = key;
    const focused = this.shadowRoot.activeElement?.dataset.testid === 'run';
    const run = element('button', { type: 'button', className: 'run', onclick: () => this.run().catch(() => {}) });
    run.dataset.testid = 'run';
    run.append(triangle(), state ? words.loading : words.run);
    if (state) run.setAttribute('aria-busy', 'true');
    const bar = element('div', { className: 'bar' });
    bar.append(run);
    const parts = [bar];
    if (shown && this.#code !== undefined) {
      const list = element('ol', {});
      list.append(...coloured(this.#code).map(row));
      const listing = element('div', { className: 'listing', tabIndex: 0 });
      listing.dataset.testid = 'editor';
      listing.setAttribute('role', 'group');
      listing.setAttribute('aria-label', words.program);
      listing.append(list);
      parts.push(listing);
    } else {
      parts.push(element('p', { className: 'hint', textContent: words.hint }));
    }
    this.#frame.replaceChildren(...parts);
    if (focused) run.focus();
  }

  #wake() {
    this.#waking ??= (async () => {
      this.#preview('loading');
      try {
        const [{ wake }] = await Promise.all([import('./embed.js'), this.#values.src && !this.#own ? this.#fetch() : null]);
        const focused = this.shadowRoot.activeElement;
        const awake = await wake(this.#host);
        this.#awake = awake;
        if (focused) (this.#frame.querySelector('[data-testid="play"]') ?? this.#frame.querySelector('button'))?.focus();
        this.#note('load', []);
        return awake;
      } catch (error) {
        this.#waking = undefined;
        this.#preview();
        // A program that is not there has been told of.
        this.#note('load', this.#told.get('src') ? [] : [TEXTS[this.#lang].failed(error.message)]);
        this.dispatchEvent(new CustomEvent('error', { detail: { kind: 'load', message: error.message }, bubbles: true, composed: true }));
        throw error;
      }
    })();
    return this.#waking;
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

/** One line of the program, as the engine draws it (src/ui/listing.rs). */
function row(pieces, index) {
  const line = element('li', { className: 'row' });
  const number = element('span', { className: 'number', textContent: index + 1 });
  number.ariaHidden = 'true';
  const text = element('span', {});
  text.append(...pieces.map(([kind, piece]) => (kind ? element('span', { className: kind, textContent: piece }) : piece)));
  if (!pieces.length) text.append('\u200b');
  line.append(element('span', { className: 'chips' }), number, text);
  return line;
}

function triangle() {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of [['width', 16], ['height', 16], ['viewBox', '0 0 16 16'], ['aria-hidden', 'true']]) svg.setAttribute(name, value);
  const path = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path'));
  path.setAttribute('d', 'M4 2v12l10-6z');
  path.setAttribute('fill', 'currentColor');
  return svg;
}

let seen;
let grown;

/** Older browsers keep the text and are told why. */
function start() {
  const modern = 'adoptedStyleSheets' in Document.prototype && 'replaceSync' in CSSStyleSheet.prototype && typeof WebAssembly === 'object' && CSS.supports('container-type', 'size');
  if (!modern) {
    const zh = /^zh/i.test(document.documentElement.lang || navigator.language);
    const why = zh ? 'Loopscope 需要更新的浏览器（Chrome 111、Firefox 115、Safari 16.4）。' : 'Loopscope needs a newer browser (Chrome 111, Firefox 115, Safari 16.4).';
    console.warn(why);
    for (const one of document.querySelectorAll('loop-scope')) one.append(element('p', { textContent: why }));
    return;
  }
  if (customElements.get('loop-scope')) return;
  seen = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && entry.target.inView()));
  grown = new MutationObserver((records) => new Set(records.map(({ target }) => (target.nodeType === 1 ? target : target.parentElement)?.closest('loop-scope'))).forEach((one) => one?.adopt()));
  customElements.define('loop-scope', LoopScope);
  onThemeChange(() => all.forEach((one) => one.around()));
  for (const script of document.querySelectorAll('script[data-select]')) {
    if (script.src === import.meta.url) turn(script);
  }
}

/** Turns the blocks that `data-select` names; `data-view` and its like on the script become their attributes. */
function turn(script) {
  const { select } = script.dataset;
  const now = () => {
    for (const block of document.querySelectorAll(select)) {
      if (block.closest('loop-scope')) continue;
      const code = codeOf(block);
      if (!/^\s*(?:import|from)\s+(?:asyncio|threading|concurrent\.futures)\b/m.test(code)) continue;
      const around = block.closest('figure.highlight, div.highlight, .highlighter-rouge, [class*="language-"]:not(code, pre)') ?? block.closest('pre') ?? block;
      const made = document.createElement('loop-scope');
      for (const name of NAMES) {
        if (name in script.dataset) made.setAttribute(name, script.dataset[name]);
      }
      around.replaceWith(made);
      made.append(around);
    }
  };
  try {
    document.querySelector(select);
  } catch {
    console.warn(`loopscope-embed.js: data-select="${select}" is not a CSS selector`);
    return;
  }
  now();
  let waiting;
  new MutationObserver(() => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      now();
    }, 100);
  }).observe(document.body, { childList: true, subtree: true });
}

start();
