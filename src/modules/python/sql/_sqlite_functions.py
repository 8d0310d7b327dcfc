"""The functions that SQLite has built in; those of dates and JSON are texts of their own."""
import math as _math
import os as _os
import random as _random
import re as _re
from functools import lru_cache as _lru_cache
from _sqlite_errors import problem
from _sqlite_values import LEAST, MOST, integer_of, key, key_of, number_of, numeric_text, real_text, text_of, truth


def nulls(function):
    """NULL where an argument is NULL."""
    return lambda *arguments: None if None in arguments else function(*arguments)


# --- texts ---

@_lru_cache(200)
def pattern_of(pattern, kind, escape):
    found, at = [], 0
    while at < len(pattern):
        c = pattern[at]
        at += 1
        if escape is not None and c == escape and at < len(pattern):
            found.append(_re.escape(pattern[at]))
            at += 1
        elif c == ('*' if kind == 'glob' else '%'):
            found.append('.*')
        elif c == ('?' if kind == 'glob' else '_'):
            found.append('.')
        elif c == '[' and kind == 'glob' and ']' in pattern[at + 1:]:
            end = pattern.index(']', at + 1)
            inner = pattern[at:end].replace('\\', r'\\').replace('[', r'\[')
            found.append(f'[{inner}]')
            at = end + 1
        else:
            found.append(_re.escape(c))
    flags = _re.DOTALL | (_re.IGNORECASE | _re.ASCII if kind == 'like' else 0)
    return _re.compile(''.join(found), flags)


def like(pattern, text, escape=None, kind='like'):
    if type(pattern) is bytes or type(text) is bytes:
        return 0
    if pattern is None or text is None:
        return None
    if escape is not None and len(text_of(escape)) != 1:
        raise problem('ESCAPE expression must be a single character')
    return int(pattern_of(text_of(pattern), kind, escape).fullmatch(text_of(text)) is not None)


def like_exactly(pattern, text, escape=None):
    """LIKE where letters' cases count (`PRAGMA case_sensitive_like`)."""
    return like(pattern, text, escape, 'exact')


def glob(pattern, text):
    if pattern is None or text is None:
        return None
    return int(pattern_of(text_of(pattern), 'glob', None).fullmatch(text_of(text)) is not None)


def length(value):
    return len(value) if type(value) is bytes else len(text_of(value).partition('\0')[0])


def substr(value, start, count=None):
    value = value if type(value) is bytes else text_of(value)
    start = integer_of(start)
    count = len(value) + 1 if count is None else integer_of(count)
    if start > 0:
        start -= 1
    elif start < 0:
        start += len(value)
        if start < 0:
            count = max(0, count + start) if count >= 0 else count
            start = 0
    elif count > 0:
        count -= 1
    if count < 0:
        start, count = start + count, -count
        if start < 0:
            start, count = 0, count + start
    return value[start:start + max(count, 0)]


def instr(text, part):
    if type(text) is bytes and type(part) is bytes:
        return text.find(part) + 1
    return text_of(text).find(text_of(part)) + 1


def _trim(cut):
    return nulls(lambda text, characters=' ': cut(text_of(text), text_of(characters)))


def replace(text, old, new):
    text, old = text_of(text), text_of(old)
    return text.replace(old, text_of(new)) if old else text


def quote(value):
    if value is None:
        return 'NULL'
    if type(value) is bytes:
        return f"X'{value.hex().upper()}'"
    if type(value) is str:
        return "'" + value.replace("'", "''") + "'"
    if type(value) is float:
        text = real_text(value)
        return text if float(text) == value else repr(value) if 'e' not in repr(value) else real_text(value, 17)
    return str(value)


def unicode_(text):
    text = text_of(text)
    return ord(text[0]) if text else None


def char(*codes):
    return ''.join(chr(integer_of(code) or 0) if 0 <= (integer_of(code) or 0) < 0x110000 else '\ufffd' for code in codes)


def soundex(text):
    codes = dict(zip('BFPVCGJKQSXZDTLMNR', '111122222222334556'))
    letters = [c for c in (text_of(text) or '').upper() if 'A' <= c <= 'Z']
    if not letters:
        return '?000'
    found, last = letters[0], codes.get(letters[0])
    for letter in letters[1:]:
        code = codes.get(letter)
        if code and code != last:
            found += code
        if letter not in 'HW':
            last = code
    return found[:4].ljust(4, '0')


_FORMAT = _re.compile(r'%([-+ 0#,!]*)(\*|\d+)?(?:\.(\*|\d+))?(?:l|ll)?([a-zA-Z%])', _re.DOTALL)


