"""Help pages: usage, wrapped texts, tables of two columns."""
import contextlib
import shutil
import textwrap

from click.utils import forced, term_len


def _fill(text, width, first='', rest=''):
    wrapper = textwrap.TextWrapper(width, initial_indent=first, subsequent_indent=rest, replace_whitespace=False)
    return wrapper.fill(text)


def wrap_text(text, width=78, initial_indent='', subsequent_indent='', preserve_paragraphs=False):
    text = text.expandtabs()
    if not preserve_paragraphs:
        return _fill(text, width, initial_indent, subsequent_indent)
    done = []
    for paragraph in _paragraphs(text):
        indent = len(paragraph[0]) - len(paragraph[0].lstrip())
        lines = [paragraph[0].lstrip(), *paragraph[1:]]
        first, rest = initial_indent + ' ' * indent, subsequent_indent + ' ' * indent
        if lines[0].strip() == '\b':
            done.append('\n'.join((rest if number else first) + line for number, line in enumerate(lines[1:])))
        else:
            done.append(_fill(' '.join(lines), width, first, rest))
    return '\n\n'.join(done)


def _paragraphs(text):
    lines = []
    for line in text.splitlines():
        if line:
            lines.append(line)
        elif lines:
            yield lines
            lines = []
    if lines:
        yield lines


class HelpFormatter:
    def __init__(self, indent_increment=2, width=None, max_width=None):
        if width is None:
            width = forced['width']
        if width is None:
            width = max(min(shutil.get_terminal_size().columns, 80 if max_width is None else max_width) - 2, 50)
        self.indent_increment, self.width, self.current_indent, self.buffer = indent_increment, width, 0, []

    def write(self, string):
        self.buffer.append(string)

    def indent(self):
        self.current_indent += self.indent_increment

    def dedent(self):
        self.current_indent -= self.indent_increment

    def write_usage(self, prog, args='', prefix=None):
        if prefix is None:
            prefix = 'Usage: '
        start = f'{prefix:>{self.current_indent}}{prog} '
        width = self.width - self.current_indent
        if not args:
            self.write(start.rstrip(' ') + '\n')
        elif width >= term_len(start) + 20:
            self.write(wrap_text(args, width, start, ' ' * term_len(start)) + '\n')
        else:
            indent = ' ' * (max(self.current_indent, term_len(prefix)) + 4)
            self.write(f'{start}\n{wrap_text(args, width, indent, indent)}\n')

    def write_heading(self, heading):
        self.write(f'{"":>{self.current_indent}}{heading}:\n')

    def write_paragraph(self):
        if self.buffer:
            self.write('\n')

    def write_text(self, text):
        indent = ' ' * self.current_indent
        self.write(wrap_text(text, self.width, indent, indent, preserve_paragraphs=True) + '\n')

    def write_dl(self, rows, col_max=30, col_spacing=2):
        rows = list(rows)
        if any(len(row) != 2 for row in rows) or not rows:
            raise TypeError('Expected two columns for definition list')
        column = min(max(term_len(term) for term, _ in rows), col_max) + col_spacing
        margin = ' ' * (column + self.current_indent)
        for term, meaning in rows:
            head = f'{"":>{self.current_indent}}{term}'
            lines = wrap_text(meaning, max(self.width - column - 2, 10), preserve_paragraphs=True).splitlines() if meaning else []
            if not lines:
                self.write(f'{head}\n')
                continue
            fits = term_len(term) <= column - col_spacing
            self.write(head + (' ' * (column - term_len(term)) if fits else '\n' + margin) + lines[0] + '\n')
            for line in lines[1:]:
                self.write(f'{margin}{line}\n')

    @contextlib.contextmanager
    def section(self, name):
        self.write_paragraph()
        self.write_heading(name)
        with self.indentation():
            yield

    @contextlib.contextmanager
    def indentation(self):
        self.indent()
        try:
            yield
        finally:
            self.dedent()

    def getvalue(self):
        return ''.join(self.buffer)
