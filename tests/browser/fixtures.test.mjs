// Every program in tests/python prints in a page what CPython 3.13 prints: the terminal program is another build of the
// interpreter, with wider words and an allocator, a mathematics and encodings of its own.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { start } from './browser.mjs';

const FIXTURES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../python');
/** What they print has the width or a part of their own files' names, which here are `main.py`. */
const NAMED = ['hints_of_generic_classes.py', 'logging_handlers_and_formats.py', 'profilers_count_calls.py'];
const topics = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

let chrome;
before(async () => (chrome = await start()));
after(() => chrome.close());

for (const topic of topics) {
  test(`the programs of tests/python/${topic}`, async () => {
    const page = await chrome.open();
    const differ = [];
    for (const file of readdirSync(path.join(FIXTURES, topic)).filter((name) => name.endsWith('.py') && !NAMED.includes(name))) {
      const program = path.join(FIXTURES, topic, file);
      const recorded = readFileSync(program.replace(/\.py$/, '.expected'), 'utf8').replaceAll(file, 'main.py');
      const shown = shownOf(await page.evaluate(async (source) => {
        const { exitCode, stdout, stderr } = await (await import('./loopscope.js')).run(source);
        return { exitCode, stdout, stderr };
      }, readFileSync(program, 'utf8')));
      const wanted = recorded.replace(/^(\d+\.\d{6}|end)\t/gm, '');
      if (shown !== wanted) differ.push(`${file}\n${difference(wanted, shown)}`);
    }
    assert.deepEqual(differ, []);
  });
}

/** What a run shows, in the form of the recorded files but for the times of lines. */
function shownOf({ exitCode, stdout, stderr }) {
  const ended = stdout && !stdout.endsWith('\n') ? `${stdout}\n` : stdout;
  return `exit: ${exitCode}\n--- stdout\n${ended}--- stderr\n${ownStderr(stderr)}`.replace(/0x[0-9a-fA-F]{6,}/g, '0xADDR');
}

/** stderr without the library's own frames, as tests/python/record.py writes it. */
function ownStderr(text) {
  let skips = false;
  return text.split('\n').slice(0, -1).filter((line) => {
    const bare = line.replace(/^[ |+-]+/, '');
    if (/^[\s|+-]*File "[</]/.test(line)) return !(skips = true);
    if (skips && line.length - bare.length >= 4 && !bare.startsWith('File ')) return false;
    skips = false;
    return true;
  }).map((line) => `${line}\n`).join('');
}

function difference(wanted, shown) {
  const [a, b] = [wanted, shown].map((text) => text.split('\n'));
  const at = a.findIndex((line, index) => line !== b[index]);
  return `    CPython: ${a[at]}\n    here:    ${b[at]}`;
}
