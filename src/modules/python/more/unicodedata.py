"""What the Unicode Character Database says of characters."""
import _unicode
import _unicode_data
from bisect import bisect_right as _place

unidata_version = '15.1.0'
_nothing = object()


def _character(what, text, number=None):
    if not isinstance(text, str) or len(text) != 1:
        kind = _argument_type(text)
        raise TypeError(f"{what}() argument{f' {number}' if number else ''} must be a unicode character, not {kind}")
    return ord(text)


def _runs(values, runs):
    """Where each run begins, and the value from there on."""
    starts, found, at = [], [], 0
    values = dict(zip('ABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%&', values.split(' ')))
    for run in runs.split():
        starts.append(at)
        found.append(values[run[0]])
        at += int(run[1:], 36)
    return starts, found


def _changes(changes):
    starts, found, at = [0], ['0'], 0
    for change in changes.split():
        gap, value = change.split(':')
        at += int(gap, 36)
        starts.append(at)
        found.append(value)
    return starts, found


_read = {}


def _property(name, code):
    if name not in _read:
        table = getattr(_unicode_data, name)
        _read[name] = _changes(table) if isinstance(table, str) else _runs(*table)
    starts, found = _read[name]
    return found[_place(starts, code) - 1]


def category(chr, /):
    return _property('category', _character('category', chr))


def bidirectional(chr, /):
    return _property('bidirectional', _character('bidirectional', chr))


def east_asian_width(chr, /):
    return _property('east_asian_width', _character('east_asian_width', chr))


def mirrored(chr, /):
    return int(_property('mirrored', _character('mirrored', chr)))


def combining(chr, /):
    return int(_property('combining', _character('combining', chr)))


def decimal(chr, default=_nothing, /):
    _character('decimal', chr, 1)
    return _number(int(chr) if chr.isdecimal() else None, default, 'not a decimal')


def digit(chr, default=_nothing, /):
    _character('digit', chr, 1)
    if chr.isdecimal():
        return int(chr)
    return _number(int(_numeric(chr)) if chr.isdigit() else None, default, 'not a digit')


def numeric(chr, default=_nothing, /):
    _character('numeric', chr, 1)
    return _number(float(chr) if chr.isdecimal() else _numeric(chr), default, 'not a numeric character')


def _number(found, default, why):
    if found is None:
        if default is _nothing:
            raise ValueError(why)
        return default
    return found


def _numeric(chr):
    if 'numeric' not in _read:
        _read['numeric'] = [(int(first, 36), int(count, 36), value, step)
                            for first, count, value, step in (run.split(':') for run in _unicode_data.numeric.split())]
    code = ord(chr)
    for first, count, value, step in _read['numeric']:
        if first <= code < first + count:
            (top, bottom), (more, parts) = _fraction(value), _fraction(step)
            return (top * parts + (code - first) * more * bottom) / (bottom * parts)
    return None


def _fraction(text):
    top, _, bottom = text.partition('/')
    return int(top), int(bottom or 1)


def name(chr, default=_nothing, /):
    _character('name', chr, 1)
    found = _unicode.name(chr)
    if found is None:
        if default is _nothing:
            raise ValueError('no such name')
        return default
    return found


def lookup(name, /):
    if isinstance(name, bytes):
        name = name.decode()
    if not isinstance(name, str):
        raise TypeError(f"a bytes-like object is required, not '{_type_name(name)}'")
    found = _unicode.lookup(name)
    if found is None:
        raise KeyError(f"undefined character name '{name}'")
    return found


def normalize(form, unistr, /):
    _normal('normalize', form, unistr)
    if form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        raise ValueError('invalid normalization form')
    return _unicode.normalize(form, unistr)


def is_normalized(form, unistr, /):
    _normal('is_normalized', form, unistr)
    return normalize(form, unistr) == unistr


def _normal(what, *given):
    for number, value in enumerate(given, 1):
        if not isinstance(value, str):
            raise TypeError(f'{what}() argument {number} must be str, not {_argument_type(value)}')


def decomposition(chr, /):
    code = _character('decomposition', chr)
    whole = _unicode.normalize('NFKD', chr)
    if whole == chr or '\uac00' <= chr < '\ud7a4' or category(chr) == 'Cn':
        return ''
    if 'decompositions' not in _read:
        _read['decompositions'] = {int(one, 36): [int(part, 36) for part in parts.split('+')]
                                   for one, parts in (entry.split(':') for entry in _unicode_data.decompositions.split())}
    tag = _property('tags', code)
    found = _read['decompositions'].get(code) or map(ord, _decomposed(chr, whole))
    return ' '.join([f'<{tag}>'] * bool(tag) + [f'{part:04X}' for part in found])


def _decomposed(chr, whole):
    """One step of what normalizing takes apart."""
    canonical = _unicode.normalize('NFD', chr)
    if canonical != chr:
        return canonical if len(canonical) == 1 else _unicode.normalize('NFC', canonical[:-1]) + canonical[-1]
    composed = _unicode.normalize('NFC', whole)
    return whole if any('\uac00' <= one < '\ud7a4' for one in composed) else composed


from _frames import argument_type as _argument_type, native as _native, type_name as _type_name
_native(globals())
