"""Formats and messages with markup of colours: `<green>{time}</green> <level>{message}</level>`."""
import re
from string import Formatter

TEXT, ANSI, LEVEL, CLOSING = range(4)
RESET = '\033[0m'
_NAMES = 'black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'
_STYLES = {'bold': 1, 'dim': 2, 'italic': 3, 'underline': 4, 'blink': 5, 'reverse': 7, 'hide': 8, 'strike': 9, 'normal': 22}
_SHORT_STYLES = {'b': 1, 'd': 2, 'i': 3, 'u': 4, 'l': 5, 'v': 7, 'h': 8, 's': 9, 'n': 22}
_FORE = {}
for _at, (_name, _letter) in enumerate(zip(_NAMES, 'krgyemcw')):
    _FORE |= {_name: 30 + _at, _letter: 30 + _at, f'light-{_name}': 90 + _at, f'l{_letter}': 90 + _at}
_BACK = {name.upper(): code + 10 for name, code in _FORE.items()}
_CODES = {**_FORE, **_BACK, **_STYLES, **_SHORT_STYLES}
_TAG = re.compile(r'(\\*)(</?(?:[fb]g\s)?[^<>\s]*>)')


def _ansi(tag):
    """The escape sequence of a tag; None if there is no such tag."""
    if tag in _CODES:
        return f'\033[{_CODES[tag]}m'
    if tag[:3] not in ('fg ', 'bg '):
        return None
    color, code = tag[3:].strip(' '), 38 if tag[0] == 'f' else 48
    named = _FORE.get(color.lower()) if code == 38 else _BACK.get(color.upper())
    if named is not None:
        return f'\033[{named}m'
    if color.isdigit() and int(color) <= 255:
        return f'\033[{code};5;{color}m'
    if re.fullmatch('#(?:[0-9a-fA-F]{3}){1,2}', color):
        digits = color[1:] * (2 if len(color) == 4 else 1)
        return f'\033[{code};2;' + ';'.join(str(int(digits[at:at + 2], 16)) for at in (0, 2, 4)) + 'm'
    parts = color.split(',')
    if len(parts) == 3 and all(part.isdigit() and int(part) <= 255 for part in parts):
        return f'\033[{code};2;' + ';'.join(parts) + 'm'
    return None


