// Keeps the page alive: starts an engine instance that draws the page, holds what the reader would not want to
// lose, and when an instance dies (see engine.js) says so itself and starts another on request.
//
// With src/bin/web.rs it shares two objects:
//   host, given to `start_page(root, host)`:
//     source, options   what an earlier instance kept (undefined at first); `restarted` is true after a death
//     keep(source, options)   remember the code and the options (JSON text) for a next instance
//     emit(type, detail)      an event on window.loopscope
//     editor()                promise of the editor's module (editor.js), fetched at the first call
//     library()               promise of library.txt, fetched at the first call
//   page, what `start_page` returns: run(), pause(), seek(place), setCode(text), getTrace()
import { instantiate, library } from './engine.js';
import { drawFailure } from './failure.js';

/** Draws the page into `root`, in whose place each later instance gets an element of its own. */
export async function supervise(root) {
  const host = {
    source: undefined,
    options: undefined,
    restarted: false,
    keep(source, options) {
      host.source = source;
      host.options = options;
    },
    emit: (type, detail) => loopscope.dispatchEvent(new CustomEvent(type, { detail })),
    editor: () => import('./editor.js'),
    library,
  };
  // Stable over restarts, so that whoever holds it keeps a working object.
  const loopscope = new EventTarget();
  let page = null;
  let instance = null;
  let pending = new Set();

  for (const name of ['run', 'pause', 'seek', 'setCode', 'getTrace']) {
    loopscope[name] = (...args) => {
      if (!page || instance.death()) throw new Error(`Loopscope is not running: ${instance?.death()?.message ?? 'starting'}`);
      const result = page[name](...args);
      return result instanceof Promise ? untilDeath(result) : result;
    };
  }

  /** A promise of a dead instance never settles by itself. */
  function untilDeath(promise) {
    return new Promise((resolve, reject) => {
      pending.add(reject);
      promise.then(resolve, reject).finally(() => pending.delete(reject));
    });
  }

  async function start() {
    document.documentElement.removeAttribute('data-ready');
    try {
      instance = await instantiate(died);
      root.replaceChildren();
      page = instance.api.start_page(root, host);
    } catch (error) {
      if (!instance?.death()) failed({ kind: 'load', message: String(error?.message ?? error) });
      return;
    }
    window.loopscope = loopscope;
    document.documentElement.setAttribute('data-ready', '');
    host.emit('ready', {});
  }

  function died(death) {
    const error = new Error(`Loopscope failed (${death.kind}): ${death.message}`);
    for (const reject of pending) reject(error);
    pending = new Set();
    failed(death);
    host.emit('error', death);
  }

  function failed(failure) {
    document.documentElement.removeAttribute('data-ready');
    page = null;
    // The dead instance's listeners sit on the old element: the next instance gets a new one.
    const fresh = root.cloneNode(false);
    root.replaceWith(fresh);
    root = fresh;
    drawFailure(root, failure, host.source, () => {
      host.restarted = true;
      return start();
    });
  }

  await start();
  return { engine: () => instance };
}
