"""Source code with line numbers and guides; its words have no colours here."""
from rich.cells import cell_len
from rich.measure import Measurement
from rich.padding import Padding
from rich.segment import Segment, Segments
from rich.style import NULL_STYLE, Style
from rich.text import Text

_NUMBER_PADDING = 2
# These leave a terminal's background as it is; lines of the others reach up to the right side.
_WITHOUT_BACKGROUND = 'ansi_dark', 'ansi_light'


class Syntax:
    """Shows source code."""

    def __init__(self, code, lexer, *, theme='monokai', dedent=False, line_numbers=False, start_line=1, line_range=None,
                 highlight_lines=None, code_width=None, tab_size=4, word_wrap=False, background_color=None,
                 indent_guides=False, padding=0):
        self.code, self._lexer, self.dedent, self.line_numbers = code, lexer, dedent, line_numbers
        self.start_line, self.line_range, self.highlight_lines = start_line, line_range, highlight_lines or set()
        self.code_width, self.tab_size, self.word_wrap = code_width, tab_size, word_wrap
        self.background_color, self.indent_guides = background_color, indent_guides
        self.padding, self._theme = Padding.unpack(padding), theme

    @classmethod
    def from_path(cls, path, encoding='utf-8', lexer=None, theme='monokai', **options):
        with open(path, encoding=encoding) as file:
            return cls(file.read(), lexer or cls.guess_lexer(path), theme=theme, **options)

    @classmethod
    def guess_lexer(cls, path, code=None):
        return 'python' if str(path).endswith('.py') else 'default'

    lexer = property(lambda self: self._lexer)

    @property
    def _transparent(self):
        return self._theme in _WITHOUT_BACKGROUND and self.background_color in (None, 'default')

    @property
    def _numbers_width(self):
        return len(str(self.start_line + self.code.count('\n'))) + _NUMBER_PADDING if self.line_numbers else 0

    def highlight(self, code, line_range=None):
        """The code as a text."""
        first, last = line_range or (None, None)
        if last:
            code = ''.join(code.splitlines(True)[:last])
        return Text(code, justify='default' if self._transparent else 'left', tab_size=self.tab_size, no_wrap=not self.word_wrap)

    def __rich_measure__(self, console, options):
        _, right, _, left = self.padding
        width = self._numbers_width + left + right
        if self.code_width is not None:
            return Measurement(self._numbers_width, width + self.code_width + 1)
        width += max([cell_len(line) for line in self.code.splitlines()], default=0) + bool(self.line_numbers)
        return Measurement(self._numbers_width, width)

    def __rich_console__(self, console, options):
        shown = Segments(self._shown(console, options))
        yield Padding(shown, self.padding) if any(self.padding) else shown

    def _shown(self, console, options):
        _, right, _, left = self.padding
        width = self.code_width
        if width is None:
            width = options.max_width - left - right
            width -= self._numbers_width + 1 if self.line_numbers else 0
        options = options.update(width=max(0, width))
        ended = self.code.endswith('\n')
        code = self.code if ended else self.code + '\n'
        if self.dedent:
            from textwrap import dedent
            code = dedent(code)
        text = self.highlight(code.expandtabs(self.tab_size), self.line_range)
        guides = self.indent_guides and not options.ascii_only
        if self.line_numbers or self.word_wrap or self.line_range:
            yield from self._shown_by_lines(console, options, text, ended, guides)
            return
        if not ended:
            text.remove_suffix('\n')
        if guides:
            text = text.with_indent_guides(self.tab_size, style='dim')
            text.overflow = 'crop'
        if self._transparent:
            yield from console.render(text, options=options)
        else:
            for line in console.render_lines(text, options.update(height=None, justify='left'), pad=True, new_lines=True):
                yield from line

    def _shown_by_lines(self, console, options, text, ended, guides):
        first, last = self.line_range or (None, None)
        offset = max(0, first - 1) if first else 0
        lines = text.split('\n', allow_blank=ended)
        if self.line_range:
            if offset > len(lines):
                return
            lines = lines[offset:last]
        if guides:
            lines = Text('\n').join(lines).with_indent_guides(self.tab_size, style='dim').split('\n', allow_blank=True)
        pad, numbers = not self._transparent, self._numbers_width
        for number, line in enumerate(lines, self.start_line + offset):
            if self.word_wrap:
                pieces = console.render_lines(line, options.update(height=None, justify='left'), pad=pad)
            else:
                pieces = [list(line.render(console, end=''))]
                if not options.no_wrap:
                    pieces = [Segment.adjust_line_length(pieces[0], options.max_width, pad=pad)]
            for at, piece in enumerate(pieces):
                if self.line_numbers and at:
                    yield Segment(' ' * (numbers + 1))
                elif self.line_numbers:
                    marked = number in self.highlight_lines
                    yield Segment('❱ ', Style(color='red')) if marked else Segment('  ')
                    yield Segment(str(number).rjust(numbers - 2) + ' ', NULL_STYLE if marked else Style(dim=True))
                yield from piece
                yield Segment('\n')
