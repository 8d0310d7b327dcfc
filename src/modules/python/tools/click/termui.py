"""Asking, colours, progress."""
import contextlib
import inspect
import os
import re
import sys
from operator import length_hint

from click.exceptions import Abort, UsageError
from click.globals import resolve_color_default
from click.types import Choice, convert_type
from click.utils import echo, isatty, should_strip_ansi, strip_ansi

_COLORS = {name: 30 + index for index, name in enumerate('black red green yellow blue magenta cyan white'.split())}
_COLORS |= {f'bright_{name}': number + 60 for name, number in _COLORS.items()} | {'reset': 39}
_STYLES = (('bold', 1, 22), ('dim', 2, 22), ('underline', 4, 24), ('overline', 53, 55), ('italic', 3, 23), ('blink', 5, 25), ('reverse', 7, 27),
           ('strikethrough', 9, 29))
# What reads a line; tests put others in their place.
readers = {'visible': input, 'hidden': None, 'getchar': None}


def visible_prompt_func(text):
    return readers['visible'](text)


def hidden_prompt_func(text):
    if readers['hidden'] is not None:
        return readers['hidden'](text)
    import getpass
    return getpass.getpass(text)


def _ask(read, text, err):
    if should_strip_ansi(sys.stderr if err else sys.stdout, resolve_color_default()):
        text = strip_ansi(text)
    if not err:
        return read(text)
    with contextlib.redirect_stdout(sys.stderr):
        return read(text)


def _question(text, suffix, show_default=False, default=None, show_choices=True, type=None):
    if show_choices and isinstance(type, Choice):
        text += f' ({", ".join(map(str, type.choices))})'
    if isinstance(show_default, str):
        text += f' [({show_default})]'
    elif show_default and default is not None:
        if hasattr(default, 'read') and getattr(default, 'name', None) is not None:
            default = default.name
        text += f' [{default}]'
    return text + suffix


def _without(message, value):
    message = message.replace(repr(value), "'***'")
    return re.sub(rf'(?<!\w){re.escape(value)}(?!\w)', "'***'", message) if value else message


def prompt(text, default=None, hide_input=False, confirmation_prompt=False, type=None, value_proc=None, prompt_suffix=': ', show_default=True,
           err=False, show_choices=True):
    read = hidden_prompt_func if hide_input else visible_prompt_func

    def ask(question):
        try:
            return _ask(read, question, err)
        except (KeyboardInterrupt, EOFError):
            if hide_input:
                echo(None, err=err)
            raise Abort() from None

    if value_proc is None:
        value_proc = convert_type(type, default)
    question = _question(text, prompt_suffix, show_default, default, show_choices, type)
    again = 'Repeat for confirmation' if confirmation_prompt is True else confirmation_prompt
    while True:
        value = ask(question)
        if not value:
            if default is None:
                continue
            value = default
        try:
            result = value_proc(value)
        except UsageError as error:
            echo(f'Error: {_without(error.message, value) if hide_input else error.message}', err=err)
            continue
        if not again:
            return result
        repeated = ask(_question(again, prompt_suffix))
        while value and not repeated:
            repeated = ask(_question(again, prompt_suffix))
        if repeated == value or not value and not repeated:
            return result
        echo('Error: The two entered values do not match.', err=err)


def confirm(text, default=False, abort=False, prompt_suffix=': ', show_default=True, err=False):
    question = _question(text, prompt_suffix, show_default, 'y/n' if default is None else 'Y/n' if default else 'y/N')
    answer = None
    while answer is None:
        try:
            value = _ask(visible_prompt_func, question, err).lower().strip()
        except (KeyboardInterrupt, EOFError):
            raise Abort() from None
        answer = {'y': True, 'yes': True, 'n': False, 'no': False, '': default}.get(value)
        if answer is None:
            echo('Error: invalid input', err=err)
    if abort and not answer:
        raise Abort()
    return answer


def _color(color, offset=0):
    if isinstance(color, str) and color in _COLORS:
        return str(_COLORS[color] + offset)
    if isinstance(color, int) and not isinstance(color, bool) and 0 <= color <= 255:
        return f'{38 + offset};5;{color}'
    if isinstance(color, (tuple, list)) and len(color) == 3 and all(
            isinstance(part, int) and not isinstance(part, bool) and 0 <= part <= 255 for part in color):
        return f'{38 + offset};2;{";".join(map(str, color))}'
    raise ValueError(f'Unknown color {color!r}')


