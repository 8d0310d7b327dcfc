// Keeps the page alive: starts an engine instance that draws the page, holds what the reader would not want to
// lose, and when an instance dies (see engine.js) says so itself and starts another on request.
//
// With src/bin/web.rs it shares two objects:
//   host, given to `start_page(root, host)`:
//     source, options   the program and its options, of a link or of an earlier instance; `restarted` is true after a death
//     keep(source)            remember the code for a next instance
//     share()                 opens the dialog to share and export
//     lesson                  a lesson's file, of a link or of an earlier instance
//     lessons()               opens or closes the list of lessons under its button (lessons-menu.js)
//     tool(name)              opens a dialog of tools.js
//     emit(type, detail)      an event on window.loopscope
//     editor()                promise of the editor's module (editor.js), fetched at the first call
//     library()               promise of library.txt, fetched at the first call
//     whole()                 promise that the instance is whole (engine.js): whatever is not the first view awaits it
//   page, what `start_page` returns: src/ui/page.rs
import { instantiate, library } from './engine.js';
import { drawFailure } from './failure.js';

// What a link may say of a run (src/ui/options.rs).
const OPTIONS = ['seed', 'limit', 'stdin', 'args', 'cpuCost', 'switchInterval', 'interrupt'];

/**
 * Draws the page into `root`, in whose place each later instance gets an element of its own. `hash`: a link's fragment,
 * whose program is then shown (link.js).
 */
export async function supervise(root, hash = '') {
  const host = {
    source: undefined,
    options: undefined,
    restarted: false,
    lesson: undefined,
    keep(source) {
      host.source = source;
    },
    emit(type, detail) {
      if (type === 'finish') arrive();
      loopscope.dispatchEvent(new CustomEvent(type, { detail }));
    },
    async lessons() {
      const { menu } = await import('./lessons-menu.js');
      await menu({ button: root.querySelector('[data-testid="lessons"]'), lang: document.documentElement.lang, current: page.lesson(), choose });
    },
    async share() {
      const { share } = await import('./share.js');
      const { lang, dataset } = document.documentElement;
      await share({ page, options: host.options ?? {}, lang, dark: dataset.theme === 'dark', place: document.body });
    },
    async tool(name) {
      const { tools } = await import('./tools.js');
      const { lang, dataset } = document.documentElement;
      const setOptions = (options) => {
        host.options = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
        page.configure();
      };
      tools[name]({ page, api: instance.api, options: host.options ?? {}, setOptions, run: () => loopscope.run(), lang, dark: dataset.theme === 'dark', place: document.body });
    },
    editor: () => import('./editor.js'),
    library,
    whole: () => instance.complete(),
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
      if (instance.death()) throw new Error('Loopscope starts again: a part of it was still to come');
      return result instanceof Promise ? untilDeath(result) : result;
    };
  }

  function choose(lesson) {
    host.lesson = lesson;
    page.setLesson(lesson);
    // A chosen lesson can be linked to.
    history.replaceState(null, '', `#lesson=${lesson.slug}`);
    host.emit('lesson', lesson.slug);
    loopscope.run();
  }

  /** A promise of a dead instance never settles by itself. */
  function untilDeath(promise) {
    return new Promise((resolve, reject) => {
      pending.add(reject);
      promise.then(resolve, reject).finally(() => pending.delete(reject));
    });
  }

  async function start() {
    unready();
    try {
      // A program that is not the first lesson needs all of the wasm.
      const early = host.source === undefined && !/^#(v\d|lesson=)/.test(hash);
      instance = await instantiate(died, { early });
      const problem = await follow(hash);
      root.replaceChildren();
      page = instance.api.start_page(root, host);
      if (instance.death()) return;
      if (problem) page.tell(problem);
    } catch (error) {
      if (!instance?.death()) failed(unloaded(error));
      return;
    }
    window.loopscope = loopscope;
    document.documentElement.setAttribute('data-drawn', '');
    finish(instance);
  }

  /** The page stands; it is ready for anything once its instance is whole. */
  async function finish({ complete, death }) {
    try {
      await complete();
    } catch (error) {
      if (!death()) died(unloaded(error));
      return;
    }
    if (death()) return;
    document.documentElement.setAttribute('data-ready', '');
    host.emit('ready', {});
    keepOffline();
  }

  /** The site's service worker, if this place may have one. */
  function keepOffline() {
    try {
      navigator.serviceWorker?.register(new URL('./service-worker.js', import.meta.url)).catch(() => {});
    } catch {
      // A sandboxed frame.
    }
  }

  /** Where a link points to, until its program has run. */
  let goal;

  /** Takes the program of a link; what to tell the reader if that cannot be. */
  async function follow(fragment) {
    if (!/^#(v\d|lesson=)/.test(fragment) || host.source !== undefined) return undefined;
    const { decode, explain } = await import('./link.js');
    try {
      const [, lesson] = /^#lesson=(\w+)$/.exec(fragment) ?? [];
      if (lesson) {
        const response = await fetch(new URL(`./lessons/${lesson}.json`, import.meta.url));
        if (!response.ok) return explain('lesson');
        host.lesson = await response.json();
        host.source = host.lesson.code;
        return undefined;
      }
      const { code, options, place, at } = await decode(fragment);
      const known = Object.keys(options).every((name) => OPTIONS.includes(name));
      Object.assign(host, { source: code, options: known ? options : {} });
      goal = place === undefined ? undefined : { place, at, explain };
      if (!known) return explain('options');
    } catch (error) {
      return explain(error.kind);
    }
    return undefined;
  }

  /** A link's program has run: to its place; its anchor wins where the number points elsewhere now. */
  function arrive() {
    if (!goal || !page) return;
    const { place, at, explain } = goal;
    goal = undefined;
    try {
      page.seek(place);
      if (at && page.anchor() !== at && !page.seekAnchor(at)) page.tell(explain('gone'));
    } catch {
      page.tell(explain('gone'));
    }
  }

  // Another link pasted into the same tab.
  addEventListener('hashchange', async () => {
    if (!page) return;
    const before = host.source;
    host.source = undefined;
    const problem = await follow(location.hash);
    if (problem) page.tell(problem);
    if (host.source === undefined) {
      host.source = before;
      return;
    }
    page.configure();
    page.setCode(host.source);
    if (host.lesson?.code === host.source) page.setLesson(host.lesson);
    page.run();
  });

  function died(death) {
    const error = new Error(`Loopscope failed (${death.kind}): ${death.message}`);
    for (const reject of pending) reject(error);
    pending = new Set();
    // What it wanted was still on its way: the same once more, with everything there.
    if (death.kind === 'unfinished') {
      renew();
      instance.complete().then(start, (reason) => failed(unloaded(reason)));
      return;
    }
    failed(death);
    host.emit('error', death);
  }

  function unloaded(error) {
    return { kind: 'load', message: String(error?.message ?? error) };
  }

  function unready() {
    for (const name of ['data-drawn', 'data-ready']) document.documentElement.removeAttribute(name);
  }

  /** The dead instance's listeners sit on the old element: the next instance gets a new one. */
  function renew() {
    unready();
    page = null;
    const fresh = root.cloneNode(false);
    root.replaceWith(fresh);
    root = fresh;
  }

  function failed(failure) {
    renew();
    drawFailure(root, failure, host.source, () => {
      host.restarted = true;
      return start();
    });
  }

  await start();
  return { engine: () => instance };
}
