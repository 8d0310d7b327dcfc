// embed.html: one embed in a frame of its own, for places where no script may be added.
//
//   <iframe src="…/embed.html#v1.…&view=timeline,console"></iframe>
//
// The fragment has a shared link's program (link.js), or `src=URL` or `code=TEXT` (percent-encoded), and, after `&`,
// any attribute of <loop-scope>. The frame and the page around it talk by postMessage in objects { loopscope: 1, type, … }:
//   from the page   { type: 'ping' }, { type: 'run' }, { type: 'seek', place: '1.25s' }
//   to the page     { type: 'ready', methods: [...] } at the start and on each ping, { type: 'resize', height },
//                   { type: 'step', step, time }, { type: 'finish', exitCode, reason, steps, duration, stdout, stderr },
//                   { type: 'ended', step }, { type: 'diagnostic', code, severity, line, message }, { type: 'error', message }
// Anything else is ignored.
import './loopscope-embed.js';
import { NAMES } from './attributes.js';
import { decode, explain } from './link.js';

const VERSION = 1;
const made = document.createElement('loop-scope');
const tell = (type, detail = {}) => parent !== window && parent.postMessage({ ...detail, loopscope: VERSION, type }, '*');

addEventListener('message', ({ source, data }) => {
  if (source !== parent || parent === window || data === null || typeof data !== 'object' || data.loopscope !== VERSION) return;
  const { type, place } = data;
  if (type === 'ping') ready();
  else if (type === 'run') made.run().catch(failed);
  else if (type === 'seek' && (typeof place === 'string' || Number.isInteger(place))) seek(place);
});

async function seek(place) {
  try {
    await made.seek(place);
  } catch (error) {
    failed(error);
  }
}

const ready = () => tell('ready', { methods: ['ping', 'run', 'seek'] });
const failed = (error) => tell('error', { message: String(error?.message ?? error) });

async function start() {
  const [first, ...rest] = location.hash.replace(/^#/, '').split('&');
  const given = new URLSearchParams((/^v\d/.test(first) ? rest : [first, ...rest]).join('&').replaceAll('+', '%2B'));
  const attributes = Object.fromEntries([...given].filter(([name]) => NAMES.includes(name)));
  let code = given.get('code');
  try {
    const link = await decode(first);
    if (link) {
      code = link.code;
      if (Object.keys(link.options).length) attributes.options ??= JSON.stringify(link.options);
      if (link.place !== undefined) attributes.step ??= String(link.place);
    }
  } catch (error) {
    document.querySelector('main').append(Object.assign(document.createElement('p'), { textContent: explain(error.kind, attributes.lang ?? navigator.language).split(/(?<=[.。])/)[0] }));
  }
  const lang = attributes.lang ?? navigator.language;
  document.documentElement.lang = lang.startsWith('zh') ? 'zh-Hans' : 'en';
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (!('load' in attributes)) made.setAttribute('load', 'visible');
  if (code !== null) {
    const pre = document.createElement('pre');
    pre.textContent = code;
    made.append(pre);
  }
  document.querySelector('main').append(made);
  for (const type of ['step', 'finish', 'ended', 'diagnostic', 'error']) made.addEventListener(type, ({ detail }) => tell(type, detail));
  new ResizeObserver(() => tell('resize', { height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(document.documentElement);
  ready();
}

start();
