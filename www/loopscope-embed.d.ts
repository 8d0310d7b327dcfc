import type { RunResult } from './loopscope.js';

/** `41`, `1.25s`, `L13`, `L13#2`, `out:4`, `end` */
export type Place = string | number;

/** `<loop-scope>`: a code block that runs. */
export interface LoopScopeElement extends HTMLElement {
  /** Loads the engine if need be and runs the program; resolves when it has ended, been stopped or hit a limit. */
  run(): Promise<Omit<RunResult, 'trace'>>;
  pause(): void;
  /** The program, as the reader has left it. */
  readonly code: string;
  /** Goes to a place; the step, at once where the engine is there, else a promise of it. */
  seek(place: Place): number | Promise<number>;
  setCode(text: string): void;
  /** The recording as JSON Lines. */
  getTrace(): Promise<string>;

  addEventListener<K extends keyof LoopScopeEvents>(type: K, listener: (this: LoopScopeElement, event: LoopScopeEvents[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** Its events; all bubble and leave shadow trees. */
export interface LoopScopeEvents extends HTMLElementEventMap {
  /** The engine is there. */
  ready: CustomEvent<Record<string, never>>;
  step: CustomEvent<{ step: number; time: number; kind: 'plain' | 'begins' | 'waits' | 'timer' | 'output' | 'error' }>;
  /** The program has ended: once a run. */
  finish: CustomEvent<Omit<RunResult, 'trace'>>;
  /** Playback has reached the end. */
  ended: CustomEvent<{ step: number }>;
  diagnostic: CustomEvent<{ code: string; severity: 'error' | 'warning' | 'hint'; line: number; message: string }>;
  error: CustomEvent<{ kind: 'load' | 'panic' | 'stack' | 'trap'; message: string }> & ErrorEvent;
  /** `predict`: the lines are in order, or the reader has given up. */
  predict: CustomEvent<{ right: boolean }>;
  resize: CustomEvent<{ width: number; height: number }> & UIEvent;
}

/** Its attributes, for JSX and templates. */
export interface LoopScopeAttributes {
  src?: string;
  /** Of code, timeline, loop, objects, inspector, console, narration, with commas. */
  view?: string;
  step?: Place;
  from?: Place;
  to?: Place;
  autoplay?: boolean | '';
  predict?: boolean | '';
  speed?: number | string;
  controls?: boolean | 'on' | 'off' | '';
  editor?: 'edit' | 'read' | 'none';
  theme?: 'auto' | 'light' | 'dark';
  lang?: string;
  height?: number | string;
  seed?: number;
  expect?: string;
  load?: 'click' | 'visible';
  /** JSON of `RunOptions` without `trace`. */
  options?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    'loop-scope': LoopScopeElement;
  }
}
