// Links that carry a program: `#v1.` CHECK PAYLOAD, both base64url. The payload is JSON of
// { code, options, place, at }, UTF-8, deflate-raw; CHECK tells a link that was cut or changed on its way. Only what
// stands before the fragment is ever sent to a server.
//   code     the program
//   options  as `run` of loopscope.js takes them, inputs as `stdin`; left out if empty
//   place    where the reader stood, as attributes write it; `at` says it in terms that outlive changes (src/player/anchor.rs)
const VERSION = 'v1.';
const MOST = 1_000_000;

/** The fragment for a state, with its `#`. */
export async function encode({ code, options = {}, place, at }) {
  const state = { code };
  if (Object.keys(options).length) state.options = options;
  if (place !== undefined && String(place) !== '0') Object.assign(state, { place, at });
  const packed = await through(new CompressionStream('deflate-raw'), new TextEncoder().encode(JSON.stringify(state)));
  return `#${VERSION}${check(packed)}${toText(packed)}`;
}

/** The state in a fragment; null if there is none. Throws an Error whose `kind` is `version`, `broken` or `large`. */
export async function decode(fragment) {
  const text = fragment.replace(/^#/, '');
  if (!/^v\d/.test(text)) return null;
  if (!text.startsWith(VERSION)) throw wrong('version');
  const [sum, payload] = [text.slice(3, 7), text.slice(7)];
  let state;
  try {
    const packed = fromText(payload);
    if (check(packed) !== sum) throw wrong('broken');
    state = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await through(new DecompressionStream('deflate-raw'), packed)));
  } catch (error) {
    throw error.kind ? error : wrong('broken');
  }
  const { code, options = {}, place, at } = state ?? {};
  const plain = typeof options === 'object' && options && !Array.isArray(options);
  if (typeof code !== 'string' || !plain || !['undefined', 'string', 'number'].includes(typeof place)) throw wrong('broken');
  return { code, options, place, at: typeof at === 'string' ? at : undefined };
}

function wrong(kind) {
  return Object.assign(new Error(`a shared link: ${kind}`), { kind });
}

async function through(stream, bytes) {
  const writer = stream.writable.getWriter();
  // What goes wrong shows at the other end.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const parts = [];
  let length = 0;
  const reader = stream.readable.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > MOST) {
      await reader.cancel();
      throw wrong('large');
    }
    parts.push(part.value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Four letters: 24 bits of FNV-1a. */
function check(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return toText(Uint8Array.of(hash >>> 16, hash >>> 8, hash));
}

function toText(bytes) {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromText(text) {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

const TEXTS = {
  en: {
    version: 'This link was made by a newer Loopscope. Here is the first lesson instead.',
    broken: 'This link is damaged: part of it is missing or changed. Ask for it again; here is the first lesson instead.',
    large: 'The program in this link is too large. Here is the first lesson instead.',
    lesson: 'There is no such lesson. Here is the first one instead.',
    gone: 'The place that this link points to is no longer there; this is the nearest.',
    options: 'The options in this link are not understood; the program runs without them.',
  },
  zh: {
    version: '这个链接由更新版本的 Loopscope 生成。下面显示第一课。',
    broken: '这个链接已损坏：有一部分缺失或被改动。请重新获取链接；下面显示第一课。',
    large: '这个链接中的程序太大。下面显示第一课。',
    lesson: '没有这一课。下面显示第一课。',
    gone: '这个链接指向的位置已不存在；这里是最近的位置。',
    options: '无法理解这个链接中的选项；程序按默认选项运行。',
  },
};

/** What to tell the reader of a link. */
export function explain(kind, lang = document.documentElement.lang) {
  return (TEXTS[lang.startsWith('zh') ? 'zh' : 'en'][kind]) ?? kind;
}
