"""Something with a frame around it."""
from rich.box import ROUNDED
from rich.measure import Measurement, measure_renderables
from rich.padding import Padding
from rich.segment import Segment
from rich.text import Text


def _heading(given):
    """What stands in the frame above or below; None: nothing does."""
    if not given:
        return None
    text = Text.from_markup(given) if isinstance(given, str) else given.copy()
    text.end, text.no_wrap = '', True
    text.plain = text.plain.replace('\n', ' ')
    text.expand_tabs()
    text.pad(1)
    return text


def _set_in(console, text, width, align, character, style):
    """A heading with the frame's line left and right of it."""
    text = text.copy()
    text.truncate(width)
    missing = width - text.cell_len
    if text.style:
        text.stylize(console.get_style(text.style))
    if not missing:
        return text
    left = {'left': 0, 'center': missing // 2}.get(align, missing)
    sides = [(character * count, style) for count in (left, missing - left)]
    parts = {'left': [text, sides[1]], 'center': [sides[0], text, sides[1]]}.get(align, [sides[0], text])
    return Text.assemble(*parts, no_wrap=True, end='')


class Panel:
    """Shows something within a frame, as wide as there is room or, with `fit`, as it needs."""

    def __init__(self, renderable, box=ROUNDED, *, title=None, title_align='center', subtitle=None, subtitle_align='center',
                 safe_box=None, expand=True, style='none', border_style='none', width=None, height=None, padding=(0, 1),
                 highlight=False):
        self.renderable, self.box, self.safe_box, self.expand = renderable, box, safe_box, expand
        self.title, self.title_align, self.subtitle, self.subtitle_align = title, title_align, subtitle, subtitle_align
        self.style, self.border_style, self.width, self.height = style, border_style, width, height
        self.padding, self.highlight = padding, highlight

    @classmethod
    def fit(cls, renderable, box=ROUNDED, *, title=None, title_align='center', subtitle=None, subtitle_align='center',
            safe_box=None, style='none', border_style='none', width=None, height=None, padding=(0, 1), highlight=False):
        return cls(renderable, box, title=title, title_align=title_align, subtitle=subtitle, subtitle_align=subtitle_align,
                   safe_box=safe_box, style=style, border_style=border_style, width=width, height=height, padding=padding,
                   highlight=highlight, expand=False)

    def __rich_console__(self, console, options):
        padding = Padding.unpack(self.padding)
        inside = Padding(self.renderable, padding) if any(padding) else self.renderable
        style = console.get_style(self.style)
        border = style + console.get_style(self.border_style)
        width = options.max_width if self.width is None else min(options.max_width, self.width)
        box = self.box.substitute(options)
        title, subtitle = _heading(self.title), _heading(self.subtitle)
        if self.expand:
            room = width - 2
        else:
            room = console.measure(inside, options=options.update_width(width - 2)).maximum
        height = self.height or options.height or None
        if title is not None:
            room = min(options.max_width - 2, max(room, title.cell_len + 2))
        options = options.update(width=room, height=height - 2 if height else height, highlight=self.highlight)
        lines = console.render_lines(inside, options, style=style)

        def edge(text, align, left, line, right, plain):
            if text is not None:
                text.stylize_before(border)
            if text is None or room <= 2:
                yield Segment(plain, border)
            else:
                text = _set_in(console, text, room - 2, align, line, border)
                yield Segment(left + line, border)
                yield from console.render(text, options.update_width(room - 2))
                yield Segment(line + right, border)
            yield Segment.line()

        yield from edge(title, self.title_align, box.top_left, box.top, box.top_right, box.get_top([room]))
        for line in lines:
            yield Segment(box.mid_left, border)
            yield from line
            yield Segment(box.mid_right, border)
            yield Segment.line()
        yield from edge(subtitle, self.subtitle_align, box.bottom_left, box.bottom, box.bottom_right, box.get_bottom([room]))

    def __rich_measure__(self, console, options):
        if self.width is not None:
            return Measurement(self.width, self.width)
        title = _heading(self.title)
        _, right, _, left = Padding.unpack(self.padding)
        extra = left + right + 2
        inside = [self.renderable, title] if title else [self.renderable]
        width = measure_renderables(console, options.update_width(options.max_width - extra), inside).maximum + extra
        return Measurement(width, width)
