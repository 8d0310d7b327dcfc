"""Consoles: what is printed becomes segments, and segments become text for a file or a terminal."""
import os
import sys
import threading
from abc import ABC
from collections import namedtuple
from itertools import islice
from time import monotonic

from rich import errors
from rich.color import ColorSystem
from rich.control import Control
from rich.emoji import replace_codes
from rich.highlighter import NullHighlighter, ReprHighlighter
from rich.markup import render as render_markup
from rich.measure import Measurement, measure_renderables
from rich.protocol import rich_cast
from rich.segment import Segment
from rich.style import Style
from rich.styled import Styled
from rich.text import Text
from rich.theme import Theme, ThemeStack

COLOR_SYSTEMS = {'standard': ColorSystem.STANDARD, '256': ColorSystem.EIGHT_BIT, 'truecolor': ColorSystem.TRUECOLOR,
                 'windows': ColorSystem.WINDOWS}
_TERM_COLORS = {'kitty': ColorSystem.EIGHT_BIT, '256color': ColorSystem.EIGHT_BIT, '16color': ColorSystem.STANDARD}
ConsoleDimensions = namedtuple('ConsoleDimensions', 'width height')
_no_highlighter = NullHighlighter()
# Names for annotations.
RenderableType = RenderResult = HighlighterType = JustifyMethod = OverflowMethod = object


class NoChange:
    """Stands for what is left as it is."""


NO_CHANGE = NoChange()


class ConsoleOptions:
    """What something that is shown has to keep to: the room there is, how text is set."""

    def __init__(self, size, legacy_windows, min_width, max_width, is_terminal, encoding, max_height, justify=None,
                 overflow=None, no_wrap=False, highlight=None, markup=None, height=None):
        self.size, self.legacy_windows, self.min_width, self.max_width = size, legacy_windows, min_width, max_width
        self.is_terminal, self.encoding, self.max_height, self.justify = is_terminal, encoding, max_height, justify
        self.overflow, self.no_wrap, self.highlight, self.markup, self.height = overflow, no_wrap, highlight, markup, height

    def __repr__(self):
        return f'ConsoleOptions({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'

    @property
    def ascii_only(self):
        return not self.encoding.startswith('utf')

    def copy(self):
        made = ConsoleOptions.__new__(ConsoleOptions)
        made.__dict__.update(self.__dict__)
        return made

    def update(self, *, width=NO_CHANGE, min_width=NO_CHANGE, max_width=NO_CHANGE, justify=NO_CHANGE, overflow=NO_CHANGE,
               no_wrap=NO_CHANGE, highlight=NO_CHANGE, markup=NO_CHANGE, height=NO_CHANGE):
        made = self.copy()
        if width is not NO_CHANGE:
            made.min_width = made.max_width = max(0, width)
        given = {'min_width': min_width, 'max_width': max_width, 'justify': justify, 'overflow': overflow, 'no_wrap': no_wrap,
                 'highlight': highlight, 'markup': markup}
        made.__dict__.update([(name, value) for name, value in given.items() if value is not NO_CHANGE])
        if height is not NO_CHANGE:
            made.height = height if height is None else max(0, height)
            if height is not None:
                made.max_height = height
        return made

    def update_width(self, width):
        return self.update(width=width)

    def update_height(self, height):
        made = self.copy()
        made.max_height = made.height = height
        return made

    def reset_height(self):
        made = self.copy()
        made.height = None
        return made

    def update_dimensions(self, width, height):
        made = self.update(width=width)
        made.max_height = made.height = height
        return made


class NewLine:
    """Empty lines."""

    def __init__(self, count=1):
        self.count = count

    def __rich_console__(self, console, options):
        yield Segment('\n' * self.count)


class CaptureError(Exception):
    """What was captured is asked for too early."""


class Capture:
    """What a console prints within a block, as a string."""

    def __init__(self, console):
        self._console, self._result = console, None

    def __enter__(self):
        self._console.begin_capture()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self._result = self._console.end_capture()

    def get(self):
        if self._result is None:
            raise CaptureError('Capture result is not available until context manager exits.')
        return self._result


