// The WebAssembly engine: compiled once, instantiated as often as wanted, each instance with a watch on its death.
//
// A panic traps, and a stack overflow is a RangeError; both leave without running destructors, so whatever the
// instance holds is lost from then on. Every call into an instance goes through a guard that sees such an
// exception once, reports it, and turns later calls (listeners and timers that outlive the instance) into nothing.
//
// The wasm comes in parts (www/split.mjs): web_bg.wasm draws the page, web_run.wasm.txt has what programs call often and all that
// the first lesson's run takes, web_rest.wasm.txt the rest (named so that any host sends them compressed, which few do with types
// that they do not know). An instance is whole once all are linked. A call of what is not there yet traps, too.
import createGlue from './web.js';

const PARTS = [new URL('./web_bg.wasm', import.meta.url), new URL('./web_run.wasm.txt', import.meta.url), new URL('./web_rest.wasm.txt', import.meta.url)];
/** With so many parts the page stands; with so many it runs its first lesson. */
export const DRAWS = 1;
export const RUNS = 2;
const LIBRARY = new URL('./library.txt', import.meta.url);
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
const compiled = PARTS.map((url, at) =>
  once(async () => {
    const module = await load(url, at ? 'low' : 'auto');
    there.add(at);
    return module;
  }),
);
const there = new Set();
/** Thrown through the glue by an instance that was not whole; not to be reported to anybody. */
const UNFINISHED = new Error('Loopscope starts again: a part of it was still to come');
globalThis.addEventListener?.('error', (event) => event.error === UNFINISHED && event.preventDefault());
globalThis.addEventListener?.('unhandledrejection', (event) => event.reason === UNFINISHED && event.preventDefault());
/** The texts of the library's modules written in Python, for the exports' `provide_library`; fetched when first wanted. */
export const library = once(() => read(LIBRARY));
/** The names of characters, for the exports' `provide_names`; fetched for the first program that spells one. */
export const names = once(() => read(NAMES));

/** Gives an instance the names of characters if `source` spells one. */
export async function spell(api, source) {
  if (/\\N\{/.test(source)) await given(api.provide_names, names);
}

/** Gives an instance what a run of it that has ended lacked; whether there was something: the same program can run again. */
export async function supplied(api, run) {
  if (run.wants_library()) return given(api.provide_library, library);
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
 * if it trapped before it was whole. Returns `{ api, death(), complete(parts) }`: the exports of src/bin/web.rs, what
 * ended the instance (null while it lives), and a promise that so many parts are there, or all; those up to `parts` and
 * those that were there before are at once.
 */
export async function instantiate(onDeath = () => {}, { parts = PARTS.length } = {}) {
  while (there.has(parts)) parts += 1;
  const [module] = await Promise.all(compiled.slice(0, parts).map((compile) => compile()));
  let death = null;
  let panic = null;
  let begun = false;
  let shared;
  let linked = 1;
  const link = PARTS.map((_, at) =>
    once(async () => {
      if (!at) return;
      // It calls those before it.
      await link[at - 1]();
      const { exports } = await WebAssembly.instantiate(await compiled[at](), { m: shared });
      Object.assign(shared, exports);
      linked += 1;
    }),
  );
  const complete = (count = PARTS.length) => link[count - 1]();

  const die = (error) => {
    if (death) return;
    const overflow = error instanceof RangeError || error?.name === 'InternalError';
    const kind = panic ? 'panic' : overflow ? 'stack' : linked === PARTS.length ? 'trap' : 'unfinished';
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
      await complete(parts);
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
    return instantiate(onDeath, { parts: parts + 1 });
  }
  begun = true;
  return { api, death: () => death, complete };
}
