/** What a run is given besides its source; all optional. */
export interface RunOptions {
  /** Record the run: `steps` is then counted and `trace` its JSON Lines text. */
  trace?: boolean;
  /** Of `random`, as by `random.seed(seed)`; 42 if not given. */
  seed?: number;
  /** Virtual seconds after which the run is stopped; 10,000 if not given. */
  limit?: number;
  /** The lines that `input()` reads. */
  stdin?: string[] | string;
  /** `sys.argv[1:]`. */
  args?: string[];
  /** Nanoseconds an instruction costs. */
  cpuCost?: number;
  /** Scales the quantum of threads, in seconds, as `sys.setswitchinterval`. */
  switchInterval?: number;
  /** Seconds until an outside host answers, unless the request's path says so itself; 0.2 by default. */
  latency?: number;
  /** Ctrl+C is pressed at this virtual second. */
  interrupt?: number;
}

export interface RunResult {
  stdout: string;
  stderr: string;
  exitCode: number;
  /** `finished`: the program ended by itself; else what ended it: `stopped`, `deadlock`, `time-limit`, … */
  reason: string;
  steps: number;
  /** Virtual seconds. */
  duration: number;
  /** The recording as JSON Lines, with `trace: true`. */
  trace?: string;
}

/** Runs a program; rejects only for a wrong option or a failure of Loopscope itself, never because of the program. */
export function run(source: string, options?: RunOptions & { abort?: AbortSignal }): Promise<RunResult>;
