// Until all of the engine is there, nothing that a reader does gets lost: the page's events are held here, in order,
// and done again once it is. What the browser does by itself (focus, scrolling, a select's list) goes on meanwhile.

/** Events that are held, each done again with what it carried. */
const HELD = ['click', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'input', 'change', 'focus', 'focusout', 'paste', 'wheel', 'scroll'];
const PRESSES = ['click', 'dblclick', 'mousedown', 'mouseup'];
/** What a press and most keys do here is the browser's; of what comes of it we hear by `input` and `change`. */
const NATIVE = 'a, select, input, textarea, label';
const CODE = '[data-testid="editor"]';
const LISTING = `${CODE} .listing`;

/**
 * Holds the events inside of `root()` from now on. `editor()` promises the editor's module: it gets the keys that were
 * meant for the program's text.
 */
export function hold(root, { editor }) {
  let events = [];
  let drags = false;
  let paused = false;
  let repeating = false;
  /** The reader is in the program's text, even if the page is drawn anew beneath. */
  let coding = false;
  for (const type of HELD) addEventListener(type, take, { capture: true, passive: false });

  function take(event) {
    const { type, target } = event;
    if (paused || repeating || !(target instanceof Node) || !concerns(target)) return;
    // The editor is there and needs no help but with the order of keys.
    if (event.composedPath()[0] !== target && type !== 'keydown' && type !== 'paste') return;
    event.stopImmediatePropagation();
    const own = inside(target, NATIVE);
    if (type === 'focus' || type === 'mousedown') coding = inside(target, CODE);
    const code = coding && (inside(target, CODE) || target === document.body);
    if (type === 'keydown' && !wanted(event, { target, code, own })) return;
    if (type === 'wheel' && !event.ctrlKey && !event.metaKey) return;
    if (type === 'pointerdown') drags = true;
    if ((type === 'pointermove' && !drags) || (PRESSES.includes(type) && own)) return;
    if (type === 'pointerup' || type === 'pointercancel') drags = false;
    if (type === 'scroll') events = events.filter((earlier) => earlier.event.type !== type || earlier.target !== target);
    // A press may still move the focus.
    if (['click', 'dblclick', 'keydown', 'paste', 'wheel'].includes(type)) event.preventDefault();
    const { value, checked } = own ? target : {};
    events.push({ event, target, code, value, checked, path: path(target), text: event.clipboardData?.getData('text/plain') });
  }

  function concerns(target) {
    return target === document.body || target === document.documentElement || root().contains(target);
  }

  /** Does everything again, what comes meanwhile included; then holds no more. */
  async function release() {
    while (events.length) {
      const held = events;
      events = [];
      for (const one of held) await repeat(one);
    }
    for (const type of HELD) removeEventListener(type, take, { capture: true });
  }

  async function repeat({ event, target: old, code, value, checked, path: where, text }) {
    const { type } = event;
    if (code && (type === 'keydown' || type === 'paste')) {
      await (await editor()).perform(event, text);
      return;
    }
    const target = old === document || old.isConnected ? old : ((where && document.querySelector(where)) ?? document.body);
    if (value !== undefined) Object.assign(target, { value, checked });
    // The focus has moved on.
    if (type === 'focus' && !code && document.activeElement !== target) return;
    repeating = true;
    target.dispatchEvent(new event.constructor(type, event));
    repeating = false;
    // What it has changed is drawn before the next.
    if (['click', 'keydown', 'change', 'mousedown'].includes(type)) await new Promise((resolve) => setTimeout(resolve));
  }

  return {
    release,
    /** Nothing is held while a message stands in the page's place; what is held stays so. */
    pause(is) {
      paused = is;
    },
  };
}

const element = (target) => (target.closest ? target : target.parentElement);
const inside = (target, selector) => Boolean(element(target)?.closest(selector));

/** A key with which the page, or its editor, does something. */
function wanted(event, { target, code, own }) {
  if (['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key) || event.isComposing) return false;
  const command = event.ctrlKey || event.metaKey;
  // The clipboard's keys make events of their own.
  if (code) return !(command && /^[cvx]$/i.test(event.key));
  if (own || command || event.altKey) return false;
  // The browser makes a click of these.
  return !(inside(target, 'button') && (event.key === ' ' || event.key === 'Enter'));
}

/** How to find the element's like, should the page be drawn anew: the nearest handle, and the way from it. */
function path(target) {
  if (inside(target, LISTING)) return LISTING;
  const own = element(target);
  const named = own?.closest('[data-testid]');
  if (!named) return undefined;
  const handle = `[data-testid="${named.dataset.testid}"]`;
  const inner = ['data-value', 'data-lesson'].find((name) => target.hasAttribute?.(name));
  if (inner) return `${handle} [${inner}="${target.getAttribute(inner)}"]`;
  let way = '';
  for (let at = own; at !== named; at = at.parentElement) way = ` > :nth-child(${[...at.parentElement.children].indexOf(at) + 1})${way}`;
  return handle + way;
}