class Markup:
    """Takes text with tags piece by piece and gives its tokens: pairs of a kind and a text."""

    def __init__(self):
        self.tokens, self.tags, self.open = [], [], []

    def feed(self, text, raw=False):
        if raw:
            self.tokens.append((TEXT, text))
            return
        position = 0
        for match in _TAG.finditer(text):
            slashes, markup = match.groups()
            self.tokens.append((TEXT, text[position:match.start()] + '\\' * (len(slashes) // 2)))
            position = match.end()
            if len(slashes) % 2:
                self.tokens.append((TEXT, markup))
            elif markup[1] == '/':
                self._close(markup, markup[2:-1])
            else:
                self._begin(markup, markup[1:-1])
        self.tokens.append((TEXT, text[position:]))

    def _close(self, markup, tag):
        if not self.tags or tag not in ('', self.tags[-1]):
            why = 'violates nesting rules' if tag in self.tags else 'has no corresponding opening tag'
            raise ValueError(f'Closing tag "{markup}" {why}')
        self.tags.pop()
        self.open.pop()
        self.tokens += [(CLOSING, RESET), *self.open]

    def _begin(self, markup, tag):
        if tag in ('lvl', 'level'):
            token = LEVEL, None
        else:
            token = ANSI, _ansi(tag)
            if token[1] is None:
                raise ValueError(f'Tag "{markup}" does not correspond to any known color directive, '
                                 "make sure you did not misspelled it (or prepend '\\' to escape it)")
        self.tags.append(tag)
        self.open.append(token)
        self.tokens.append(token)

    def done(self):
        if self.tags:
            raise ValueError(f'Opening tag "<{self.tags[0]}>" has no corresponding closing tag')
        return self.tokens


def strip(tokens):
    """The text without its colours."""
    return ''.join(text for kind, text in tokens if kind == TEXT)


def colorize(tokens, level):
    """The text with its colours; `level`: the escape sequence of the level's."""
    if level is None and any(kind == LEVEL for kind, _ in tokens):
        raise ValueError("The '<level>' color tag is not allowed in this context, "
                         'it has not yet been associated to any color value.')
    return ''.join(level if kind == LEVEL else text for kind, text in tokens)


def ansify(text):
    """The escape sequences of tags that nothing closes: a level's colour."""
    markup = Markup()
    markup.feed(text.strip())
    return colorize(markup.tokens, None)


def message_tokens(text):
    """Those of a message that is not formatted."""
    markup = Markup()
    markup.feed(text)
    return markup.done()


def formatted_tokens(text, args, kwargs):
    """Those of a message formatted with arguments, whose own text is no markup."""
    return _formatted(text, args, kwargs, 2, 0, False)[0]


def _formatted(text, args, kwargs, depth, number, nested):
    if depth < 0:
        raise ValueError('Max string recursion exceeded')
    formatter, markup = Formatter(), Markup()
    for literal, field, spec, conversion in formatter.parse(text):
        markup.feed(literal, nested)
        if field is None:
            continue
        if field == '' and number is not False:
            field, number = str(number), number + 1
        elif field == '' or field.isdigit() and number:
            raise ValueError('cannot switch from manual field specification to automatic field numbering')
        elif field.isdigit():
            number = False
        value = formatter.convert_field(formatter.get_field(field, args, kwargs)[0], conversion)
        tokens, number = _formatted(spec, args, kwargs, depth - 1, number, True)
        markup.feed(formatter.format_field(value, strip(tokens)), True)
    return markup.done(), number


class _Messages(str):
    """A message that is shown anew at each place of a format, as the colours around that place want it."""

    def __format__(self, spec):
        return format(next(self.shown), spec)


class Format:
    """A format parsed, whose fields are left as they are."""

    def __init__(self, text):
        self._tokens, self._around = _parsed(text, 2, False)
        self.stripped, self._colorized = strip(self._tokens), {}

    def colorize(self, level):
        if level not in self._colorized:
            self._colorized[level] = colorize(self._tokens, level)
        return self._colorized[level]

    def coloring(self, message, tokens, level):
        """The message with colours of its own, after each of which those of the format go on."""
        def within(around):
            if around is None:
                return message
            around = colorize(around, level)
            return ''.join((level if kind == LEVEL else text) + (around if kind == CLOSING else '') for kind, text in tokens)

        shown = _Messages(message)
        shown.shown = map(within, self._around)
        return shown


def _parsed(text, depth, nested):
    if depth < 0:
        raise ValueError('Max string recursion exceeded')
    markup, around = Markup(), []
    for literal, field, spec, conversion in Formatter().parse(text):
        # Braces that stand for themselves are doubled again.
        markup.feed(literal + literal[-1] if literal and literal[-1] in '{}' else literal, nested)
        if field is None:
            continue
        if field == 'message':
            around.append(None if nested else list(markup.open))
        markup.feed('{' + field + (f'!{conversion}' if conversion else '') + (f':{spec}' if spec else '') + '}', True)
        around += _parsed(spec, depth - 1, True)[1]
    return markup.done(), around


def wanted_by(stream):
    """Whether a stream shows colours."""
    import os
    import sys
    if stream is None:
        return False
    if stream in (sys.__stdout__, sys.__stderr__):
        services = 'TRAVIS', 'CIRCLECI', 'APPVEYOR', 'GITLAB_CI', 'GITHUB_ACTIONS'
        if 'PYCHARM_HOSTED' in os.environ or 'CI' in os.environ and any(name in os.environ for name in services):
            return True
    try:
        return stream.isatty()
    except Exception:
        return False
