// The attributes of <loop-scope>: what each may say, and what to tell who wrote something else.
import { OPTIONS, understood } from './run-options.js';

const VIEWS = ['code', 'timeline', 'loop', 'objects', 'inspector', 'console', 'narration'];
const PLACE = /^(\d+|(\d+\.?\d*|\.\d+)s|L[1-9]\d*(#[1-9]\d*)?|out:[1-9]\d*|end)$/;
const SPEEDS = [0.1, 0.2, 0.5, 1, 2, 5, 10];
const FLAG = { '': true, true: true, on: true, yes: true, false: false, off: false, no: false, none: false };

const words = (all) => (text) => (all.includes(text) ? text : undefined);
const place = (text) => (PLACE.test(text.trim()) ? text.trim() : undefined);
const flag = (text) => FLAG[text.toLowerCase()];

// Name: [value where it is not given, reader (undefined: wrong), what may be written].
const RULES = {
  src: ['', address, 'a .py URL'],
  view: [
    'code,timeline,console',
    (text) => {
      const named = text.split(',').map((one) => one.trim()).filter(Boolean);
      return named.length && named.every((one) => VIEWS.includes(one)) ? named.join() : undefined;
    },
    VIEWS.join(', '),
  ],
  step: ['', place, '41, 1.25s, L13, L13#2, out:4, end'],
  from: ['', place, '41, 1.25s, L13, L13#2, out:4, end'],
  to: ['', place, '41, 1.25s, L13, L13#2, out:4, end'],
  autoplay: [false, flag, 'on, off'],
  predict: [false, flag, 'on, off'],
  speed: ['1', speed, '0.1 … 10, instant'],
  controls: [true, flag, 'on, off'],
  editor: ['edit', words(['edit', 'read', 'none']), 'edit, read, none'],
  theme: ['auto', words(['auto', 'light', 'dark']), 'auto, light, dark'],
  lang: ['', (text) => (/^[a-z]{2,3}([-_]\w+)*$/i.test(text) ? text : undefined), 'en, zh'],
  height: ['', (text) => length(text), '480, 480px, 60vh'],
  seed: [undefined, (text) => (/^\d{1,9}$/.test(text) ? Number(text) : undefined), '42'],
  expect: [undefined, (text) => text, ''],
  load: ['click', words(['click', 'visible']), 'click, visible'],
  options: [{}, json, '{"limit": 60}'],
};

export const NAMES = Object.keys(RULES);

function speed(text) {
  if (text === 'instant' || text === 'instantly') return 'instant';
  const wanted = Number(text);
  if (!(wanted >= 0.1 && wanted <= 10)) return undefined;
  return String(SPEEDS.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best)));
}

function address(text) {
  try {
    return new URL(text, document.baseURI) && text;
  } catch {
    return undefined;
  }
}

function length(text) {
  const value = /^\d+(\.\d+)?$/.test(text.trim()) ? `${text.trim()}px` : text.trim();
  if (value === 'auto') return '';
  return value === '' || CSS.supports('height', value) ? value : undefined;
}

function json(text) {
  try {
    const value = JSON.parse(text);
    return understood(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What somebody wrote, as a message repeats it: whole, or its beginning. */
export function cut(text) {
  const first = [...text.slice(0, 122)];
  return first.length > 60 ? `${first.slice(0, 59).join('')}…` : text;
}

/** `{ values, wrong: [{ name, text, may }] }`; a wrong attribute counts as not given. */
export function read(element) {
  const values = {};
  const wrong = [];
  for (const [name, [initial, reader, may]] of Object.entries(RULES)) {
    const text = element.getAttribute(name);
    // HTML writes a flag by its own name as well: autoplay="autoplay".
    const value = text === null ? initial : reader(reader === flag && text.toLowerCase() === name ? '' : text);
    if (value === undefined && text !== null) wrong.push({ name, text: cut(text), may: name === 'options' ? `${may} (${OPTIONS.join(', ')})` : may });
    values[name] = value === undefined ? initial : value;
  }
  if (values.seed !== undefined) values.options = { ...values.options, seed: values.seed };
  return { values, wrong };
}
