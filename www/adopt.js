// The program in what a highlighter has made of a code block: exactly the author's text.
//
// Line numbers, copy buttons and the like are left out; <br> and blocks end lines; an interpreter's prompts are taken
// away with what it printed.
const NOT_CODE = 'button, script, style, template, svg, [hidden], [data-clipboard-text], .ln, .lnt, .lineno, .linenos, .linenodiv, .line-number, .line-numbers, .line-numbers-rows, .line-numbers-wrapper, .hljs-ln-numbers, .gutter, .rouge-gutter, .copy, .lang, .copy-code-button, .copy-button, .clipboard-button, .code-copy, .go';
const BLOCK = /^(DIV|P|LI|TR)$/;

/** The text of a <pre> or <code>, or of the code cell of what wraps one. */
export function codeOf(element) {
  const pres = [element, ...element.querySelectorAll('pre, code')].filter((one) => /^(PRE|CODE)$/.test(one.tagName) && !one.closest('[slot]'));
  // Line numbers in a table's cell are a <pre> too.
  const source = pres.find((one) => !one.parentElement?.closest(NOT_CODE) && !one.matches(NOT_CODE) && !numbersOnly(one)) ?? element;
  return plain(dedent(textOf(source)));
}

function numbersOnly(pre) {
  return pre.closest('td, .gutter') && /^[\s\d]+$/.test(pre.textContent);
}

function textOf(element) {
  let text = '';
  const walk = (node) => {
    if (node.nodeType === 3) {
      text += node.data;
    } else if (node.nodeType === 1) {
      if (node.tagName === 'BR') {
        text += '\n';
      } else if (node === element || !node.matches(NOT_CODE) || (node.matches('.go') && !text.includes('>>>'))) {
        const start = text.length;
        node.childNodes.forEach(walk);
        const line = BLOCK.test(node.tagName) || (node.classList.contains('line') && node.nextSibling?.classList?.contains('line'));
        if (line && node !== element && (text.length === start || !text.endsWith('\n'))) text += '\n';
      }
    }
  };
  walk(element);
  // A line break right after the tag is not the program's.
  return text.replace(/\r\n?/g, '\n').replace(/^\n/, '');
}

/** Without the indentation that all lines share, as blocks inside of lists have it; some highlighters use no-break spaces. */
function dedent(text) {
  const lines = text.split('\n').map((line) => line.replace(/^[\s\u00a0]+/, (space) => space.replace(/\u00a0/g, ' ')));
  const filled = lines.filter((line) => line.trim());
  const common = Math.min(...filled.map((line) => /^[ \t]*/.exec(line)[0].length));
  return lines.map((line) => (line.trim() ? line.slice(common || 0) : line.trim())).join('\n');
}

/** Without prompts, if there are any. */
function plain(text) {
  const lines = text.split('\n');
  if (!/^>>>( |$)/.test(lines.find((line) => line.trim()) ?? '')) return text;
  const typed = lines.filter((line) => /^(>>>|\.\.\.)( |$)/.test(line)).map((line) => line.slice(4));
  return `${typed.join('\n').trimEnd()}\n`;
}
