// Keeps the page alive: starts an engine instance that draws the page, holds what the reader would not want to
// lose, and when an instance dies (see engine.js) says so itself and starts another on request.
//
// With src/bin/web.rs it shares two objects:
//   host, given to `start_page(root, host)`:
//     source, options   the program and its options, of a link or of an earlier instance; `waits`: it is not run unasked, as after a death
//     keep(source)            remember the code for a next instance
//     share()                 opens the dialog to share and export
//     lesson                  a lesson's file, of a link or of an earlier instance
//     lessons()               opens or closes the list of lessons under its button (lessons-menu.js)
//     tool(name)              opens a dialog of tools.js; `sound` is its switch for the tones of sound.js
//     emit(type, detail)      an event on window.loopscope
//     editor()                promise of the editor's module (editor.js), fetched at the first call
//     library(section)        promise of library-SECTION.txt, fetched at the first call
//     names()                 promise of names.txt, fetched at the first call
//     whole(opening)          promise that the instance is whole (engine.js), or has what the first lesson's run takes
//   page, what `start_page` returns: src/ui/page.rs
import { DRAWS, RUNS, foresee, instantiate, library, names } from './engine.js';
import { drawFailure } from './failure.js';
import { hold } from './held.js';
import { understood } from './run-options.js';

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Asks twice more before it gives up. */
async function patiently(load) {
  for (const wait of [500, 2_000]) {
    try {
      return await load();
    } catch {
      await pause(wait);
    }
  }
  return load();
}

/** The switch of the tones: off at first, remembered, and only after the reader has touched the page. */
function tones(target) {
  const KEY = 'loopscope-sound';
  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  };
  let on = kept() === 'on';
  let end;
  const begin = async () => {
    removeEventListener('pointerdown', begin);
    removeEventListener('keydown', begin);
    const { sound } = await import('./sound.js');
    if (on) end ??= sound(target);
  };
  if (on) {
    addEventListener('pointerdown', begin);
    addEventListener('keydown', begin);
  }
  return {
    get on() {
      return on;
    },
    set on(wanted) {
      on = wanted;
      try {
        localStorage.setItem(KEY, on ? 'on' : 'off');
      } catch {
        // A forbidden storage forgets it, no more.
      }
      if (on) begin();
      else end = end?.();
    },
  };
}

/**
 * Draws the page into `root`, in whose place each later instance gets an element of its own. `hash`: a link's fragment,
 * whose program is then shown (link.js).
 */
