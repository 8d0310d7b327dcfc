"""Pieces of text with a style each: what everything is shown as in the end."""
from collections import namedtuple
from enum import IntEnum

from rich.cells import cell_len, set_cell_size, split_text
from rich.repr import rich_repr


class ControlType(IntEnum):
    """What terminals are told beside text."""
    BELL = 1
    CARRIAGE_RETURN = 2
    HOME = 3
    CLEAR = 4
    SHOW_CURSOR = 5
    HIDE_CURSOR = 6
    ENABLE_ALT_SCREEN = 7
    DISABLE_ALT_SCREEN = 8
    CURSOR_UP = 9
    CURSOR_DOWN = 10
    CURSOR_FORWARD = 11
    CURSOR_BACKWARD = 12
    CURSOR_MOVE_TO_COLUMN = 13
    CURSOR_MOVE_TO = 14
    ERASE_IN_LINE = 15
    SET_WINDOW_TITLE = 16


def _blank(cls, width, style, new_lines):
    return [cls(' ' * width + ('\n' if new_lines else ''), style)]


@rich_repr
class Segment(namedtuple('Segment', 'text style control', defaults=(None, None))):
    """A text and its style; with `control`, what a terminal is told."""
    __slots__ = ()

    def __rich_repr__(self):
        yield self.text
        if self.control is not None:
            yield self.style
            yield self.control
        elif self.style is not None:
            yield self.style

    def __bool__(self):
        return bool(self.text)

    @property
    def cell_length(self):
        return 0 if self.control else cell_len(self.text)

    @property
    def is_control(self):
        return self.control is not None

    def split_cells(self, cut):
        assert cut >= 0
        text, style, control = self
        before, after = split_text(text, cut)
        return Segment(before, style, control), Segment(after, style, control)

    @classmethod
    def line(cls):
        return cls('\n')

    @classmethod
    def apply_style(cls, segments, style=None, post_style=None):
        """Segments with a style below their own, and one above it."""
        for text, own, control in segments:
            if not control:
                if style:
                    own = style + own
                if post_style:
                    own = own + post_style if own else post_style
            elif style or post_style:
                own = None
            yield cls(text, own, control)

    @classmethod
    def filter_control(cls, segments, is_control=False):
        return (segment for segment in segments if bool(segment.control) == is_control)

    @classmethod
    def split_lines_terminator(cls, segments):
        """Lines, and whether each ends where a line ends."""
        line = []
        for segment in segments:
            if segment.control or '\n' not in segment.text:
                line.append(segment)
                continue
            *whole, rest = segment.text.split('\n')
            for text in whole:
                if text:
                    line.append(cls(text, segment.style))
                yield line, True
                line = []
            if rest:
                line.append(cls(rest, segment.style))
        if line:
            yield line, False

    @classmethod
    def split_lines(cls, segments):
        return (line for line, _ in cls.split_lines_terminator(segments))

    @classmethod
    def split_and_crop_lines(cls, segments, length, style=None, pad=True, include_new_lines=True):
        """Lines that are no longer than so many cells."""
        for line, ended in cls.split_lines_terminator(segments):
            line = cls.adjust_line_length(line, length, style=style, pad=pad)
            if ended and include_new_lines:
                line.append(cls('\n'))
            yield line

    @classmethod
    def adjust_line_length(cls, line, length, style=None, pad=True):
        """A line cut to a length or, where `pad` says so, filled up to it."""
        missing = length - sum([segment.cell_length for segment in line])
        if missing >= 0:
            return line + [cls(' ' * missing, style)] if missing and pad else line[:]
        kept, taken = [], 0
        for segment in line:
            cells = segment.cell_length
            if taken + cells >= length and not segment.control:
                kept.append(cls(set_cell_size(segment.text, length - taken), segment.style))
                break
            kept.append(segment)
            taken += cells
        return kept

    @classmethod
    def get_line_length(cls, line):
        return sum([cell_len(text) for text, _, control in line if not control])

    @classmethod
    def get_shape(cls, lines):
        return max([cls.get_line_length(line) for line in lines], default=0), len(lines)

    @classmethod
    def set_shape(cls, lines, width, height=None, style=None, new_lines=False):
        """Lines of one width, and so many of them at least."""
        shaped = [cls.adjust_line_length(line, width, style=style) for line in lines]
        missing = (height or len(lines)) - len(shaped)
        return shaped + [_blank(cls, width, style, new_lines)] * missing

    @classmethod
    def _aligned(cls, lines, width, height, style, new_lines, above):
        extra = height - len(lines)
        blank = _blank(cls, width, style, new_lines)
        before = above(extra)
        return [blank] * before + lines[:height] + [blank] * (extra - before)

    @classmethod
    def align_top(cls, lines, width, height, style, new_lines=False):
        return cls._aligned(lines, width, height, style, new_lines, lambda extra: 0)

    @classmethod
    def align_bottom(cls, lines, width, height, style, new_lines=False):
        return cls._aligned(lines, width, height, style, new_lines, lambda extra: extra)

    @classmethod
    def align_middle(cls, lines, width, height, style, new_lines=False):
        return cls._aligned(lines, width, height, style, new_lines, lambda extra: extra // 2)

    @classmethod
    def simplify(cls, segments):
        """The same text in fewer segments."""
        last = None
        for segment in segments:
            if last is None:
                last = segment
            elif last.style == segment.style and not segment.control:
                last = cls(last.text + segment.text, last.style)
            else:
                yield last
                last = segment
        if last is not None:
            yield last

    @classmethod
    def strip_links(cls, segments):
        for segment in segments:
            unlinked = segment.control or segment.style is None
            yield segment if unlinked else cls(segment.text, segment.style.update_link(None))

    @classmethod
    def strip_styles(cls, segments):
        return (cls(text, None, control) for text, _, control in segments)

    @classmethod
    def remove_color(cls, segments):
        return (cls(text, style.without_color if style else None, control) for text, style, control in segments)

    @classmethod
    def divide(cls, segments, cuts):
        """Segments in parts that end at these cells."""
        cuts = list(cuts)
        while cuts and cuts[0] == 0:
            cuts.pop(0)
            yield []
        part, at = [], 0
        for segment in segments:
            while cuts and segment.text:
                end = at if segment.control else at + segment.cell_length
                if end < cuts[0]:
                    break
                before, segment = segment.split_cells(cuts[0] - at)
                part.append(before)
                at = cuts.pop(0)
                yield part[:]
                part.clear()
            if not cuts:
                return
            if segment.text:
                part.append(segment)
                at += segment.cell_length
        if cuts:
            yield part[:]


class Segments:
    """Segments that are shown as they are."""

    def __init__(self, segments, new_lines=False):
        self.segments, self.new_lines = list(segments), new_lines

    def __rich_console__(self, console, options):
        for segment in self.segments:
            yield segment
            if self.new_lines:
                yield Segment.line()


class SegmentLines:
    """Lines of segments that are shown as they are."""

    def __init__(self, lines, new_lines=False):
        self.lines, self.new_lines = list(lines), new_lines

    def __rich_console__(self, console, options):
        for line in self.lines:
            yield from line
            if self.new_lines:
                yield Segment.line()
