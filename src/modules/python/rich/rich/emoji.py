"""Emoji by their names between colons."""
import re

_CODE = re.compile(r'(:(\S*?)(?:(?:\-)(emoji|text))?:)')
_NAME = re.compile(r"[\w+][\w’'.&-]*")
_VARIANTS = {'text': '\ufe0e', 'emoji': '\ufe0f'}
# Where the characters are that have names of emoji.
_EMOJI = range(0x2049, 0x1fb00)


class NoEmoji(Exception):
    """No emoji has this name."""


def _named(name):
    """The emoji of a name; None: there is none."""
    if not name[:1].isalnum() and name not in ('+1', '-1'):
        return None
    from rich._emoji_codes import EMOJI
    found = EMOJI.get(name)
    if found is None and not name.isdecimal() and _NAME.fullmatch(name):
        from unicodedata import category, lookup
        try:
            found = lookup(name.replace('_', ' '))
        except KeyError:
            return None
        if ord(found) not in _EMOJI or category(found) not in ('So', 'Sm'):
            return None
    return found


def replace_codes(text, default_variant=None):
    """A text in which `:names:` have become emoji."""
    if text.count(':') < 2:
        return text

    def shown(match):
        code, name, variant = match.groups()
        found = _named(name.lower())
        return code if found is None else found + _VARIANTS.get(variant, _VARIANTS.get(default_variant, ''))

    return _CODE.sub(shown, text)


class Emoji:
    """An emoji by its name."""
    __slots__ = 'name', 'style', 'variant', '_char'
    VARIANTS = _VARIANTS

    def __init__(self, name, style='none', variant=None):
        self.name, self.style, self.variant = name, style, variant
        found = _named(name)
        if found is None:
            raise NoEmoji(f'No emoji called {name!r}')
        self._char = found + _VARIANTS.get(variant, '')

    @classmethod
    def replace(cls, text):
        return replace_codes(text)

    def __repr__(self):
        return f'<emoji {self.name!r}>'

    def __str__(self):
        return self._char

    def __rich_console__(self, console, options):
        from rich.segment import Segment
        yield Segment(self._char, console.get_style(self.style))
