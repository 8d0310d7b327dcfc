// What users write, checked by the compiler alone.
import { run, type RunResult } from 'loopscope';
import 'loopscope/embed';
import type { LoopScopeAttributes, LoopScopeElement } from 'loopscope/embed';

export async function check(): Promise<number> {
  const result: RunResult = await run('print(1)', { trace: true, seed: 42, limit: 60, stdin: ['a'] });
  const element = document.querySelector('loop-scope');
  if (!element) return result.steps;
  element.addEventListener('finish', ({ detail }) => console.log(detail.stdout, detail.exitCode));
  element.addEventListener('step', (event) => event.detail.step + event.detail.time);
  element.addEventListener('predict', ({ detail }) => detail.right);
  element.setCode(element.code);
  await element.run();
  const other: LoopScopeElement = document.createElement('loop-scope');
  other.pause();
  const attributes: LoopScopeAttributes = { view: 'timeline,console', step: 'out:1', load: 'visible' };
  // @ts-expect-error: no such option
  await run('', { sneed: 1 });
  // @ts-expect-error: no such value
  attributes.editor = 'write';
  return (await element.getTrace()).length;
}