def printf(*arguments):
    if not arguments or arguments[0] is None:
        return None
    values = iter(arguments[1:])

    def one(match):
        flags, width, precision, kind = match.groups()
        if kind == '%':
            return '%'
        if width == '*':
            width = str(integer_of(next(values, 0)) or 0)
        if precision == '*':
            precision = str(integer_of(next(values, 0)) or 0)
        value = next(values, None)
        comma, flags = ',' in flags, flags.replace(',', '').replace('!', '')
        if kind in 'di':
            body = f'{integer_of(value) or 0:{"+" if "+" in flags else " " if " " in flags else ""}{"," if comma else ""}d}'
        elif kind in 'uxXo':
            body = format((integer_of(value) or 0) & (2 ** 64 - 1), kind.replace('u', 'd'))
        elif kind in 'fFeEgG':
            body = f'%{"+" if "+" in flags else ""}{"#" if "#" in flags else ""}.{precision or 6}{kind}' % float(number_of(value) or 0)
        elif kind in 'szqQw':
            body = text_of(value)
            if kind == 'Q':
                body = 'NULL' if body is None else "'" + body.replace("'", "''") + "'"
            body = '' if body is None else body
            body = body.replace("'", "''") if kind == 'q' else body.replace('"', '""') if kind == 'w' else body
            body = body if precision is None else body[:int(precision)]
        elif kind == 'c':
            body = (text_of(value) or '')[:1]
        else:
            return ''
        width = int(width or 0)
        if '-' in flags or width < 0:
            return body.ljust(abs(width))
        if '0' in flags and kind in 'diuxXofFeEgG':
            return body.zfill(width)
        return body.rjust(width)
    return _FORMAT.sub(one, text_of(arguments[0]))


# --- numbers ---

def absolute(value):
    if type(value) is int:
        if value == LEAST:
            raise problem('integer overflow')
        return abs(value)
    number = number_of(value)
    return abs(number) if type(value) is float else abs(float(number))


def round_(value, digits=0):
    value, digits = float(number_of(value)), min(max(integer_of(digits), 0), 30)
    if abs(value) >= 4503599627370496.0:
        return value
    above, below = value.as_integer_ratio()
    whole, rest = divmod(abs(above) * 10 ** digits, below)
    whole += 2 * rest >= below
    found = whole / 10 ** digits
    return -found if value < 0 else found


def _mathematics(function):
    def one(*values):
        numbers = [number_of(value) if type(value) in (int, float) or type(value) is str else None for value in values]
        if None in numbers:
            return None
        try:
            return float(function(*map(float, numbers)))
        except (ValueError, ZeroDivisionError):
            return None
        except OverflowError:
            return _math.inf
    return one


def _whole(function):
    return lambda value: value if type(value) is int else None if value is None or type(value) is bytes else float(
        function(number_of(value)))


def log(base, value=None):
    if value is None:
        return _math.log10(base)
    return _math.log(value) / _math.log(base)


def sign(value):
    value = numeric_text(value) if type(value) is str else value
    if type(value) is bytes or value is None:
        return None
    return (value > 0) - (value < 0)


def most(*values, pick=max):
    if None in values:
        return None
    return pick(values, key=key)


def type_of(value):
    return {type(None): 'null', int: 'integer', float: 'real', str: 'text', bytes: 'blob'}[type(value)]


def coalesce(*values):
    return next((value for value in values if value is not None), None)


_LOWER, _UPPER = {c: c + 32 for c in range(65, 91)}, {c: c - 32 for c in range(97, 123)}

# Name: (least arguments, most, function).
SCALARS = {
    'abs': (1, 1, nulls(absolute)), 'char': (0, 99, char), 'coalesce': (2, 99, coalesce), 'format': (0, 99, printf),
    'printf': (0, 99, printf), 'glob': (2, 2, glob), 'like': (2, 3, like), 'ifnull': (2, 2, coalesce),
    'hex': (1, 1, lambda value: (value if type(value) is bytes else (text_of(value) or '').encode()).hex().upper()),
    'iif': (3, 3, lambda condition, yes, no: yes if truth(condition) else no), 'instr': (2, 2, nulls(instr)),
    'length': (1, 1, nulls(length)), 'lower': (1, 1, nulls(lambda value: text_of(value).translate(_LOWER))),
    'upper': (1, 1, nulls(lambda value: text_of(value).translate(_UPPER))), 'ltrim': (1, 2, _trim(str.lstrip)),
    'rtrim': (1, 2, _trim(str.rstrip)), 'trim': (1, 2, _trim(str.strip)), 'max': (2, 99, most),
    'min': (2, 99, lambda *values: most(*values, pick=min)),
    'nullif': (2, 2, lambda a, b: None if a is not None and b is not None and key(a) == key(b) else a), 'quote': (1, 1, quote),
    'random': (0, 0, lambda: _random.getrandbits(64) - (1 << 63)), 'randomblob': (1, 1, lambda n: _os.urandom(max(1, integer_of(n) or 0))),
    'replace': (3, 3, nulls(replace)), 'round': (1, 2, nulls(round_)), 'sign': (1, 1, sign), 'soundex': (1, 1, soundex),
    'sqlite_version': (0, 0, lambda: '3.40.1'), 'substr': (2, 3, nulls(substr)), 'substring': (2, 3, nulls(substr)),
    'typeof': (1, 1, type_of), 'unicode': (1, 1, nulls(unicode_)), 'zeroblob': (1, 1, lambda n: bytes(max(0, integer_of(n) or 0))),
    'likely': (1, 1, lambda value: value), 'unlikely': (1, 1, lambda value: value), 'likelihood': (2, 2, lambda value, odds: value),
    'ceil': (1, 1, _whole(_math.ceil)), 'ceiling': (1, 1, _whole(_math.ceil)), 'floor': (1, 1, _whole(_math.floor)),
    'trunc': (1, 1, _whole(_math.trunc)), 'pi': (0, 0, lambda: _math.pi), 'log': (1, 2, _mathematics(log)),
    'ln': (1, 1, _mathematics(_math.log)), 'mod': (2, 2, _mathematics(_math.fmod)),
    **{name: (1, 1, _mathematics(getattr(_math, name))) for name in (
        'acos acosh asin asinh atan atanh cos cosh degrees exp log10 log2 radians sin sinh sqrt tan tanh').split()},
    **{name: (2, 2, _mathematics(getattr(_math, real))) for name, real in (('atan2', 'atan2'), ('pow', 'pow'), ('power', 'pow'))},
}