class ThemeContext:
    """A theme for a block."""

    def __init__(self, console, theme, inherit=True):
        self.console, self.theme, self.inherit = console, theme, inherit

    def __enter__(self):
        self.console.push_theme(self.theme)
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.console.pop_theme()


class RenderHook:
    """Changes what is about to be printed."""

    def process_renderables(self, renderables):
        raise NotImplementedError


class Group:
    """Things one below the other."""

    def __init__(self, *renderables, fit=True):
        self._renderables, self.fit, self._listed = renderables, fit, None

    @property
    def renderables(self):
        if self._listed is None:
            self._listed = list(self._renderables)
        return self._listed

    def __rich_measure__(self, console, options):
        if self.fit:
            return measure_renderables(console, options, self.renderables)
        return Measurement(options.max_width, options.max_width)

    def __rich_console__(self, console, options):
        yield from self.renderables


def group(fit=True):
    """Makes a group of what a function yields."""
    def decorator(method):
        from functools import wraps

        @wraps(method)
        def grouped(*args, **kwargs):
            return Group(*method(*args, **kwargs), fit=fit)
        return grouped
    return decorator


class ConsoleRenderable(ABC):
    """Whatever has `__rich_console__`."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__rich_console__')


class RichCast(ABC):
    """Whatever has `__rich__`."""

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__rich__')


class _OfThread(threading.local):
    """What each thread has of a console: what it has printed so far, how deep it is in blocks, its themes."""

    def __init__(self, theme):
        self.theme_stack, self.buffer, self.buffer_index = ThemeStack(theme), [], 0


def _is_on(given, otherwise):
    return bool(given or given is None and otherwise)


class Console:
    """Prints to a file or a terminal."""

    is_jupyter = False
    legacy_windows = False

    def __init__(self, *, color_system='auto', force_terminal=None, force_jupyter=None, force_interactive=None, soft_wrap=False,
                 theme=None, stderr=False, file=None, quiet=False, width=None, height=None, style=None, no_color=None,
                 tab_size=8, record=False, markup=True, emoji=True, emoji_variant=None, highlight=True, log_time=True,
                 log_path=True, log_time_format='[%X]', highlighter=ReprHighlighter(), legacy_windows=None, safe_box=True,
                 get_datetime=None, get_time=None, _environ=None):
        self._environ = os.environ if _environ is None else _environ
        self.tab_size, self.record, self._markup, self._emoji = tab_size, record, markup, emoji
        self._emoji_variant, self._highlight, self.soft_wrap = emoji_variant, highlight, soft_wrap
        self._width = self._number('COLUMNS') if width is None else width
        self._height = self._number('LINES') if height is None else height
        self._force_terminal, self._file, self.quiet, self.stderr = force_terminal, file, quiet, stderr
        if color_system == 'auto':
            self._color_system = self._detect_color_system()
        else:
            self._color_system = None if color_system is None else COLOR_SYSTEMS[color_system]
        self._lock = threading.RLock()
        self._log_format = log_time, log_path, log_time_format
        self._log_renderer = None
        self.highlighter, self.safe_box, self.style = highlighter or _no_highlighter, safe_box, style
        self._get_datetime, self.get_time = get_datetime, get_time or monotonic
        self.no_color = self._environ.get('NO_COLOR', '') != '' if no_color is None else no_color
        if force_interactive is None:
            force_interactive = {'0': False, '1': True}.get(self._environ.get('TTY_INTERACTIVE'))
        self.is_interactive = (
            self.is_terminal and not self.is_dumb_terminal if force_interactive is None else force_interactive)
        self._thread_locals = _OfThread(Theme() if theme is None else theme)
        self._record_buffer, self._render_hooks, self._live_stack = [], [], []
        self.is_alt_screen = False

    def __repr__(self):
        return f'<console width={self.width} {self._color_system!s}>'

    def _number(self, name):
        given = self._environ.get(name)
        return int(given) if given is not None and given.isdigit() else None

    @property
    def get_datetime(self):
        if self._get_datetime is None:
            from datetime import datetime
            self._get_datetime = datetime.now
        return self._get_datetime

    @property
    def _log_render(self):
        if self._log_renderer is None:
            from rich._log_render import LogRender
            time, path, layout = self._log_format
            self._log_renderer = LogRender(show_time=time, show_path=path, time_format=layout)
        return self._log_renderer

    @property
    def file(self):
        file = self._file or (sys.stderr if self.stderr else sys.stdout)
        return getattr(file, 'rich_proxied_file', file)

    @file.setter
    def file(self, new_file):
        self._file = new_file

    @property
    def _buffer(self):
        return self._thread_locals.buffer

    @property
    def _theme_stack(self):
        return self._thread_locals.theme_stack

    def _detect_color_system(self):
        if not self.is_terminal or self.is_dumb_terminal:
            return None
        if self._environ.get('COLORTERM', '').strip().lower() in ('truecolor', '24bit'):
            return ColorSystem.TRUECOLOR
        colors = self._environ.get('TERM', '').strip().lower().rpartition('-')[2]
        return _TERM_COLORS.get(colors, ColorSystem.STANDARD)

    @property
    def color_system(self):
        return next((name for name, system in COLOR_SYSTEMS.items() if system == self._color_system), None)

    @property
    def encoding(self):
        return (getattr(self.file, 'encoding', 'utf-8') or 'utf-8').lower()

    @property
    def is_terminal(self):
        if self._force_terminal is not None:
            return self._force_terminal
        told = self._environ.get('TTY_COMPATIBLE', '')
        if told in ('0', '1'):
            return told == '1'
        colored = self._environ.get('FORCE_COLOR')
        if colored is not None:
            return colored != ''
        asked = getattr(self.file, 'isatty', None)
        try:
            return False if asked is None else asked()
        except ValueError:
            return False

    @property
    def is_dumb_terminal(self):
        return self.is_terminal and self._environ.get('TERM', '').lower() in ('dumb', 'unknown')

    @property
    def options(self):
        size = self.size
        return ConsoleOptions(size, False, 1, size.width, self.is_terminal, self.encoding, size.height)

    @property
    def size(self):
        width, height = self._width, self._height
        if width is None or height is None:
            if self.is_dumb_terminal:
                return ConsoleDimensions(80, 25)
            found = (self._number('COLUMNS') or 80, self._number('LINES') or 25)
            width, height = found[0] if width is None else width, found[1] if height is None else height
        return ConsoleDimensions(width, height)

    @size.setter
    def size(self, new_size):
        self._width, self._height = new_size

    width = property(lambda self: self.size.width, lambda self, width: setattr(self, '_width', width))
    height = property(lambda self: self.size.height, lambda self, height: setattr(self, '_height', height))

    def __enter__(self):
        self._thread_locals.buffer_index += 1
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self._thread_locals.buffer_index -= 1
        self._check_buffer()

    def begin_capture(self):
        self.__enter__()

    def end_capture(self):
        text = self._render_buffer(self._buffer)
        self._buffer.clear()
        self.__exit__(None, None, None)
        return text

    def capture(self):
        return Capture(self)

    def set_live(self, live):
        with self._lock:
            self._live_stack.append(live)
            return len(self._live_stack) == 1

    def clear_live(self):
        with self._lock:
            self._live_stack.pop()

    def push_render_hook(self, hook):
        with self._lock:
            self._render_hooks.append(hook)

    def pop_render_hook(self):
        with self._lock:
            self._render_hooks.pop()

    def push_theme(self, theme, *, inherit=True):
        self._theme_stack.push_theme(theme, inherit=inherit)

    def pop_theme(self):
        self._theme_stack.pop_theme()

    def use_theme(self, theme, *, inherit=True):
        return ThemeContext(self, theme, inherit)

    def line(self, count=1):
        assert count >= 0, 'count must be >= 0'
        self.print(NewLine(count))

    def bell(self):
        self.control(Control.bell())

    def clear(self, home=True):
        self.control(Control.clear(), *[Control.home()] * home)

    def show_cursor(self, show=True):
        if self.is_terminal:
            self.control(Control.show_cursor(show))
        return self.is_terminal

    def set_alt_screen(self, enable=True):
        if self.is_terminal:
            self.control(Control.alt_screen(enable))
            self.is_alt_screen = enable
        return self.is_terminal

    def set_window_title(self, title):
        if self.is_terminal:
            self.control(Control.title(title))
        return self.is_terminal

    def screen(self, hide_cursor=True, style=None):
        from rich.screen import ScreenContext
        return ScreenContext(self, hide_cursor=hide_cursor, style=style or '')

    def status(self, status, *, spinner='dots', spinner_style='status.spinner', speed=1.0, refresh_per_second=12.5):
        """A spinner and a text for a block."""
        from rich.status import Status
        return Status(status, console=self, spinner=spinner, spinner_style=spinner_style, speed=speed,
                      refresh_per_second=refresh_per_second)

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

    def rule(self, title='', *, characters='─', style='rule.line', align='center'):
        from rich.rule import Rule
        self.print(Rule(title=title, characters=characters, style=style, align=align))

    def control(self, *control):
        if not self.is_dumb_terminal:
            with self:
                self._buffer.extend([one.segment for one in control])

    def out(self, *objects, sep=' ', end='\n', style=None, highlight=None):
        self.print(sep.join([str(one) for one in objects]), style=style, highlight=highlight, emoji=False, markup=False,
                   no_wrap=True, overflow='ignore', crop=False, end=end)

    def print(self, *objects, sep=' ', end='\n', style=None, justify=None, overflow=None, no_wrap=None, emoji=None, markup=None,
              highlight=None, width=None, height=None, crop=True, soft_wrap=None, new_line_start=False):
        """Prints objects: strings with markup, and whatever says how it is shown."""
        if not objects:
            objects = (NewLine(),) if end == '\n' else ('',)
        if self.soft_wrap if soft_wrap is None else soft_wrap:
            no_wrap, overflow, crop = True if no_wrap is None else no_wrap, overflow or 'ignore', False
        hooks = self._render_hooks[:]
        with self:
            found = self._collect_renderables(objects, sep, end, justify=justify, emoji=emoji, markup=markup, highlight=highlight)
            for hook in hooks:
                found = hook.process_renderables(found)
            options = self.options.update(
                justify=justify, overflow=overflow, width=NO_CHANGE if width is None else min(width, self.width), height=height,
                no_wrap=no_wrap, markup=markup, highlight=highlight)
            segments = []
            over = None if style is None else self.get_style(style)
            for one in found:
                if over is None:
                    segments += self.render(one, options)
                    continue
                for line, ended in Segment.split_lines_terminator(self.render(one, options)):
                    segments += Segment.apply_style(line, over)
                    segments += [Segment.line()] * ended
            if new_line_start and len(''.join([segment.text for segment in segments]).splitlines()) > 1:
                segments.insert(0, Segment.line())
            self._take(segments, crop)

    def _take(self, segments, crop=True):
        if not crop:
            self._buffer.extend(segments)
            return
        for line in Segment.split_and_crop_lines(segments, self.width, pad=False):
            self._buffer.extend(line)

    def log(self, *objects, sep=' ', end='\n', style=None, justify=None, emoji=None, markup=None, highlight=None,
            log_locals=False, _stack_offset=1):
        """Prints objects with the time before them and the line behind them."""
        if not objects:
            objects = (NewLine(),)
        hooks = self._render_hooks[:]
        with self:
            found = self._collect_renderables(objects, sep, end, justify=justify, emoji=emoji, markup=markup, highlight=highlight)
            if style is not None:
                found = [Styled(one, style) for one in found]
            frame = sys._getframe(_stack_offset)
            name = frame.f_code.co_filename
            if log_locals:
                from rich.scope import render_scope
                seen = {key: value for key, value in frame.f_locals.items() if not key.startswith('__')}
                found.append(render_scope(seen, title='[i]locals'))
            found = [self._log_render(self, found, log_time=self.get_datetime(), path=name.rpartition(os.sep)[2],
                                      line_no=frame.f_lineno,
                                      link_path=None if name.startswith('<') else os.path.abspath(name))]
            for hook in hooks:
                found = hook.process_renderables(found)
            options = self.options
            self._take([segment for one in found for segment in self.render(one, options)])

    def print_json(self, json=None, *, data=None, indent=2, highlight=True, skip_keys=False, ensure_ascii=False,
                   check_circular=True, allow_nan=True, default=None, sort_keys=False):
        from rich.json import JSON
        written = {'indent': indent, 'highlight': highlight, 'skip_keys': skip_keys, 'ensure_ascii': ensure_ascii,
                   'check_circular': check_circular, 'allow_nan': allow_nan, 'default': default, 'sort_keys': sort_keys}
        if json is None:
            shown = JSON.from_data(data, **written)
        elif isinstance(json, str):
            shown = JSON(json, **written)
        else:
            raise TypeError(f'json must be str. Did you mean print_json(data={json!r}) ?')
        self.print(shown, soft_wrap=True)

    def print_exception(self, *, width=100, extra_lines=3, theme=None, word_wrap=False, show_locals=False, suppress=(),
                        max_frames=100):
        """Prints what is being handled, with the lines that led to it."""
        from rich.traceback import Traceback
        self.print(Traceback(width=width, extra_lines=extra_lines, theme=theme, word_wrap=word_wrap, show_locals=show_locals,
                             suppress=suppress, max_frames=max_frames))

    def input(self, prompt='', *, markup=True, emoji=True, password=False, stream=None):
        """Prints a prompt and reads a line."""
        if prompt:
            self.print(prompt, markup=markup, emoji=emoji, end='')
        if password:
            from getpass import getpass
            return getpass('', stream=stream)
        return stream.readline() if stream else input()

    def _check_buffer(self):
        buffer = self._buffer
        if self.quiet:
            buffer.clear()
            return
        if self._thread_locals.buffer_index:
            return
        with self._lock:
            if self.record:
                self._record_buffer.extend(buffer)
            text = self._render_buffer(buffer)
            file = self.file
            file.write(text)
            file.flush()
            buffer.clear()

    def _render_buffer(self, buffer):
        """Text of segments; what only terminals understand is left out elsewhere."""
        system, terminal = self._color_system, self.is_terminal
        if self.no_color and system:
            buffer = Segment.remove_color(buffer)
        return ''.join([style.render(text, color_system=system) if style else text
                        for text, style, control in buffer if style or terminal or not control])

    def export_text(self, *, clear=True, styles=False):
        """What has been printed so far by a console that records it."""
        assert self.record, 'To export console contents set record=True in the constructor or instance'
        kept = self._record_buffer
        if styles:
            text = ''.join([style.render(text) if style else text for text, style, _ in kept])
        else:
            text = ''.join([segment.text for segment in kept if not segment.control])
        if clear:
            self._record_buffer = []
        return text

    def save_text(self, path, *, clear=True, styles=False):
        text = self.export_text(clear=clear, styles=styles)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)

    def export_html(self, **_):
        _lacks('export_html')

    def save_html(self, path, **_):
        _lacks('save_html')

    def export_svg(self, **_):
        _lacks('export_svg')

    def save_svg(self, path, **_):
        _lacks('save_svg')

    def pager(self, pager=None, styles=False, links=False):
        _lacks('pager', 'rich.console.Console.print')


def _lacks(name, instead='rich.console.Console.export_text'):
    from _frames import not_supported
    not_supported(f'rich.console.Console.{name}', instead)