export async function supervise(root, hash = '') {
  const host = {
    source: undefined,
    options: undefined,
    /** The page does not run its program by itself. */
    waits: false,
    lesson: undefined,
    keep(source) {
      host.source = source;
    },
    emit(type, detail) {
      if (type === 'finish') {
        arrive();
        opened();
      }
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
      tools[name]({ page, sound, api: instance.api, options: host.options ?? {}, setOptions, run: () => loopscope.run(), lang, dark: dataset.theme === 'dark', place: document.body });
    },
    // After what the page itself still lacks.
    editor: async () => {
      await host.whole();
      return import('./editor.js');
    },
    library,
    names,
    // The first view is painted first.
    whole: async (opening) => {
      await painted;
      await patiently(() => instance.complete(opening ? RUNS : undefined));
    },
  };
  // Stable over restarts, so that whoever holds it keeps a working object.
  const loopscope = new EventTarget();
  const sound = tones(loopscope);
  let page = null;
  let instance = null;
  let pending = new Set();
  /** Of an instance whose turn is over nothing counts any longer. */
  let turn = 0;
  /** While the engine is not whole: what the reader does waits here, and calls do for `open`. */
  let held = null;
  let open;
  let resolveOpen;
  let paint;
  /** The page has been drawn, and the browser has shown it, or would have if somebody saw it. */
  const painted = new Promise((resolve) => (paint = resolve));
  /** The program with which the page opens has run. */
  let opened = () => {};

  for (const name of ['run', 'pause', 'seek', 'setCode', 'getTrace']) {
    loopscope[name] = (...args) => {
      if (!held) return call(name, args);
      // An instance that dies of being unfinished leaves it to the next.
      if (name === 'setCode') host.keep(String(args[0]));
      if (name === 'run') host.waits = true;
      const later = untilDeath(open.then(() => call(name, args)));
      // Who does not await it need not hear of a failure twice.
      later.catch(() => {});
      return later;
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

  function call(name, args) {
    if (!page || instance.death()) throw new Error(`Loopscope is not running: ${instance?.death()?.message ?? 'starting'}`);
    const result = page[name](...args);
    return result instanceof Promise ? untilDeath(result) : result;
  }

  /** A promise of a dead instance never settles by itself. */
  function untilDeath(promise) {
    return new Promise((resolve, reject) => {
      pending.add(reject);
      promise.then(resolve, reject).finally(() => pending.delete(reject));
    });
  }

  async function start() {
    if (!held) {
      held = hold(() => root, { editor: host.editor });
      open = new Promise((resolve) => (resolveOpen = resolve));
    }
    held.pause(false);
    // The run with which the page opens, mostly over soon, comes before what the reader has done meanwhile.
    const ran = host.waits ? Promise.resolve() : new Promise((resolve) => (opened = resolve));
    try {
      // A program that is not the first lesson needs all of the wasm.
      const early = host.source === undefined && !/^#(v\d|lesson=)/.test(hash);
      const mine = (turn += 1);
      const followed = follow(hash).finally(() => foresee(host.source ?? ''));
      instance = await instantiate((death) => mine === turn && died(death), early ? { part: DRAWS } : {});
      const problem = await followed;
      root.replaceChildren();
      page = instance.api.start_page(root, host);
      // It is drawn when what it queued has run.
      await pause(0);
      if (instance.death()) return;
      if (problem) page.tell(problem);
    } catch (error) {
      if (!instance?.death()) failed(unloaded(error));
      return;
    }
    window.loopscope = loopscope;
    const { documentElement } = document;
    if (!documentElement.hasAttribute('data-ready')) {
      documentElement.setAttribute('data-ready', '');
      host.emit('ready', {});
    }
    Promise.race([new Promise(requestAnimationFrame), pause(100)]).then(() => pause(0)).then(paint);
    finish(instance, ran);
  }

  /** The page stands and takes whatever is done; it does so once its instance is whole. */
  async function finish({ complete, death }, ran) {
    const mine = turn;
    try {
      await painted;
      await patiently(complete);
    } catch (error) {
      if (mine === turn && !death()) died(unloaded(error));
      return;
    }
    await Promise.race([ran, pause(2_000)]);
    if (mine !== turn || death()) return;
    const { release } = held;
    held = null;
    resolveOpen();
    await release();
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
      const known = understood(options);
      Object.assign(host, { source: code, options: known ? options : {} });
      goal = place === undefined ? undefined : { place, at, explain };
      if (!known) return explain('options');
    } catch (error) {
      return explain(error.kind ?? 'lesson');
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
    await open;
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
    // What it wanted was still on its way: the same once more, with everything there.
    if (death.kind === 'unfinished') {
      renew(true);
      const mine = turn;
      patiently(instance.complete).then(start, (reason) => mine === turn && failed(unloaded(reason)));
      return;
    }
    const error = new Error(`Loopscope failed (${death.kind}): ${death.message}`);
    for (const reject of pending) reject(error);
    pending = new Set();
    failed(death);
    host.emit('error', death);
  }

  function unloaded(error) {
    return { kind: 'load', message: String(error?.message ?? error) };
  }

  /** The dead instance's listeners sit on the old element: the next instance gets a new one, with a picture of the old. */
  function renew(picture = false) {
    page = null;
    const fresh = root.cloneNode(picture);
    root.replaceWith(fresh);
    root = fresh;
  }

  function failed(death) {
    turn += 1;
    document.documentElement.removeAttribute('data-ready');
    renew();
    held?.pause(true);
    drawFailure(root, death, host.source, () => {
      // What could not be fetched has not run.
      host.waits = death.kind !== 'load';
      return start();
    });
  }

  await start();
  return { engine: () => instance };
}
