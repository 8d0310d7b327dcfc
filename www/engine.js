// The WebAssembly engine: compiled once, instantiated as often as wanted, each instance with a watch on its death.
//
// A panic traps, and a stack overflow is a RangeError; both leave without running destructors, so whatever the
// instance holds is lost from then on. Every call into an instance goes through a guard that sees such an
// exception once, reports it, and turns later calls (listeners and timers that outlive the instance) into nothing.
//
// The wasm comes in parts (www/parts.mjs): what all need, web_bg.wasm; what else draws the page; what else a plain program runs;
// what programs call often and all that the first lesson's run takes; the rest (named so that any host sends them compressed,
// which few do with types that they do not know). An instance is whole once all are linked, but for the plain programs' part,
// which has nothing of its own. A call of what is not there yet traps, too.
import createGlue from './web.js';

// Written out: bundlers look for `new URL('…', import.meta.url)`.
const PARTS = [
  { url: new URL('./web_bg.wasm', import.meta.url) },
  { url: new URL('./web_draw.wasm.txt', import.meta.url), after: 0 },
  { url: new URL('./web_plain.wasm.txt', import.meta.url), after: 0 },
  { url: new URL('./web_run.wasm.txt', import.meta.url), after: 1 },
  { url: new URL('./web_rest.wasm.txt', import.meta.url), after: 3 },
];
/** With this part, and those that it is linked to, the page stands, … */
export const DRAWS = 1;
/** … a plain program runs, though not at full speed, … */
export const PLAIN = 2;
/** … the page runs its first lesson, and programs that need nothing else, … */
export const RUNS = 3;
/** … and any other. */
export const ALL = 4;
/** A part and those that it is linked to, the first of them first. */
const chain = (at) => (at ? [...chain(PARTS[at].after), at] : [0]);
const SECTION = (name) => new URL(`./library-${name}.txt`, import.meta.url);
const NAMES = new URL('./names.txt', import.meta.url);

