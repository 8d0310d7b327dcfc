// Python's text in coloured pieces, for the code that is shown before the engine is there; src/ui/highlight.rs colours
// alike what the engine draws.
const KEYWORDS =
  'False|None|True|and|as|assert|async|await|break|class|continue|def|del|elif|else|except|finally|for|from|global|if|import|in|is|lambda|nonlocal|not|or|pass|raise|return|try|while|with|yield';
const PIECES = new RegExp(
  [
    '(?<c>#.*)',
    '(?<s>[rbufRBUF]{0,2}(?:"""[^]*?(?:"""|$)|\'\'\'[^]*?(?:\'\'\'|$)|"(?:\\\\.|[^"\\\\\\n])*"?|\'(?:\\\\.|[^\'\\\\\\n])*\'?))',
    `(?<k>\\b(?:${KEYWORDS})\\b)`,
    '(?<n>\\b\\d[\\w.]*)',
    '(?<f>(?<=^|\\n)-- \\S+\\.\\S+ --(?=\\n|$)|[\\w\\u0080-\\uffff]+(?=\\())',
    '[\\w\\u0080-\\uffff]+',
  ].join('|'),
  'g',
);

/** The lines of a program: arrays of `[class or undefined, text]`. */
export function coloured(code) {
  const lines = [[]];
  const add = (kind, text) =>
    text.split('\n').forEach((part, index) => {
      if (index) lines.push([]);
      if (part) lines.at(-1).push([kind, part]);
    });
  let at = 0;
  for (const { 0: piece, index, groups } of code.matchAll(PIECES)) {
    add(undefined, code.slice(at, index));
    add(Object.keys(groups).find((kind) => groups[kind]), piece);
    at = index + piece.length;
  }
  add(undefined, code.slice(at));
  return lines;
}
