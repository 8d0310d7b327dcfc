// Python with asyncio under a virtual clock, as an ES module for pages and for node 20 and later:
//
//   import { run } from './loopscope.js';
//   const { stdout, stderr, exitCode, reason, steps, duration, trace } = await run(source, { trace: true, seed: 42 });
//
// Options, all optional:
//   trace    record the run: `steps` is then counted and `trace` its JSON Lines text, each when it is first read
//            (default false: 0 steps, no trace)
//   seed     of `random` (default 42, as by random.seed(42))
//   limit    virtual seconds after which the run is stopped (default 10,000)
//   stdin    the lines that input() reads, an array or a text
//   args     sys.argv[1:], an array
//   interrupt   the virtual second at which Ctrl+C is pressed
//   switchInterval, cpuCost, latency   as the terminal program's --switch-interval, --cpu-cost and --latency
//   abort    an AbortSignal that ends the run
// `reason` is `finished` when the program ended by itself, else what ended it: `stopped`, `deadlock`, `time-limit`,
// `not-supported`, `syntax-error`, …; `duration` is in virtual seconds.
// The promise is rejected only by a wrong option or a failure of Loopscope itself, never because of the program.
import { ALL, PLAIN, RUNS, foresee, instantiate, prepare, supplied } from './engine.js';

const SLICE_MS = 8;
/** A plain program that computes for so long goes on with what runs at full speed. */
const LONG_MS = 50;
const FUEL = 50_000;
/** So long after the last run what none has needed yet is fetched, unless a run asks for it before. */
const PATIENCE_MS = 500;
/** A run of at most so long is soon computed again. */
const SOON_MS = 500;
/** So many bytes of earlier recordings stay while another one is made, which takes the memory of the rest. */
const HELD = { soon: 2 ** 20, late: 64 * 2 ** 20 };
/** A program that imports something mostly wants what comes last. */
const IMPORTS = /^\s*(import|from)\s/m;
/** Weak references to the recordings of results, the oldest first. */
let recordings = [];
let engine;
/** The instance that is not whole yet, the timer that will complete it, and how many runs there are. */
let unfinished;
let completion;
let running = 0;

export async function run(source, options = {}) {
  if (typeof source !== 'string') throw new TypeError("run's source is a text");
  running += 1;
  clearTimeout(completion);
  try {
    return await start(source, options);
  } finally {
    running -= 1;
    if (unfinished && !running) {
      // The rest leaves runs the network and the processor. The run that needs it hears of a failure.
      completion = setTimeout(complete, PATIENCE_MS, unfinished);
      completion.unref?.();
    }
  }
}

async function complete(instance) {
  try {
    await finish(instance);
  } catch {
    // It is tried again after the next run.
  }
}

async function start(source, options) {
  foresee(source);
  const instance = await loaded(options.trace || IMPORTS.test(source) ? ALL : PLAIN);
  try {
    return await perform(instance, source, options);
  } catch (error) {
    // It wants more than plain programs do: the same from the start, with all of it.
    if (instance.death()?.kind !== 'unfinished') throw error;
    if (unfinished === instance) unfinished = undefined;
    return perform(await loaded(ALL), source, options);
  }
}

/** An instance with a part, and what is linked to before it. What plain programs run is enough for the first run alone. */
async function loaded(part) {
  for (;;) {
    const first = !engine;
    engine ??= instantiate(() => (engine = undefined), { part });
    const instance = await engine.catch((error) => {
      engine = undefined;
      throw error;
    });
    if (first && part === PLAIN) return (unfinished = instance);
    if (part === PLAIN && instance === unfinished) await instance.complete(RUNS);
    else await finish(instance);
    if (!instance.death()) return instance;
  }
}

async function finish(instance) {
  await instance.complete();
  if (unfinished === instance) unfinished = undefined;
}

async function perform(instance, source, { abort, ...rest }) {
  const { api, death } = instance;
  const alive = (value) => {
    if (death()) throw new Error(`Loopscope failed (${death().kind}): ${death().message}`);
    return value;
  };
  const text = String(source);
  // What an option holds may change while the program runs.
  const options = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]));
  let computing = 0;
  await prepare(api, text);
  if (options.trace) makeRoom();
  let started = await compute();
  // A text that is fetched when it is first wanted was not there: every run of a program is the same, so it starts again.
  while (await supplied(api, started)) {
    started.free();
    started = await compute();
  }
  const result = alive(started.result());
  const log = alive(started.into_trace());
  if (!log) return { ...result, steps: 0 };
  const recording = new Recording(log, alive, computing <= SOON_MS && !abort?.aborted && again);
  recordings.push(new WeakRef(recording));
  return Object.defineProperties(result, {
    steps: { get: () => recording.steps, enumerable: true },
    trace: { get: () => recording.text, enumerable: true },
  });

  async function compute() {
    const session = alive(new api.Run(text, options));
    let began = performance.now();
    while (alive(session.advance(FUEL))) {
      if (abort?.aborted) {
        session.stop();
      } else if (performance.now() >= began + SLICE_MS) {
        computing += performance.now() - began;
        // A run that needs what does not come hears of it.
        if (instance === unfinished && computing > LONG_MS) instance.complete(RUNS).catch(() => {});
        await macrotask();
        began = performance.now();
      }
    }
    return session;
  }

  function again() {
    const session = alive(new api.Run(text, options));
    while (alive(session.advance(FUEL)));
    return alive(session.into_trace());
  }
}

/** What a run has recorded: its log, or without it what is computed again when it is asked for. */
class Recording {
  #log;
  #alive;
  #again;
  #steps;
  #text;

  /** `again`: gives the log anew; none if that would take long, or the run was ended from outside. */
  constructor(log, alive, again) {
    this.#log = log;
    this.#alive = alive;
    this.#again = again;
    this.kind = again ? 'soon' : 'late';
    this.size = log.bytes();
  }

  get steps() {
    return (this.#steps ??= this.#read((log) => log.steps()));
  }

  get text() {
    if (this.#text === undefined) {
      this.#text = this.#read((log) => {
        this.#steps ??= log.steps();
        return log.text();
      });
      this.#free();
    }
    return this.#text;
  }

  letGo() {
    if (this.#again) this.#free();
    else this.text;
  }

  #read(what) {
    const log = this.#log ?? this.#again();
    const found = this.#alive(what(log));
    if (log !== this.#log) log.free();
    return found;
  }

  #free() {
    this.#log?.free();
    this.#log = undefined;
    this.size = 0;
  }
}

/** Lets go of the oldest recordings, for another one. */
function makeRoom() {
  const held = { soon: 0, late: 0 };
  const newest = recordings.toReversed().filter((one) => {
    const recording = one.deref();
    if (!recording) return false;
    held[recording.kind] += recording.size;
    if (held[recording.kind] > HELD[recording.kind]) recording.letGo();
    return recording.size;
  });
  recordings = newest.reverse();
}

/** What waits for the next task of the browser, the first first, and the channel by which it is told. */
const waiting = [];
let channel;

/** Lets the page paint and answer; a timer would be clamped to 4 ms, and to a second in hidden tabs. */
function macrotask() {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => waiting.shift()();
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(0);
  });
}
