"""Text with styles over parts of it, and how it is wrapped into lines."""
import re
from bisect import bisect_right, insort
from rich.cells import cell_len, set_cell_size
from rich.containers import Lines
from rich.control import strip_control_codes
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import NULL_STYLE, Style

from rich._text_spans import Span, _breaks

_INDENT = re.compile(r'( *)(.*)')


class Text:
    """Text with styles over parts of it."""
    __slots__ = 'style', 'justify', 'overflow', 'no_wrap', 'end', 'tab_size', '_plain', '_spans'

    def __init__(self, text='', style='', *, justify=None, overflow=None, no_wrap=None, end='\n', tab_size=None, spans=None):
        self._plain = strip_control_codes(text)
        self.style, self.justify, self.overflow, self.no_wrap = style, justify, overflow, no_wrap
        self.end, self.tab_size = end, tab_size
        self._spans = spans or []

    def __len__(self):
        return len(self._plain)

    def __bool__(self):
        return bool(self._plain)

    def __str__(self):
        return self._plain

    def __repr__(self):
        return f'<text {self._plain!r} {self._spans!r} {self.style!r}>'

    def __add__(self, other):
        return self.copy().append(other) if isinstance(other, (str, Text)) else NotImplemented

    def __eq__(self, other):
        return self._plain == other._plain and self._spans == other._spans if isinstance(other, Text) else NotImplemented

    __hash__ = None

    def __contains__(self, other):
        return isinstance(other, (str, Text)) and str(other) in self._plain

    def __getitem__(self, index):
        if isinstance(index, int):
            spans = [Span(0, 1, style) for start, end, style in self._spans if start <= index < end]
            return Text(self._plain[index], spans=spans, end='')
        start, stop, step = index.indices(len(self._plain))
        if step != 1:
            raise TypeError('slices with step!=1 are not supported')
        return self.divide([start, stop])[1]

    @property
    def cell_len(self):
        return cell_len(self._plain)

    @property
    def plain(self):
        return self._plain

    @plain.setter
    def plain(self, new_text):
        shorter = len(new_text) < len(self._plain)
        self._plain = strip_control_codes(new_text)
        if shorter:
            self._trim_spans(len(self._plain))

    @property
    def spans(self):
        return self._spans

    @spans.setter
    def spans(self, spans):
        self._spans = spans[:]

    @property
    def markup(self):
        """Markup that this text could be of."""
        from rich.markup import escape
        marks = [(0, False, self.style)] + [(start, False, style) for start, _, style in self._spans]
        marks += [(end, True, style) for _, end, style in self._spans] + [(len(self), True, self.style)]
        written, at = [], 0
        for offset, closing, style in sorted(marks, key=lambda mark: mark[:2]):
            if offset > at:
                written.append(escape(self._plain[at:offset]))
                at = offset
            if style:
                written.append(f'[/{style}]' if closing else f'[{style}]')
        return ''.join(written)

    @classmethod
    def from_markup(cls, text, *, style='', emoji=True, emoji_variant=None, justify=None, overflow=None, end='\n'):
        from rich.markup import render
        made = render(text, style, emoji=emoji, emoji_variant=emoji_variant)
        made.justify, made.overflow, made.end = justify, overflow, end
        return made

    @classmethod
    def from_ansi(cls, text, *, style='', justify=None, overflow=None, no_wrap=None, end='\n', tab_size=8):
        joiner = cls('\n', style, justify=justify, overflow=overflow, no_wrap=no_wrap, end=end, tab_size=tab_size)
        if '\x1b' not in text and '\r' not in text:
            return joiner.join([cls(line) for line in text.split('\n')])
        from rich.ansi import AnsiDecoder
        return joiner.join(AnsiDecoder().decode(text))

    @classmethod
    def styled(cls, text, style='', *, justify=None, overflow=None):
        made = cls(text, justify=justify, overflow=overflow)
        made.stylize(style)
        return made

    @classmethod
    def assemble(cls, *parts, style='', justify=None, overflow=None, no_wrap=None, end='\n', tab_size=8, meta=None):
        """A text of strings, texts, and pairs of a string and a style."""
        made = cls(style=style, justify=justify, overflow=overflow, no_wrap=no_wrap, end=end, tab_size=tab_size)
        for part in parts:
            if isinstance(part, (str, Text)):
                made.append(part)
            else:
                made.append(*part)
        if meta:
            made.apply_meta(meta)
        return made

    def blank_copy(self, plain=''):
        return Text(plain, self.style, justify=self.justify, overflow=self.overflow, no_wrap=self.no_wrap, end=self.end,
                    tab_size=self.tab_size)

    def copy(self):
        made = self.blank_copy(self._plain)
        made._spans = self._spans[:]
        return made

    def _range(self, start, end):
        length = len(self)
        start = length + start if start < 0 else start
        end = length if end is None else length + end if end < 0 else end
        return (start, min(length, end)) if start < length and end > start else None

    def stylize(self, style, start=0, end=None):
        """Puts a style over a part of the text."""
        found = self._range(start, end) if style else None
        if found:
            self._spans.append(Span(*found, style))

    def stylize_before(self, style, start=0, end=None):
        """Puts a style below those that a part of the text has."""
        found = self._range(start, end) if style else None
        if found:
            self._spans.insert(0, Span(*found, style))

    def apply_meta(self, meta, start=0, end=None):
        self.stylize(Style.from_meta(meta), start=start, end=end)

    def on(self, meta=None, **handlers):
        self.stylize(Style.on(meta, **handlers))
        return self

    def remove_suffix(self, suffix):
        if self._plain.endswith(suffix):
            self.right_crop(len(suffix))

    def get_style_at_offset(self, console, offset):
        if offset < 0:
            offset += len(self)
        style = console.get_style(self.style)
        for start, end, over in self._spans:
            if start <= offset < end:
                style += console.get_style(over, default='')
        return style

    def extend_style(self, spaces):
        """Adds spaces that look as the end of the text does."""
        if spaces > 0:
            end = len(self)
            self._spans = [span.extend(spaces) if span.end >= end else span for span in self._spans]
            self._plain += ' ' * spaces

    def highlight_regex(self, re_highlight, style=None, *, style_prefix=''):
        """Styles what a pattern finds, and its groups by their names."""
        count = 0
        for match in re.compile(re_highlight).finditer(self._plain):
            count += 1
            if style:
                chosen = style(match.group()) if callable(style) else style
                if chosen is not None and match.end() > match.start():
                    self._spans.append(Span(*match.span(), chosen))
            for name in match.re.groupindex:
                start, end = match.span(name)
                if start != -1 and end > start:
                    self._spans.append(Span(start, end, style_prefix + name))
        return count

    def highlight_words(self, words, style, *, case_sensitive=True):
        pattern = '|'.join(map(re.escape, words))
        found = list(re.finditer(pattern, self._plain, 0 if case_sensitive else re.IGNORECASE))
        self._spans += [Span(*match.span(), style) for match in found]
        return len(found)

    def rstrip(self):
        self.plain = self._plain.rstrip()

    def rstrip_end(self, size):
        """Takes away spaces at the end that are beyond a width."""
        excess = len(self) - size
        if excess > 0:
            spaces = len(self) - len(self._plain.rstrip())
            if spaces:
                self.right_crop(min(spaces, excess))

    def set_length(self, new_length):
        if len(self) < new_length:
            self.pad_right(new_length - len(self))
        elif len(self) > new_length:
            self.right_crop(len(self) - new_length)

    def __rich_console__(self, console, options):
        lines = self.wrap(console, options.max_width, justify=self.justify or options.justify or 'default',
                          overflow=self.overflow or options.overflow or 'fold',
                          tab_size=(console.tab_size if self.tab_size is None else self.tab_size) or 8,
                          no_wrap=bool(options.no_wrap if self.no_wrap is None else self.no_wrap))
        yield from Text('\n').join(lines).render(console, end=self.end)

    def __rich_measure__(self, console, options):
        widest = max([cell_len(line) for line in self._plain.splitlines()], default=0)
        return Measurement(max([cell_len(word) for word in self._plain.split()], default=widest), widest)

    def render(self, console, end=''):
        """Segments: a new one wherever a style begins or ends."""
        plain = self._plain
        if not self._spans:
            yield Segment(plain)
        else:
            marks = []
            styles = [console.get_style(self.style, default=NULL_STYLE)]
            for number, (start, stop, style) in enumerate(self._spans, 1):
                styles.append(console.get_style(style, default=NULL_STYLE))
                if stop > start:
                    marks += (start, 1, number), (stop, 0, number)
            marks.append((len(plain), 0, 0))
            active, at, made = [0], 0, {}
            for offset, begins, number in sorted(marks):
                if offset > at:
                    key = tuple(active)
                    style = made.get(key)
                    if style is None:
                        style = made[key] = Style.combine([styles[one] for one in active])
                    yield Segment(plain[at:offset], style)
                    at = offset
                if begins:
                    insort(active, number)
                elif number in active:
                    active.remove(number)
        if end:
            yield Segment(end)

    def join(self, lines):
        """Texts with this one between them."""
        made = self.blank_copy()
        plain, offset = [], 0
        for at, text in enumerate(lines):
            for part in ((self, text) if at and self._plain else (text,)):
                length = len(part)
                if part.style:
                    made._spans.append(Span(offset, offset + length, part.style))
                made._spans += [Span(start + offset, end + offset, style) for start, end, style in part._spans]
                plain.append(part._plain)
                offset += length
        made._plain = ''.join(plain)
        return made

    def expand_tabs(self, tab_size=None):
        if '\t' not in self._plain:
            return
        tab_size = tab_size or self.tab_size or 8
        parts = []
        for line in self.split('\n', include_separator=True):
            cells = 0
            for part in line.split('\t', include_separator=True):
                if part._plain.endswith('\t'):
                    part._plain = part._plain[:-1] + ' '
                    cells += part.cell_len
                    part.extend_style(-cells % tab_size)
                    cells += -cells % tab_size
                else:
                    cells += part.cell_len
                parts.append(part)
        made = Text('').join(parts)
        self._plain, self._spans = made._plain, made._spans

    def truncate(self, max_width, *, overflow=None, pad=False):
        """Cuts what is beyond a width."""
        overflow = overflow or self.overflow or 'fold'
        if overflow == 'ignore':
            return
        length = self.cell_len
        if length > max_width:
            dots = overflow == 'ellipsis'
            self.plain = set_cell_size(self._plain, max_width - dots) + '…' * dots
        elif pad:
            self._plain += ' ' * (max_width - length)

    def _trim_spans(self, length):
        self._spans = [Span(start, min(length, end), style) for start, end, style in self._spans if start < length]

    def pad(self, count, character=' '):
        self.pad_left(count, character)
        self.pad_right(count, character)

    def pad_left(self, count, character=' '):
        assert len(character) == 1, 'Character must be a string of length 1'
        if count:
            self._plain = character * count + self._plain
            self._spans = [span.move(count) for span in self._spans]

    def pad_right(self, count, character=' '):
        assert len(character) == 1, 'Character must be a string of length 1'
        if count:
            self._plain += character * count

    def align(self, align, width, character=' '):
        self.truncate(width)
        missing = width - self.cell_len
        if missing:
            left = {'left': 0, 'center': missing // 2}.get(align, missing)
            self.pad_left(left, character)
            self.pad_right(missing - left, character)

    def append(self, text, style=None):
        """Adds a string with a style, or a text that has its own."""
        if not isinstance(text, (str, Text)):
            raise TypeError('Only str or Text can be appended to Text')
        if not len(text):
            return self
        if isinstance(text, Text):
            if style is not None:
                raise ValueError('style must not be set when appending Text instance')
            return self.append_text(text)
        return self.append_tokens([(text, style)])

    def append_text(self, text):
        offset = len(self)
        if text.style:
            self._spans.append(Span(offset, offset + len(text), text.style))
        self._spans += [Span(start + offset, end + offset, style) for start, end, style in text._spans]
        self._plain += text._plain
        return self

    def append_tokens(self, tokens):
        parts, offset = [self._plain], len(self)
        for content, style in tokens:
            content = strip_control_codes(content)
            parts.append(content)
            if style:
                self._spans.append(Span(offset, offset + len(content), style))
            offset += len(content)
        self._plain = ''.join(parts)
        return self

    def copy_styles(self, text):
        self._spans += text._spans

    def split(self, separator='\n', *, include_separator=False, allow_blank=False):
        """Parts between separators."""
        assert separator, 'separator must not be empty'
        if separator not in self._plain:
            return Lines([self.copy()])
        offsets, at = [], self._plain.find(separator)
        while at != -1:
            end = at + len(separator)
            offsets += [end] if include_separator else [at, end]
            at = self._plain.find(separator, end)
        lines = self.divide(offsets)
        if not include_separator:
            lines = Lines([line for line in lines if line._plain != separator])
        if not allow_blank and self._plain.endswith(separator):
            lines.pop()
        return lines

    def divide(self, offsets):
        """Parts that end at these characters."""
        starts = [0, *offsets]
        if len(starts) == 1:
            return Lines([self.copy()])
        ends = starts[1:] + [len(self)]
        lines = [Text(self._plain[start:end], self.style, justify=self.justify, overflow=self.overflow)
                 for start, end in zip(starts, ends)]
        for begin, stop, style in self._spans:
            for at in range(max(0, bisect_right(starts, begin) - 1), len(starts)):
                start, end = starts[at], ends[at]
                if start >= stop:
                    break
                if min(stop, end) > max(begin, start):
                    lines[at]._spans.append(Span(max(begin, start) - start, min(stop, end) - start, style))
        return Lines(lines)

    def right_crop(self, amount=1):
        length = len(self) - amount
        self._trim_spans(length)
        self._plain = self._plain[:-amount]

    def wrap(self, console, width, *, justify=None, overflow=None, tab_size=8, no_wrap=None):
        """Lines that fit into a width."""
        justify, kept = justify or self.justify or 'default', overflow or self.overflow or 'fold'
        no_wrap = bool(self.no_wrap if no_wrap is None else no_wrap) or overflow == 'ignore'
        lines = Lines()
        for line in self.split(allow_blank=True):
            if '\t' in line:
                line.expand_tabs(tab_size)
            if overflow == 'ignore':
                lines.append(line)
                continue
            if no_wrap:
                pieces = Lines([line])
            else:
                pieces = line.divide(_breaks(line._plain, width, kept == 'fold'))
                for piece in pieces:
                    piece.rstrip_end(width)
            pieces.justify(console, width, justify=justify, overflow=kept)
            for piece in pieces:
                piece.truncate(width, overflow=kept)
            lines.extend(pieces)
        return lines

    def fit(self, width):
        lines = self.split()
        for line in lines:
            line.set_length(width)
        return lines

    def detect_indentation(self):
        from math import gcd
        indents = {len(_INDENT.match(line).group(1)) for line in self._plain.split('\n')}
        return gcd(*[indent for indent in indents if not indent % 2]) or 1

    def with_indent_guides(self, indent_size=None, *, character='│', style='dim green'):
        """A copy with a line wherever the text is indented."""
        size = self.detect_indentation() if indent_size is None else indent_size
        text = self.copy()
        text.expand_tabs()
        guide = character + ' ' * (size - 1)
        lines, blank = [], 0
        for line in text.split(allow_blank=True):
            indent, rest = _INDENT.match(line._plain).groups()
            if not rest:
                blank += 1
                continue
            shown = guide * (len(indent) // size) + ' ' * (len(indent) % size)
            line.plain = shown + line._plain[len(shown):]
            line.stylize(style, 0, len(shown))
            lines += [Text(shown, style=style)] * blank + [line]
            blank = 0
        return text.blank_copy('\n').join(lines + [Text('', style=style)] * blank)


TextType = object
