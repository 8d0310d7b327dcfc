"""awk's values, which are texts and numbers."""
import math
import re

_ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', '"': '"', '/': '/', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v'}
_NUMBER = re.compile(r'\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?')


class _Input(str):
    """Text that was read: it counts as a number where it looks like one."""


class _Leaves(Exception):
    """break, continue, next, exit, return: which, and with what."""

    def __init__(self, how, value=None):
        self.how, self.value = how, value


def _refuse(what):
    import _frames
    _frames.not_supported(f'awk with {what}', 'Python')


def _unescaped(text):
    text = re.sub(r'\\([0-7]{1,3})', lambda found: chr(int(found[1], 8)), text)
    return re.sub(r'\\(.)', lambda found: _ESCAPES.get(found[1], found[0]), text, flags=re.S)


def _number(value):
    if type(value) in (int, float):
        return value
    found = _NUMBER.match(value or '')
    return float(found[0]) if found else 0


def _text(value, shape='%.6g'):
    if isinstance(value, str):
        return value
    if value is None:
        return ''
    if value == value and abs(value) < 1e16 and value == int(value):
        return str(int(value))
    return 'inf' if value == math.inf else shape % value


def _looks(value):
    """Whether it counts as a number in a comparison."""
    if isinstance(value, _Input):
        found = _NUMBER.match(value)
        return found is not None and not value[found.end():].strip()
    return not isinstance(value, str)


def _is_true(value):
    return _number(value) != 0 if _looks(value) else bool(value)
