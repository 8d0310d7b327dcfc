// An embed that is awake: fetched when a reader asks for more than the code. All embeds of a page are drawn by one
// instance of the engine; when it dies, each keeps its text and says so, and one button starts them all anew.
import { drawFailure } from './failure.js';
import { foresee, instantiate, library, names } from './engine.js';

const embeds = new Set();
let starting;
let styles;

/** Draws the embed into `host.frame`; the object by which its element (loopscope-embed.js) drives it. */
export async function wake(host) {
  foresee(host.code());
  styles ??= sheet().catch((error) => {
    styles = undefined;
    throw error;
  });
  const [instance, style] = await Promise.all([engine(), styles]);
  const root = host.frame.getRootNode();
  if (!root.adoptedStyleSheets.includes(style)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, style];
  const embed = new Embed(host);
  embeds.add(embed);
  if (!host.values().predict || !(await embed.ask(instance))) embed.draw(instance);
  // The first drawing is done when what it queued has run.
  await new Promise((resolve) => setTimeout(resolve));
  host.emit('ready', {});
  return embed;
}

async function sheet() {
  const url = new URL('./embed.css', import.meta.url);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.href}: ${response.status} ${response.statusText}`);
  const made = new CSSStyleSheet();
  await made.replace(await response.text());
  return made;
}

/** The instance that serves all elements: for tests of its death. */
export const engineForTests = () => engine();

function engine() {
  starting ??= instantiate(died).catch((error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

function died(death) {
  starting = undefined;
  for (const embed of embeds) embed.died(death);
}

async function restart() {
  const instance = await engine();
  for (const embed of embeds) {
    if (!embed.page) embed.draw(instance, true);
  }
}

class Embed {
  page = null;
  #host;
  #source;
  #restarted = false;
  #waiting = new Set();
  #ran;
  /** The result of the run that the reader shall predict. */
  #hidden;
  #size = new ResizeObserver(([{ contentRect }]) => this.#host.emit('resize', { width: contentRect.width, height: contentRect.height }));

  constructor(host) {
    this.#host = host;
    this.#source = host.code();
  }

  draw(instance, restarted = false) {
    this.#restarted = restarted;
    const place = document.createElement('div');
    place.className = 'place';
    this.#host.frame.replaceChildren(place);
    this.page = instance.api.start_page(place, this.#view());
    this.#size.observe(this.#host.element);
  }

  /** `predict`: the lines of the output as a question; false: there is no order to ask for. */
  async ask(instance) {
    const { options, from, to } = this.#host.values();
    const { quiz, hidden } = await import('./predict.js');
    const { result, asked, before } = await hidden(instance.api, this.#source, options, from, to);
    if (!asked) return false;
    this.#hidden = result;
    const code = this.#host.frame.querySelector('.listing');
    quiz({
      frame: this.#host.frame,
      lines: asked,
      shown: before,
      seed: options.seed ?? 1,
      lang: this.#host.lang(),
      dark: this.#host.dark(),
      code,
      answered: (right) => this.#host.emit('predict', { right }),
      reveal: (wrong) => this.#reveal(instance, wrong),
    });
    return true;
  }

  /** The question is answered, or given up: the run itself, at the line of output that stood wrong. */
  async #reveal(instance, wrong) {
    this.#hidden = undefined;
    this.draw(instance);
    await this.run();
    if (wrong) {
      this.page.seek(`out:${wrong}`);
      this.page.why(wrong);
    } else if (!matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.page.play();
    }
    this.#host.frame.querySelector('[data-testid="play"]')?.focus();
  }

  /** What src/ui/host.rs reads. */
  #view() {
    const embed = this;
    const values = () => this.#host.values();
    return {
      get source() { return embed.#source; },
      get options() { return values().options; },
      get waits() { return embed.#restarted; },
      get view() { return values().view; },
      get controls() { return values().controls; },
      get editing() { return values().editor; },
      get lang() { return embed.#host.lang(); },
      get dark() { return embed.#host.dark(); },
      get speed() { return values().speed; },
      keep(source) { embed.#source = source; },
      emit: (type, detail) => this.#emit(type, detail),
      editor: () => import('./editor.js'),
      library,
      names,
      whole: () => Promise.resolve(),
      share: () => import('./share.js').then(({ share }) => share(this.#shared())),
      tool: (name) => import('./tools.js').then(({ tools }) => tools[name](this.#shared())),
    };
  }

  #shared() {
    const { options, view } = this.#host.values();
    return { page: this.page, options, view, lang: this.#host.lang(), dark: this.#host.dark(), place: this.#host.frame };
  }

  #emit(type, detail) {
    if (type === 'finish') this.#finished(detail);
    this.#host.emit(type, detail);
  }

  /** The program has ended: to where the author wants the reader to begin. */
  #finished(result) {
    const { from, to, step, autoplay } = this.#host.values();
    const { page } = this;
    // Of a program that the reader has changed the author could not know.
    const places = page.code() === this.#host.code() ? { step, from, to } : {};
    this.#host.missing(Object.entries(places).filter(([, place]) => place && !page.has(place)));
    const start = from ? page.resolve(from) : 0;
    page.bound(start, to ? page.resolve(to) : 0xffffffff);
    const wanted = step || from;
    if (wanted && result.steps) page.seek(wanted);
    if (autoplay && result.steps && !matchMedia('(prefers-reduced-motion: reduce)').matches) page.play();
    this.#compare(result);
  }

  /** What the author promises, by lines; blanks at their ends don't count. */
  #compare({ stdout, stderr }) {
    const lines = (text) => text.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trimEnd()).join('\n').trim();
    const expected = lines(this.#host.expected() ?? '');
    if (!expected || expected === lines(stdout) || expected === lines(stdout + stderr)) {
      this.#host.differs(undefined);
      return;
    }
    const [want, got] = [expected.split('\n'), lines(stdout).split('\n')];
    const at = want.findIndex((line, index) => line !== got[index]);
    const index = at < 0 ? want.length : at;
    this.#host.differs(want[index] ?? '', got[index] ?? '');
    const message = `line ${index + 1} of the output: expected “${want[index] ?? ''}”, printed “${got[index] ?? ''}”`;
    this.#host.emit('diagnostic', { code: 'unexpected-output', severity: 'warning', line: 0, message });
  }

  died(death) {
    this.page = null;
    const error = new Error(`Loopscope failed (${death.kind}): ${death.message}`);
    for (const reject of this.#waiting) reject(error);
    this.#waiting.clear();
    const box = document.createElement('div');
    box.className = 'place';
    this.#host.frame.replaceChildren(box);
    drawFailure(box, death, this.#source, restart);
    this.#host.emit('error', death);
  }

  // --- what the element calls ---

  run() {
    if (this.#hidden) {
      this.#host.emit('finish', this.#hidden);
      return Promise.resolve(this.#hidden);
    }
    this.#ran = this.#untilDeath(this.#alive().run());
    return this.#ran;
  }

  pause() {
    this.page?.pause();
  }

  seek(place) {
    return this.#alive().seek(place);
  }

  get code() {
    return this.page?.code() ?? this.#source;
  }

  setCode(text) {
    this.#source = text;
    this.page?.setCode(text);
    if (!this.#hidden) return;
    // The question was about another program.
    this.#hidden = undefined;
    engine().then((instance) => this.draw(instance));
  }

  async getTrace() {
    if (this.#hidden) return this.#hidden.trace;
    if (!this.#ran) this.run();
    await this.#ran;
    return this.#alive().getTrace();
  }

  /** An attribute has changed, or what is around the element. */
  changed(name) {
    const { page } = this;
    if (!page) return;
    page.configure();
    const { step, from, to } = this.#host.values();
    if (name === 'step' && step) page.seek(step);
    if (name === 'from' || name === 'to') page.bound(from ? page.resolve(from) : 0, to ? page.resolve(to) : 0xffffffff);
  }

  destroy() {
    embeds.delete(this);
    this.#size.disconnect();
    this.page?.destroy();
    this.page = null;
  }

  #alive() {
    if (!this.page) throw new Error('Loopscope has stopped: its Restart button starts it again');
    return this.page;
  }

  /** A promise of a dead instance never settles by itself. */
  #untilDeath(promise) {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      promise.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }
}
