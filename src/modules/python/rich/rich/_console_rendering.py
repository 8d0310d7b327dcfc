"""How a console renders what it is to show."""
from _class_parts import part as _part
from itertools import islice
from rich import errors
from rich.emoji import replace_codes
from rich.markup import render as render_markup
from rich.measure import Measurement
from rich.protocol import rich_cast
from rich.segment import Segment
from rich.style import Style
from rich.styled import Styled
from rich.text import Text

from rich._console_options import _is_on, _no_highlighter

__name__ = 'rich.console'  # where what is here is said to be  #: in rich/console.py


class Console(metaclass=_part):
    """What a console makes of what it is to show."""

    def measure(self, renderable, *, options=None):
        return Measurement.get(self, options or self.options, renderable)

    def render(self, renderable, options=None):
        """The segments of anything that can be shown."""
        options = options or self.options
        if options.max_width < 1:
            return
        renderable = rich_cast(renderable)
        if hasattr(renderable, '__rich_console__') and not isinstance(renderable, type):
            shown = renderable.__rich_console__(self, options)
        elif isinstance(renderable, str):
            text = self.render_str(renderable, highlight=options.highlight, markup=options.markup)
            shown = text.__rich_console__(self, options)
        else:
            raise errors.NotRenderableError(f'Unable to render {renderable!r}; '
                                            'A str, Segment or object with __rich_console__ method is required')
        try:
            shown = iter(shown)
        except TypeError:
            raise errors.NotRenderableError(f'object {shown!r} is not renderable')
        options = options.reset_height()
        for part in shown:
            if isinstance(part, Segment):
                yield part
            else:
                yield from self.render(part, options)

    def render_lines(self, renderable, options=None, *, style=None, pad=True, new_lines=False):
        """The lines of anything that can be shown, each a list of segments."""
        with self._lock:
            options = options or self.options
            shown = self.render(renderable, options)
            if style:
                shown = Segment.apply_style(shown, style)
            height, width = options.height, options.max_width
            lines = Segment.split_and_crop_lines(shown, width, include_new_lines=new_lines, pad=pad, style=style)
            lines = list(islice(lines, None, None if height is None else max(0, height)))
            if height is not None:
                blank = [Segment(' ' * width, style)] + [Segment('\n')] * new_lines
                lines += [blank] * (height - len(lines))
            return lines

    def render_str(self, text, *, style='', justify=None, overflow=None, emoji=None, markup=None, highlight=None,
                   highlighter=None):
        """A text of a string: its markup read, its emoji put in, its numbers highlighted."""
        emoji = _is_on(emoji, self._emoji)
        if _is_on(markup, self._markup):
            made = render_markup(text, style=style, emoji=emoji, emoji_variant=self._emoji_variant)
            made.justify, made.overflow = justify, overflow
        else:
            text = replace_codes(text, self._emoji_variant) if emoji else text
            made = Text(text, style, justify=justify, overflow=overflow)
        if not _is_on(highlight, self._highlight):
            return made
        shown = (highlighter or self.highlighter)(str(made))
        shown.copy_styles(made)
        return shown

    def get_style(self, name, *, default=None):
        """A style by its name or its words."""
        if isinstance(name, Style):
            return name
        try:
            style = self._theme_stack.get(name)
            if not isinstance(style, Style):
                style = Style.parse(name if style is None else style)
            return style.copy() if style.link else style
        except errors.StyleSyntaxError as error:
            if default is not None:
                return self.get_style(default)
            raise errors.MissingStyle(f'Failed to get style {name!r}; {error}') from None

    def _collect_renderables(self, objects, sep, end, *, justify=None, emoji=None, markup=None, highlight=None):
        """What stands for the objects of a print: texts that follow each other are one."""
        found, texts = [], []
        highlighter = self.highlighter if _is_on(highlight, self._highlight) else _no_highlighter

        def add(renderable):
            if justify in ('left', 'center', 'right'):
                from rich.align import Align
                renderable = Align(renderable, justify)
            found.append(renderable)

        def add_texts():
            if texts:
                add(Text(sep, justify=justify, end=end).join(texts))
                texts.clear()

        for one in objects:
            one = rich_cast(one)
            if isinstance(one, str):
                texts.append(self.render_str(one, emoji=emoji, markup=markup, highlight=highlight, highlighter=highlighter))
            elif isinstance(one, Text):
                texts.append(one)
            elif hasattr(one, '__rich_console__'):
                add_texts()
                add(one)
            elif one is None or isinstance(one, (int, float)):
                texts.append(highlighter(str(one)))
            else:
                from rich.pretty import Pretty, is_expandable
                if is_expandable(one):
                    add_texts()
                    add(Pretty(one, highlighter=highlighter))
                else:
                    texts.append(highlighter(str(one)))
        add_texts()
        if self.style is not None:
            style = self.get_style(self.style)
            found = [Styled(one, style) for one in found]
        return found
