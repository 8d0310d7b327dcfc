"""Consoles: what is printed becomes segments, and segments become text for a file or a terminal."""
import os
import sys
import threading
from abc import ABC
from itertools import islice
from time import monotonic
from _class_parts import whole as _whole
from rich import errors
from rich.color import ColorSystem
from rich.control import Control
from rich.highlighter import NullHighlighter, ReprHighlighter
from rich.markup import render as render_markup
from rich.measure import Measurement, measure_renderables
from rich.protocol import rich_cast
from rich.segment import Segment
from rich.style import Style
from rich.styled import Styled
from rich.text import Text
from rich.theme import Theme, ThemeStack

from rich._console_options import (Capture, CaptureError, ConsoleDimensions, ConsoleOptions, ConsoleRenderable, Group,
                                   NO_CHANGE, NewLine, NoChange, RenderHook, RichCast, ThemeContext, _no_highlighter,
                                   group)

COLOR_SYSTEMS = {'standard': ColorSystem.STANDARD, '256': ColorSystem.EIGHT_BIT, 'truecolor': ColorSystem.TRUECOLOR,
                 'windows': ColorSystem.WINDOWS}
_TERM_COLORS = {'kitty': ColorSystem.EIGHT_BIT, '256color': ColorSystem.EIGHT_BIT, '16color': ColorSystem.STANDARD}
# Names for annotations.
RenderableType = RenderResult = HighlighterType = JustifyMethod = OverflowMethod = object


class _OfThread(threading.local):
    """What each thread has of a console: what it has printed so far, how deep it is in blocks, its themes."""

    def __init__(self, theme):
        self.theme_stack, self.buffer, self.buffer_index = ThemeStack(theme), [], 0


@_whole('rich._console_rendering')
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
