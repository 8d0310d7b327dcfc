// The options of a run that attributes and links may give, as src/ui/options.rs reads them.
const number = (value) => typeof value === 'number' && value >= 0;
const whole = (value) => Number.isSafeInteger(value) && value >= 0;
const lines = (value) => typeof value === 'string' || (Array.isArray(value) && value.every((line) => typeof line === 'string'));
const KINDS = { seed: whole, limit: number, stdin: lines, args: lines, cpuCost: whole, switchInterval: number, latency: number, interrupt: number };

export const OPTIONS = Object.keys(KINDS);

/** Whether these are options of a run, each of its kind. */
export function understood(options) {
  const plain = options && typeof options === 'object' && !Array.isArray(options);
  return plain && Object.entries(options).every(([name, value]) => Object.hasOwn(KINDS, name) && KINDS[name](value));
}