/** What `load` promises; called at the first call only, again after a failure. */
function once(load) {
  let loading;
  return () => {
    loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** The compiled WebAssembly.Module of each part. */
const compiled = PARTS.map(({ url }, at) =>
  once(async () => {
    const module = await load(url, at < RUNS ? 'auto' : 'low');
    there.add(at);
    return module;
  }),
);
const there = new Set();
/** Thrown through the glue by an instance that was not whole; not to be reported to anybody. */
const UNFINISHED = new Error('Loopscope starts again: a part of it was still to come');
globalThis.addEventListener?.('error', (event) => event.error === UNFINISHED && event.preventDefault());
globalThis.addEventListener?.('unhandledrejection', (event) => event.reason === UNFINISHED && event.preventDefault());
const sections = new Map();
/** The texts of a section of the library, for the exports' `provide_library`; fetched when first wanted. */
export function library(section) {
  if (!sections.has(section)) sections.set(section, once(() => read(SECTION(section))));
  return sections.get(section)();
}
/** An import of something else than the modules that have no text. */
const WANTS_TEXT = /^\s*(?:from|import)\s+(?!(?:asyncio|builtins|itertools|math|random|sys|time|__future__)\b)\w/m;
/**
 * Begins to fetch what a program seems to want while the engine itself is still on its way; what it truly wants the engine
 * tells (`prepare`), and what cannot be had is asked for again then.
 */
export function foresee(source) {
  if (WANTS_TEXT.test(source)) library('common').catch(() => {});
}
/** The names of characters, for the exports' `provide_names`; fetched for the first program that spells one. */
export const names = once(() => read(NAMES));

/** Gives an instance what a program surely wants: what it imports of the library, the names of characters if it spells one. */
export async function prepare(api, source) {
  const wanted = (api.library_wanted_by(source).match(/\w+/g) ?? []).map((section) => given(api.provide_library, () => library(section)));
  if (/\\N\{/.test(source)) wanted.push(given(api.provide_names, names));
  await Promise.all(wanted);
}

/** Gives an instance what a run of it that has ended lacked; whether there was something: the same program can run again. */
export async function supplied(api, run) {
  const section = run.wants_library();
  if (section) return given(api.provide_library, () => library(section));
  return run.wants_names() && given(api.provide_names, names);
}

async function given(provide, fetched) {
  const text = await fetched().catch(() => undefined);
  if (text !== undefined) provide(text);
  return text !== undefined;
}

async function read(url) {
  if (url.protocol !== 'file:') return (await get(url)).text();
  const { readFile } = await import('node:fs/promises');
  return readFile(url, 'utf8');
}

async function get(url, priority = 'auto') {
  const response = await fetch(url, { priority });
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  return response;
}

async function load(url, priority) {
  if (url.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return WebAssembly.compile(await readFile(url));
  }
  const response = await get(url, priority);
  // Streaming wants the type application/wasm, which not every file server sends.
  const streams = WebAssembly.compileStreaming && response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * A new instance. `onDeath({ kind, message })` is called once, if ever: kind is `panic`, `stack`, `trap`, or `unfinished`
 * if it trapped before it was whole. Returns `{ api, death(), complete(part) }`: the exports of src/bin/web.rs, what
 * ended the instance (null while it lives), and a promise that a part is there, or all; `part` is at once, or more if that
 * has been fetched before.
 */
export async function instantiate(onDeath = () => {}, { part = ALL } = {}) {
  const needed = [ALL, RUNS, part].find((last) => last === part || chain(last).every((at) => there.has(at)));
  const [module] = await Promise.all(chain(needed).map((at) => compiled[at]()));
  let death = null;
  let panic = null;
  let begun = false;
  let whole = false;
  let shared;
  const link = PARTS.map(({ after }, at) =>
    once(async () => {
      if (!at) return;
      await link[after]();
      const { exports } = await WebAssembly.instantiate(await compiled[at](), { m: shared });
      Object.assign(shared, exports);
      whole ||= at === ALL;
    }),
  );
  const complete = (last = ALL) => link[last]();

  const die = (error) => {
    if (death) return;
    const overflow = error instanceof RangeError || error?.name === 'InternalError';
    const kind = panic ? 'panic' : overflow ? 'stack' : whole ? 'trap' : 'unfinished';
    death = { kind, message: panic ?? String(error?.message ?? error) };
    if (begun || kind !== 'unfinished') onDeath(death);
  };
  const guard = (call, name) => (...args) => {
    // What the garbage collector lets go afterwards is gone already.
    if (death && /_free$|destroy_closure$/.test(name)) return undefined;
    if (death?.kind === 'unfinished') throw UNFINISHED;
    // The glue takes some callbacks' results apart.
    if (death) return name.includes('closures') ? [] : undefined;
    try {
      return call(...args);
    } catch (error) {
      die(error);
      // Nobody's mistake: another instance takes over.
      throw death.kind === 'unfinished' ? UNFINISHED : error;
    }
  };
  // What the generated glue sees in place of the global: only its way of instantiating.
  const facade = {
    Module: WebAssembly.Module,
    Instance: WebAssembly.Instance,
    instantiate: async (compiled, imports) => {
      const { exports } = await WebAssembly.instantiate(compiled, imports);
      shared = { ...exports };
      // Before anything runs: even the module's own start may want another part.
      await complete(needed);
      const guarded = {};
      for (const [name, value] of Object.entries(exports)) {
        if (!name.startsWith('~')) guarded[name] = typeof value === 'function' ? guard(value, name) : value;
      }
      return { instance: { exports: guarded }, module: compiled };
    },
  };

  const api = createGlue(facade);
  try {
    await api.default({ module_or_path: module });
    api.report_panics((message) => {
      panic ??= message;
    });
  } catch (error) {
    // It could not even begin: the list of what comes first lags behind the code (www/parts.txt).
    if (death?.kind !== 'unfinished') throw error;
    return instantiate(onDeath, { part: needed < RUNS ? RUNS : ALL });
  }
  begun = true;
  return { api, death: () => death, complete };
}
