// A soft tone for what a step does. Fetched once the reader has switched it on; there is none in embeds.
//
//   sound(target) plays for each event `step` of `target`, by its `kind`; `kind` is what src/ui/beat.rs says.
//   Gives a function that ends it.
//
// The browser lets a page sound only after the reader has touched it: call it from such an event.

/** Pitches in Hz, one after the other; how long a tone dies away, in s; how loud it is. */
const TONES = {
  begins: { pitches: [523.25], fade: 0.09, gain: 0.05 },
  waits: { pitches: [392], fade: 0.14, gain: 0.04 },
  timer: { pitches: [659.25, 783.99], fade: 0.1, gain: 0.04 },
  output: { pitches: [880], fade: 0.18, gain: 0.05 },
  error: { pitches: [246.94, 196], fade: 0.28, gain: 0.07 },
};
/** Between two tones, in ms: played fast, most steps are silent; output and errors may come sooner. */
const QUIET = 120;
const SOON = 60;

export function sound(target) {
  const Context = globalThis.AudioContext ?? globalThis.webkitAudioContext;
  let context;
  let last = -Infinity;
  try {
    context = Context && new Context();
  } catch {
    // No device: there is nothing to hear.
  }
  if (!context) return () => {};

  const hear = ({ detail: { kind } }) => {
    const tone = TONES[kind];
    const now = performance.now();
    if (!tone || document.hidden || now - last < (kind === 'output' || kind === 'error' ? SOON : QUIET)) return;
    last = now;
    play(tone);
  };

  function play({ pitches, fade, gain }) {
    pitches.forEach((pitch, index) => {
      const at = context.currentTime + index * fade * 0.7;
      const [source, volume] = [context.createOscillator(), context.createGain()];
      source.type = 'sine';
      source.frequency.value = pitch;
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(gain, at + 0.008);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + fade);
      source.connect(volume).connect(context.destination);
      source.start(at);
      source.stop(at + fade);
    });
  }

  // Some browsers let it begin only within the event itself; the system may interrupt it.
  const wake = () => context.state === 'running' || document.hidden || void context.resume().catch(() => {});
  // Nothing is left to sound in a tab that is not seen.
  const seen = () => void (document.hidden ? context.suspend() : context.resume()).catch(() => {});
  wake();
  const touches = ['pointerdown', 'keydown'];
  touches.forEach((touch) => addEventListener(touch, wake));
  target.addEventListener('step', hear);
  document.addEventListener('visibilitychange', seen);
  return () => {
    touches.forEach((touch) => removeEventListener(touch, wake));
    target.removeEventListener('step', hear);
    document.removeEventListener('visibilitychange', seen);
    context.close().catch(() => {});
  };
}