def style(text, fg=None, bg=None, bold=None, dim=None, underline=None, overline=None, italic=None, blink=None, reverse=None,
          strikethrough=None, reset=True):
    chosen = locals()
    codes = [_color(fg)] if fg is not None else []
    if bg is not None:
        codes.append(_color(bg, 10))
    codes += [on if chosen[name] else off for name, on, off in _STYLES if chosen[name] is not None]
    return ''.join(f'\x1b[{code}m' for code in codes) + str(text) + ('\x1b[0m' if reset else '')


def unstyle(text):
    return strip_ansi(text)


def secho(message=None, file=None, nl=True, err=False, color=None, **styles):
    if message is not None and not isinstance(message, (bytes, bytearray)):
        message = style(message, **styles)
    echo(message, file=file, nl=nl, err=err, color=color)


@contextlib.contextmanager
def get_pager_file(color=None):
    yield sys.stdout


def echo_via_pager(text_or_generator, color=None):
    if inspect.isgeneratorfunction(text_or_generator):
        text_or_generator = text_or_generator()
    elif isinstance(text_or_generator, str):
        text_or_generator = [text_or_generator]
    echo(''.join(map(str, text_or_generator)), color=color)


def clear():
    if isatty(sys.stdout):
        echo('\x1b[2J\x1b[1;1H', nl=False)


def edit(*args, **kwargs):
    from _frames import not_supported
    not_supported('click.edit', 'click.prompt')


def launch(url, wait=False, locate=False):
    from _frames import not_supported
    not_supported('click.launch', 'click.echo')


def getchar(echo=False):
    if readers['getchar'] is not None:
        return readers['getchar'](echo)
    letter = sys.stdin.read(1)
    if not letter:
        raise EOFError
    if echo:
        sys.stdout.write(letter)
    return letter


def pause(info=None, err=False):
    if isatty(sys.stdin) and isatty(sys.stdout):
        echo('Press any key to continue...' if info is None else info, nl=False, err=err)
        getchar()
        echo(err=err)


class ProgressBar:
    """A bar that no terminal shows: its label is printed once."""

    def __init__(self, iterable, length, label, hidden, item_show_func, file, color, update_min_steps):
        if length is None:
            length = length_hint(iterable, -1)
            length = None if length == -1 else length
        if iterable is None and length is None:
            raise TypeError('iterable or length is required')
        self._items = iter(range(length) if iterable is None else iterable)
        self.length, self.label, self.hidden, self.file, self.color = length, label or '', hidden, file or sys.stdout, color
        self.item_show_func, self.update_min_steps = item_show_func, update_min_steps
        self.pos, self.finished, self.entered, self.current_item, self._shown, self._steps = 0, False, False, None, None, 0

    def __enter__(self):
        self.entered = True
        self.render_progress()
        return self

    def __exit__(self, kind, exc, tb):
        self.render_finish()

    def __iter__(self):
        if not self.entered:
            raise RuntimeError('You need to use progress bars in a with block.')
        self.render_progress()
        return self.generator()

    def __next__(self):
        return next(iter(self))

    def generator(self):
        for item in self._items:
            self.current_item = item
            yield item
            self.update(1)
        self.finish()
        self.render_progress()

    @property
    def pct(self):
        return 1.0 if self.finished else min(self.pos / (self.length or 1), 1.0)

    def render_progress(self):
        if not self.hidden and self._shown != self.label:
            self._shown = self.label
            echo(self.label, file=self.file, color=self.color)

    def render_finish(self):
        if self._steps:
            self.make_step(self._steps)
            self._steps = 0

    def make_step(self, n_steps):
        self.pos += n_steps
        self.finished = self.finished or self.length is not None and self.pos >= self.length

    def update(self, n_steps, current_item=None):
        if current_item is not None:
            self.current_item = current_item
        self._steps += n_steps
        if self._steps >= self.update_min_steps:
            self.make_step(self._steps)
            self.render_progress()
            self._steps = 0

    def finish(self):
        self.current_item, self.finished = None, True


def progressbar(iterable=None, length=None, label=None, hidden=False, show_eta=True, show_percent=None, show_pos=False, item_show_func=None,
                fill_char='#', empty_char='-', bar_template='%(label)s  [%(bar)s]  %(info)s', info_sep='  ', width=36, file=None, color=None,
                update_min_steps=1):
    return ProgressBar(iterable, length, label, hidden, item_show_func, file, resolve_color_default(color), update_min_steps)
