"""What cells are taken for, how they are written, and how the cells of a column are aligned."""
import math
import re

ANSI = re.compile(r'\x1b\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|\x1b\]8;(?:\w+=\w+:?)*;[^\x1b]+\x1b\\([^\x1b]+)\x1b\]8;;\x1b\\')
_THOUSANDS = re.compile(r'^(([+-]?[0-9]{1,3})(?:,([0-9]{3}))*)?(?(1)\.[0-9]*|\.[0-9]+)?$')
# From what fits least to what fits everything.
_RANKS = [type(None), bool, int, float, bytes, str]


def plain(text):
    """A text without sequences for terminals."""
    if isinstance(text, bytes):
        return text
    return ANSI.sub(lambda found: found[1] or '', text)


def _converts(kind, value):
    try:
        kind(value)
        return True
    except (ValueError, TypeError):
        return False


def _has_thousands(text):
    return isinstance(text, str) and bool(_THOUSANDS.match(text))


def is_number(value):
    if type(value) in (float, int):
        return True
    if not _converts(float, value):
        return False
    if not isinstance(value, (str, bytes)):
        return True
    return math.isfinite(float(value)) or value.lower() in ('inf', '-inf', 'nan')


def _is_int(value):
    return type(value) is int or isinstance(value, (bytes, str)) and _converts(int, value)


def kind(value, numparse=True):
    """The type that a value is taken for."""
    if isinstance(value, (str, bytes)):
        value = plain(value)
    if value is None or isinstance(value, (str, bytes)) and not value:
        return type(None)
    if hasattr(value, 'isoformat'):
        return str
    if type(value) is bool or isinstance(value, str) and value in ('True', 'False'):
        return bool
    if numparse:
        if _is_int(value) or _has_thousands(value) and '.' not in value:
            return int
        if is_number(value) or _has_thousands(value):
            return float
    return bytes if isinstance(value, bytes) else str


def column_kind(values, numparse):
    """The type that all values of a column fit."""
    return _RANKS[max([1, *(_RANKS.index(kind(value, numparse)) for value in values)])]


def _float_text(value, form):
    try:
        return format(float(value), form)
    except (ValueError, TypeError):
        return f'{value}'


def text_of(value, kind, floatfmt, intfmt, missing, coloured):
    """What stands in a cell."""
    if value is None:
        return missing
    if isinstance(value, (bytes, str)) and not value:
        return ''
    if kind is int:
        if isinstance(value, str):
            found = re.fullmatch(r'(.*?\x1b\[\d+m)(\d+)(\x1b.*)', value, re.S)
            return found[1] + format(int(found[2]), intfmt) + found[3] if found else value
        return format(value, intfmt)
    if kind is bytes:
        return str(value, 'ascii') if isinstance(value, bytes) else str(value)
    if kind is float:
        if coloured and isinstance(value, str):
            raw = plain(value)
            shown = _float_text(raw, floatfmt)
            return value if shown == raw else value.replace(raw, shown)
        return _float_text(value.replace(',', '') if isinstance(value, str) else value, floatfmt)
    return f'{value}'


def lines_of(text):
    return re.split('[\r\n]', text)


def width_of(text, several=False):
    """How wide a text is shown."""
    return max(map(len, lines_of(plain(text)))) if several else len(plain(text))


def _pad(text, width, align):
    """`decimal` is as right."""
    left = width - len(plain(text))
    if left <= 0 or not align:
        return text
    if align == 'left':
        return text + ' ' * left
    if align == 'center':
        return ' ' * (left // 2) + text + ' ' * (left - left // 2)
    return ' ' * left + text


def _after_point(text):
    text = plain(text)
    if not (is_number(text) or _has_thousands(text)) or _is_int(text):
        return -1
    place = text.rfind('.')
    place = text.lower().rfind('e') if place < 0 else place
    return len(text) - place - 1 if place >= 0 else -1


def align_column(texts, align, least, several, keeps_spaces):
    """The texts of a column, all as wide as the widest one, or as `least`."""
    if align == 'decimal':
        decimals = [_after_point(text) for text in texts]
        most = max(decimals)
        texts = [text + ' ' * (most - count) for text, count in zip(texts, decimals)]
    elif align and not keeps_spaces:
        texts = [text.strip() for text in texts]
    # What is no alignment is as left here, and as right in a header.
    align = align if not align or align in ('right', 'center', 'decimal') else 'left'
    width = max([least, *(width_of(text, several) for text in texts)])
    if not several:
        return [_pad(text, width, align) for text in texts]
    return ['\n'.join(_pad(line, width, align) for line in text.splitlines() or ['']) for text in texts]


def align_header(header, align, width, several):
    lines = re.split('[\r\n]', header) if several else [header]
    return '\n'.join(_pad(line, width, align) for line in lines)
