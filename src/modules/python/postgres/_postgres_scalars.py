"""The plain functions: for each the types of its arguments, that of its result, and what it does."""
import decimal
import math
import re
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from _postgres_dates import Interval, age, clock, formatted, truncated
from _postgres_errors import ServerError, missing
from _postgres_operators import power, quotient, regex_of, scale
from _postgres_types import exact, in_range, number_text, plain, rounded, text_of


def _substring(text, start, size=None):
    if size is not None and size < 0:
        raise ServerError('22011', 'negative substring length not allowed')
    end = None if size is None else max(start - 1 + size, 0)
    return text[max(start - 1, 0):end]


def _matched(text, pattern):
    match = regex_of(pattern).search(text)
    return None if match is None else match[1] if match.re.groups else match[0]


def _replaced(text, pattern, by, flags=''):
    def written(match):
        def part(mark):
            n = 0 if mark[1] == '&' else int(mark[1]) if mark[1].isdigit() else None
            return '\\' if n is None else (match[n] or '') if n <= match.re.groups else ''
        return re.sub(r'\\(\d|&|\\)', part, by)
    return regex_of(pattern, 'i' in flags).sub(written, text, count=0 if 'g' in flags else 1)


def _padded(left):
    def run(text, size, fill=' '):
        if len(text) >= size:
            return text[:max(size, 0)]
        more = (fill * (size - len(text)))[:size - len(text)] if fill else ''
        return more + text if left else text + more
    return run


def _part(text, by, n):
    if not n:
        raise ServerError('22023', 'field position must not be zero')
    parts = text.split(by) if by else [text]
    n = n - 1 if n > 0 else n + len(parts)
    return parts[n] if 0 <= n < len(parts) else ''


def _titled(text):
    return re.sub(r'[^\W_]+', lambda m: m[0][0].upper() + m[0][1:].lower(), text)


def _translated(text, given, to):
    return text.translate({ord(c): to[n] if n < len(to) else None for n, c in reversed(list(enumerate(given)))})


def _left(text, n):
    return text[:n]


def _right(text, n):
    return text[-n:] if n > 0 else text[-n:] if n < 0 else ''


def _half_even(value, digits=0):
    return math.copysign(round(value), value) if math.isfinite(value) else value


def _keeping(function):
    """A function of floats that keeps the sign of zero."""
    return lambda n: math.copysign(function(n), n) if math.isfinite(n) else n


def _whole(number, way, digits):
    found = number.quantize(Decimal(1).scaleb(-digits), way, context=exact)
    return plain(found if found else abs(found))


def _exactly(way):
    return lambda number: _whole(number, way, 0) if number.is_finite() else number


def _truncated(number, digits=0):
    return _whole(number, decimal.ROUND_DOWN, digits)