def scalar(name):
    """A function's (least arguments, most, function), or None."""
    found = SCALARS.get(name)
    if found is None and name in ('date', 'time', 'datetime', 'julianday', 'strftime', 'unixepoch'):
        import _sqlite_dates
        found = (0 if name != 'strftime' else 1), 99, getattr(_sqlite_dates, name)
    elif found is None and (name.startswith('json') or name in ('->', '->>')):
        import _sqlite_json
        found = _sqlite_json.SCALARS.get(name)
    return found


# --- aggregates: classes with step and result; `all` takes all steps, and gives the place of the value that is picked ---

_numbers = {int, float}


class Count:
    def __init__(self):
        self.count = 0

    def step(self, *values):
        if not values or values[0] is not None:
            self.count += 1

    def all(self, values):
        self.count = len(values) - values.count(None)

    def result(self):
        return self.count


class Sum:
    """Of integers an integer, of anything else a float."""

    def __init__(self):
        self.whole, self.real, self.count, self.approximate = 0, 0.0, 0, False
        # Integers alone have not fitted, be it in between.
        self.overflow = False

    def step(self, value):
        if value is None:
            return
        self.count += 1
        whole = numeric_text(value) if type(value) is str else value
        number = number_of(value)
        self.real += number
        if type(whole) is int:
            self.whole += number
            if not self.approximate and not LEAST <= self.whole <= MOST:
                self.approximate = self.overflow = True
        else:
            self.approximate = True

    def all(self, values):
        known = [value for value in values if value is not None]
        kinds = {*map(type, known)}
        if not kinds <= _numbers or known and not LEAST <= len(known) * min(known) <= len(known) * max(known) <= MOST:
            for value in known:
                self.step(value)
            return
        # One after another, as `sum` does not add floats.
        real = 0.0
        for value in known:
            real += value
        self.count, self.real, self.approximate = len(known), real, float in kinds
        if not self.approximate:
            self.whole = sum(known)

    def result(self):
        if not self.count:
            return None
        if self.overflow:
            raise problem('integer overflow')
        return self.real if self.approximate else self.whole


class Total(Sum):
    def result(self):
        return self.real


class Average(Sum):
    def result(self):
        return self.real / self.count if self.count else None


class Most:
    """The greatest; `better` tells whether a step has brought another one."""
    sign = 1

    def __init__(self, collation=None):
        self.value, self.key, self.of, self.better = None, None, key_of(collation), False

    def step(self, value):
        self.better = False
        if value is not None:
            place = self.of(value)
            if self.key is None or (place > self.key if self.sign > 0 else place < self.key):
                self.value, self.key, self.better = value, place, True

    def all(self, values):
        known = [value for value in values if value is not None]
        kinds = {*map(type, known)}
        if not kinds:
            return None
        if kinds <= _numbers or len(kinds) == 1 and self.of is key:
            self.value = max(known) if self.sign > 0 else min(known)
            return values.index(self.value)
        found = None
        for place, value in enumerate(values):
            self.step(value)
            if self.better:
                found = place
        return found

    def result(self):
        return self.value


class Least(Most):
    sign = -1


class Joined:
    def __init__(self):
        self.text = None

    def step(self, value, separator=','):
        if value is not None:
            self.text = text_of(value) if self.text is None else self.text + (text_of(separator) or '') + text_of(value)

    def result(self):
        return self.text


# Name: (least arguments, most, class).
AGGREGATES = {
    'count': (0, 1, Count), 'sum': (1, 1, Sum), 'total': (1, 1, Total), 'avg': (1, 1, Average), 'max': (1, 1, Most), 'min': (1, 1, Least),
    'group_concat': (1, 2, Joined),
}


def aggregate(name):
    found = AGGREGATES.get(name)
    if found is None and name in ('json_group_array', 'json_group_object'):
        import _sqlite_json
        found = _sqlite_json.AGGREGATES[name]
    return found
