// The WebAssembly engine: compiled once, instantiated as often as wanted, each instance with a watch on its death.
//
// A panic traps, and a stack overflow is a RangeError; both leave without running destructors, so whatever the
// instance holds is lost from then on. Every call into an instance goes through a guard that sees such an
// exception once, reports it, and turns later calls (listeners and timers that outlive the instance) into nothing.
import createGlue from './web.js';

const WASM = new URL('./web_bg.wasm', import.meta.url);
const LIBRARY = new URL('./library.txt', import.meta.url);
let compiling;
let texts;

/** The compiled WebAssembly.Module; fetched at the first call only, again after a failure. */
export function compile() {
  compiling ??= load().catch((error) => {
    compiling = undefined;
    throw error;
  });
  return compiling;
}

/** The texts of the library's modules written in Python, for the exports' `provide_library`; fetched when first wanted. */
export function library() {
  texts ??= read(LIBRARY).catch((error) => {
    texts = undefined;
    throw error;
  });
  return texts;
}

async function read(url) {
  if (url.protocol !== 'file:') return (await get(url)).text();
  const { readFile } = await import('node:fs/promises');
  return readFile(url, 'utf8');
}

async function get(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  return response;
}

async function load() {
  if (WASM.protocol === 'file:') {
    const { readFile } = await import('node:fs/promises');
    return WebAssembly.compile(await readFile(WASM));
  }
  const response = await get(WASM);
  // Streaming wants the type application/wasm, which not every file server sends.
  const streams = WebAssembly.compileStreaming && response.headers.get('content-type')?.startsWith('application/wasm');
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * A new instance. `onDeath({ kind, message })` is called once, if ever: kind is `panic`, `stack` or `trap`.
 * Returns `{ api, death() }`: the exports of src/bin/web.rs, and what ended the instance (null while it lives).
 */
export async function instantiate(onDeath = () => {}) {
  const module = await compile();
  let death = null;
  let panic = null;

  const die = (error) => {
    if (death) return;
    const overflow = error instanceof RangeError || error?.name === 'InternalError';
    const kind = panic ? 'panic' : overflow ? 'stack' : 'trap';
    death = { kind, message: panic ?? String(error?.message ?? error) };
    onDeath(death);
  };
  const guard = (call) => (...args) => {
    if (death) return undefined;
    try {
      return call(...args);
    } catch (error) {
      die(error);
      throw error;
    }
  };
  // What the generated glue sees in place of the global: only its way of instantiating.
  const facade = {
    Module: WebAssembly.Module,
    Instance: WebAssembly.Instance,
    instantiate: async (compiled, imports) => {
      const { exports } = await WebAssembly.instantiate(compiled, imports);
      const guarded = {};
      for (const [name, value] of Object.entries(exports)) {
        guarded[name] = typeof value === 'function' ? guard(value) : value;
      }
      return { instance: { exports: guarded }, module: compiled };
    },
  };

  const api = createGlue(facade);
  await api.default({ module_or_path: module });
  api.report_panics((message) => {
    panic ??= message;
  });
  return { api, death: () => death };
}