def _root(number):
    if number < 0:
        raise ServerError('2201F', 'cannot take square root of a negative number')
    if isinstance(number, float):
        return math.sqrt(number)
    found = exact.sqrt(number)
    return rounded(found, max(17 - ((number.adjusted() // 4 if number else 0) + 1) * 2, scale(number), 0))


def _logarithm(function):
    def run(number):
        if number <= 0:
            raise ServerError('2201E', 'cannot take logarithm of ' + ('zero' if number == 0 else 'a negative number'))
        return function(number)
    return run


def _exact_log(function):
    def run(number):
        found = function(decimal.Context(prec=60), number)
        return rounded(found, 16 - (max(found.adjusted(), 0) if found else 0))
    return _logarithm(run)


def _modulo(x, y):
    if not y:
        raise ServerError('22012', 'division by zero')
    return exact.remainder(x, y) if isinstance(x, Decimal) else abs(x) % abs(y) * (-1 if x < 0 else 1)


def _divided(x, y):
    return rounded(_truncated(quotient(x, y)), 0)


def _sign(x):
    return type(x)((x > 0) - (x < 0))


def _char(value, pattern):
    """to_char of a number."""
    number = value if isinstance(value, Decimal) else Decimal(number_text(value) if isinstance(value, float) else value)
    fill = not pattern.startswith('FM')
    body = pattern.removeprefix('FM')
    if not re.fullmatch(r'[90,]*([.D][90]*)?', body):
        missing(f'to_char with {pattern}')
    whole, point, part = re.match(r'([90,]*)([.D]?)(.*)', body).groups()
    number = rounded(number, len(part))
    digits, _, rest = f'{abs(number):.{len(part)}f}'.partition('.')
    places = whole.replace(',', '')
    if len(digits) > len(places) and not (digits == '0' and not places):
        return (' ' if fill else '') + re.sub('[90]', '#', whole) + (point and '.' + '#' * len(part))
    zero = places.find('0')
    if digits == '0' and zero < 0:
        digits = '' if point else '0'
    digits = digits.rjust(len(places))
    out, seen, n = '', False, 0
    for c in whole:
        if c == ',':
            out += ',' if seen else ' '
            continue
        digit = digits[n]
        if digit == ' ' and 0 <= zero <= n:
            digit = '0'
        seen = seen or digit != ' '
        out += digit
        n += 1
    sign = '-' if number < 0 else ' '
    bare = out.lstrip(' ')
    out = (sign + bare).rjust(len(out) + 1) if fill else sign.strip() + bare
    if point:
        if not fill:
            kept = max((n + 1 for n, c in enumerate(part) if c == '0'), default=0)
            rest = rest[:kept] + rest[kept:].rstrip('0')
        out += '.' + rest
    return out


def _moment(text, pattern):
    """What strptime takes of to_date's pattern."""
    words = (('YYYY', '%Y'), ('HH24', '%H'), ('HH12', '%I'), ('MI', '%M'), ('SS', '%S'), ('MM', '%m'), ('DD', '%d'), ('Month', '%B'),
             ('Mon', '%b'), ('AM', '%p'), ('PM', '%p'))
    for word, code in words:
        pattern = pattern.replace(word, code)
    if re.search(r'(?<!%)[A-Za-z]', pattern.replace('T', '')):
        missing(f'to_date with {pattern}')
    try:
        return datetime.strptime(text, pattern)
    except ValueError:
        raise ServerError('22007', f'invalid value for to_date: "{text}"') from None


def _made(year, month, day):
    try:
        return date(year, month, day)
    except ValueError:
        raise ServerError('22008', f'date field value out of range: {year}-{month:02}-{day:02}') from None


def _stamp(year, month, day, hour, minute, second):
    return datetime.combine(_made(year, month, day), time(hour, minute)) + timedelta(seconds=second)


def loose_array_append(items, item):
    return (items or []) + [item]


def loose_array_prepend(item, items):
    return [item] + (items or [])


def loose_array_cat(a, b):
    return (a or []) + (b or []) if a is not None or b is not None else None


def loose_position(items, item):
    return items.index(item) + 1 if items is not None and item in items else None


def _length(items, n):
    for _ in range(n - 1):
        items = items[0] if items and isinstance(items[0], list) else None
    return len(items) or None if items is not None else None


def _join(items, by, null=None):
    return by.join(null if v is None else v if isinstance(v, str) else text_of(v, 'float8') if isinstance(v, float) else text_of(v, '')
                   for v in items if v is not None or null is not None)


def loose_split(text, by):
    return None if text is None else list(text) if by is None else text.split(by) if text else []


def _digest(text):
    import hashlib
    return hashlib.md5(text if isinstance(text, bytes) else text.encode()).hexdigest()


def _sha(data):
    import hashlib
    return hashlib.sha256(data).digest()


def _encoded(data, way):
    import base64
    if way not in ('hex', 'base64'):
        missing(f'encode(…, {way!r})')
    return data.hex() if way == 'hex' else base64.b64encode(data).decode()


def _decoded(text, way):
    import base64
    if way not in ('hex', 'base64'):
        missing(f'decode(…, {way!r})')
    return bytes.fromhex(text) if way == 'hex' else base64.b64decode(text)


def _since_epoch(seconds):
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds)


def _day(value):
    return datetime(value.year, value.month, value.day, tzinfo=timezone.utc)


def _bucket(value, low, high, n):
    return 0 if value < low else n + 1 if value >= high else int((value - low) * n / (high - low)) + 1


FUNCTIONS = {}


def _add(names, *rows):
    for name in names.split():
        FUNCTIONS[name] = FUNCTIONS.get(name, []) + [(tuple(kinds.split()), result, function) for kinds, result, function in rows]


_add('length char_length character_length', ('text', 'int4', len))
_add('length octet_length', ('bytea', 'int4', len))
_add('octet_length', ('text', 'int4', lambda text: len(text.encode())))
_add('upper', ('text', 'text', str.upper))
_add('lower', ('text', 'text', str.lower))
_add('initcap', ('text', 'text', _titled))
_add('reverse', ('text', 'text', lambda text: text[::-1]))
_add('md5', ('text', 'text', _digest), ('bytea', 'text', _digest))
_add('sha256', ('bytea', 'bytea', _sha))
_add('encode', ('bytea text', 'text', _encoded))
_add('decode', ('text text', 'bytea', _decoded))
_add('convert_to', ('text text', 'bytea', lambda text, encoding: text.encode(encoding)))
_add('convert_from', ('bytea text', 'text', lambda data, encoding: data.decode(encoding)))
_add('ascii', ('text', 'int4', lambda text: ord(text[0]) if text else 0))
_add('chr', ('int4', 'text', chr))
_add('repeat', ('text int4', 'text', lambda text, n: text * n))
_add('left', ('text int4', 'text', _left))
_add('right', ('text int4', 'text', _right))
_add('substring substr', ('text int4', 'text', _substring), ('text int4 int4', 'text', _substring))
_add('substring', ('text text', 'text', _matched))
_add('replace', ('text text text', 'text', lambda text, part, by: text.replace(part, by) if part else text))
_add('translate', ('text text text', 'text', _translated))
_add('btrim trim', ('text', 'text', lambda text: text.strip(' ')), ('text text', 'text', str.strip))
_add('ltrim', ('text', 'text', lambda text: text.lstrip(' ')), ('text text', 'text', str.lstrip))
_add('rtrim', ('text', 'text', lambda text: text.rstrip(' ')), ('text text', 'text', str.rstrip))
_add('lpad', ('text int4', 'text', _padded(True)), ('text int4 text', 'text', _padded(True)))
_add('rpad', ('text int4', 'text', _padded(False)), ('text int4 text', 'text', _padded(False)))
_add('strpos position', ('text text', 'int4', lambda text, part: text.find(part) + 1))
_add('starts_with', ('text text', 'bool', str.startswith))
_add('split_part', ('text text int4', 'text', _part))
_add('regexp_replace', ('text text text', 'text', _replaced), ('text text text text', 'text', _replaced))
_add('regexp_split_to_array', ('text text', 'text[]', lambda text, pattern: regex_of(pattern).split(text)))
_add('regexp_match', ('text text', 'text[]', lambda text, pattern: (m := regex_of(pattern).search(text)) and (list(m.groups()) or [m[0]])))
_add('quote_literal', ('text', 'text', lambda text: "'" + text.replace("'", "''") + "'"))
_add('quote_ident', ('text', 'text', lambda t: t if re.fullmatch('[a-z_][a-z0-9_$]*', t) else '"' + t.replace('"', '""') + '"'))
_add('string_to_array', ('text text', 'text[]', loose_split))
_add('to_hex', ('int4', 'text', lambda n: f'{n & 0xffffffff:x}'), ('int8', 'text', lambda n: f'{n & (1 << 64) - 1:x}'))
_add('abs', ('int2', 'int2', lambda n: in_range(abs(n), 'int2')), ('int4', 'int4', lambda n: in_range(abs(n), 'int4')), ('int8', 'int8', abs), ('numeric', 'numeric', abs),
     ('float8', 'float8', abs))
_add('round', ('numeric', 'numeric', lambda n: rounded(n, 0)), ('float8', 'float8', _half_even), ('numeric int4', 'numeric', rounded))
_add('trunc', ('numeric', 'numeric', _truncated), ('float8', 'float8', _keeping(math.trunc)),
     ('numeric int4', 'numeric', _truncated))
_add('ceil ceiling', ('numeric', 'numeric', _exactly(decimal.ROUND_CEILING)), ('float8', 'float8', _keeping(math.ceil)))
_add('floor', ('numeric', 'numeric', _exactly(decimal.ROUND_FLOOR)), ('float8', 'float8', _keeping(math.floor)))
_add('mod', ('int4 int4', 'int4', _modulo), ('int8 int8', 'int8', _modulo), ('numeric numeric', 'numeric', _modulo))
_add('div', ('numeric numeric', 'numeric', _divided))
_add('sign', ('numeric', 'numeric', _sign), ('float8', 'float8', _sign))
_add('sqrt', ('float8', 'float8', _root), ('numeric', 'numeric', _root))
_add('cbrt', ('float8', 'float8', math.cbrt))
_add('power pow', ('float8 float8', 'float8', power), ('numeric numeric', 'numeric', power))
_add('exp', ('float8', 'float8', math.exp))
_add('ln', ('float8', 'float8', _logarithm(math.log)), ('numeric', 'numeric', _exact_log(decimal.Context.ln)))
_add('log log10', ('float8', 'float8', _logarithm(math.log10)), ('numeric', 'numeric', _exact_log(decimal.Context.log10)))
_add('gcd', ('int4 int4', 'int4', math.gcd), ('int8 int8', 'int8', math.gcd))
_add('lcm', ('int4 int4', 'int4', math.lcm), ('int8 int8', 'int8', math.lcm))
_add('factorial', ('int8', 'numeric', lambda n: Decimal(math.factorial(n))))
_add('pi', ('', 'float8', lambda: math.pi))
for _name in 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'degrees', 'radians', 'sinh', 'cosh', 'tanh':
    _add(_name, ('float8', 'float8', getattr(math, _name)))
_add('atan2', ('float8 float8', 'float8', math.atan2))
_add('width_bucket', ('float8 float8 float8 int4', 'int4', _bucket), ('numeric numeric numeric int4', 'int4', _bucket))
_add('scale', ('numeric', 'int4', scale))
_add('to_char', ('timestamp text', 'text', formatted), ('timestamptz text', 'text', formatted), ('numeric text', 'text', _char),
     ('int8 text', 'text', _char), ('float8 text', 'text', _char))
_add('to_number', ('text text', 'numeric', lambda text, pattern: Decimal(text.replace(',', '').strip())))
_add('to_date', ('text text', 'date', lambda text, pattern: _moment(text, pattern).date()))
_add('to_timestamp', ('float8', 'timestamptz', _since_epoch),
     ('text text', 'timestamptz', lambda text, pattern: _moment(text, pattern).replace(tzinfo=timezone.utc)))
_add('date_trunc', ('text timestamp', 'timestamp', truncated), ('text timestamptz', 'timestamptz', truncated),
     ('text interval', 'interval', truncated))
_add('age', ('timestamp timestamp', 'interval', age), ('timestamptz timestamptz', 'interval', age),
     ('timestamptz', 'interval', lambda value: age(_day(clock()), value)), ('timestamp', 'interval', lambda value: age(
         _day(clock()).replace(tzinfo=None), value)))
_add('make_date', ('int4 int4 int4', 'date', _made))
_add('make_time', ('int4 int4 float8', 'time', lambda h, m, s: time(h, m, int(s), round(s % 1 * 1000000))))
_add('make_timestamp', ('int4 int4 int4 int4 int4 float8', 'timestamp', _stamp))
_add('isfinite', ('timestamptz', 'bool', lambda value: True))
_add('justify_hours', ('interval', 'interval', lambda v: Interval(v.months, v.days + int(v.us / 86400000000), v.us - int(
    v.us / 86400000000) * 86400000000)))
_add('array_length', ('anyarray int4', 'int4', _length))
_add('cardinality', ('anyarray', 'int4', lambda items: sum(len(v) if isinstance(v, list) else 1 for v in items)))
_add('array_append', ('anyarray anyelement', 'anyarray', loose_array_append))
_add('array_prepend', ('any anyarray', 'anyarray', loose_array_prepend))
_add('array_cat', ('anyarray anyarray', 'anyarray', loose_array_cat))
_add('array_remove', ('anyarray anyelement', 'anyarray', lambda items, item: [v for v in items if v != item]))
_add('array_replace', ('anyarray anyelement anyelement', 'anyarray', lambda items, a, b: [b if v == a else v for v in items]))
_add('array_position', ('anyarray anyelement', 'int4', loose_position))
_add('array_positions', ('anyarray anyelement', 'int4[]', lambda items, item: [n for n, v in enumerate(items, 1) if v == item]))
_add('array_to_string', ('anyarray text', 'text', _join), ('anyarray text text', 'text', _join))
_add('array_upper', ('anyarray int4', 'int4', lambda items, n: len(items) or None))
_add('array_lower', ('anyarray int4', 'int4', lambda items, n: 1 if items else None))
