// «Predict what is printed»: an embed's program is run unseen, its lines of output are put in another order, and the
// reader brings them into the right one, by dragging, by buttons or by the arrow keys. Nothing of the run is in the
// document until it is asked for.
//
//   quiz({ frame, lines, shown, seed, lang, dark, code, answered, reveal })
//     lines   of the output that are asked for; shown: those before them, which stand there already
//     answered(right)  once it is right, or given up; may be left out
//     reveal(number)   draw the run; number: the line of output whose place was wrong, from 1; undefined: none was
import { prepare, supplied } from './engine.js';

const TEXTS = {
  en: {
    title: 'Predict: in which order are these lines printed?',
    already: 'Printed before:',
    up: (line) => `Move up: ${line}`,
    down: (line) => `Move down: ${line}`,
    moved: (line, place, all) => `${line}: place ${place} of ${all}`,
    check: 'Check',
    show: 'Show me',
    right: 'All right!',
    watch: 'Watch it run',
    wrong: (place) => `The first ${place} are right; the next one is not.`,
    first: 'The first line is not right yet.',
    why: 'Show why',
    empty: 'empty line',
  },
  zh: {
    title: '预测：这些行会按什么顺序打印？',
    already: '在此之前已打印：',
    up: (line) => `上移：${line}`,
    down: (line) => `下移：${line}`,
    moved: (line, place, all) => `${line}：第 ${place} 位，共 ${all} 位`,
    check: '检查',
    show: '直接看答案',
    right: '全部正确！',
    watch: '看它怎样运行',
    wrong: (place) => `前 ${place} 行正确，下一行不对。`,
    first: '第一行还不对。',
    why: '看看为什么',
    empty: '空行',
  },
};

export function quiz({ frame, lines, shown, seed, lang, dark, code, answered = () => {}, reveal }) {
  const words = TEXTS[lang];
  const box = element('div', { className: 'quiz' });
  box.dataset.theme = dark ? 'dark' : 'light';
  box.dataset.testid = 'predict';
  box.setAttribute('role', 'group');
  const title = element('p', { className: 'ask', textContent: words.title, id: 'predict-title' });
  box.setAttribute('aria-labelledby', title.id);
  const list = element('ol', { className: 'guess' });
  const said = element('p', { className: 'verdict' });
  said.setAttribute('role', 'status');
  const act = element('div', { className: 'acts' });
  const rows = () => [...list.children];

  for (const line of shuffled(lines, seed)) list.append(row(line));
  const button = (text, testid, onclick) => {
    const made = element('button', { type: 'button', className: 'plain', textContent: text, onclick });
    made.dataset.testid = testid;
    return made;
  };
  const check = button(words.check, 'predict-check', () => {
    const at = rows().findIndex((one, index) => one.line !== lines[index]);
    rows().forEach((one, index) => {
      one.classList.toggle('right', at < 0 || index < at);
      one.classList.toggle('wrong', index === at);
    });
    said.textContent = at < 0 ? words.right : at ? words.wrong(at) : words.first;
    const next = at < 0 ? button(words.watch, 'predict-watch', () => reveal()) : button(words.why, 'predict-why', () => reveal(shown.length + at + 1));
    act.replaceChildren(...(at < 0 ? [next] : [check, show, next]));
    if (at >= 0) return;
    answered(true);
    next.focus();
  });
  const show = button(words.show, 'predict-show', () => {
    answered(false);
    reveal();
  });
  act.append(check, show);
  if (shown.length) box.append(element('p', { className: 'quiet', textContent: words.already }), element('pre', { textContent: shown.join('\n'), tabIndex: 0 }));
  box.prepend(title);
  box.append(list, said, act);
  frame.replaceChildren(...(code ? [code] : []), box);

  function row(line) {
    const name = line.trim() || words.empty;
    const made = Object.assign(element('li', {}), { line });
    const move = (by, focus) => {
      const to = rows().indexOf(made) + by;
      if (to < 0 || to >= lines.length) return;
      list.insertBefore(made, by < 0 ? list.children[to] : list.children[to].nextSibling);
      settle(focus);
    };
    const settle = (focus) => {
      rows().forEach((one) => one.classList.remove('right', 'wrong'));
      said.textContent = words.moved(name, rows().indexOf(made) + 1, lines.length);
      focus?.focus();
    };
    const arrow = (sign, by, label) => {
      const made = element('button', { type: 'button', className: 'square', textContent: sign, ariaLabel: label, onclick: () => move(by, made) });
      made.onkeydown = (event) => {
        const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (!way || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        move(way, made);
      };
      return made;
    };
    made.append(element('code', { textContent: line || '\u200b' }), arrow('↑', -1, words.up(name)), arrow('↓', 1, words.down(name)));
    made.onpointerdown = (event) => {
      if (event.button || event.target.closest('button')) return;
      made.setPointerCapture(event.pointerId);
      made.classList.add('held');
    };
    made.onpointermove = (event) => {
      if (!made.hasPointerCapture(event.pointerId)) return;
      const over = rows().find((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return one !== made && event.clientY > top && event.clientY < bottom;
      });
      if (!over) return;
      const down = rows().indexOf(over) > rows().indexOf(made);
      list.insertBefore(made, down ? over.nextSibling : over);
      // Moving an element in the document ends its capture.
      made.setPointerCapture(event.pointerId);
    };
    made.onpointerup = made.onpointercancel = () => {
      if (made.classList.contains('held')) settle();
      made.classList.remove('held');
    };
    return made;
  }
}

/** So many lines are asked for at most. */
const MOST = 8;

/**
 * A run that nobody sees: `result`, and the lines of its output to ask for, from place `from` to place `to` (`out:4`),
 * with those `before` them; `asked` is undefined if there is no order to ask for. `given`, a signal, gives it up.
 */
export async function hidden(api, source, options, from, to, given) {
  const result = await compute(api, source, options, given);
  const lines = result.stdout.replace(/\n$/, '').split('\n');
  const number = (place, other) => Number(/^out:(\d+)$/.exec(place)?.[1] ?? other);
  const first = number(from, 1) - 1;
  const asked = lines.slice(first, Math.min(number(to, first + MOST), first + MOST));
  return { result, asked: new Set(asked).size < 2 ? undefined : asked, before: lines.slice(0, first) };
}

async function compute(api, source, options, given) {
  await prepare(api, source);
  for (;;) {
    const run = new api.Run(source, { ...options, trace: true });
    let pause = performance.now() + 8;
    while (!given?.aborted && run.advance(50_000)) {
      if (performance.now() < pause) continue;
      await new Promise((resolve) => setTimeout(resolve));
      pause = performance.now() + 8;
    }
    if (await supplied(api, run)) {
      run.free();
      continue;
    }
    const result = run.result();
    const recording = run.into_trace();
    return { ...result, steps: recording?.steps() ?? 0, trace: recording?.text() ?? '' };
  }
}

/** By the seed alone, and never in the right order already; equal lines are the same. */
function shuffled(lines, seed) {
  let state = (seed >>> 0) + 0x9e3779b9;
  const random = (below) => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x3c6ef372;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
  for (let turn = 0; turn < 50; turn += 1) {
    const order = [...lines];
    for (let at = order.length - 1; at > 0; at -= 1) {
      const to = random(at + 1);
      [order[at], order[to]] = [order[to], order[at]];
    }
    if (order.some((line, index) => line !== lines[index])) return order;
  }
  return [...lines].reverse();
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
