"""PostgreSQL's types: their names, what they are cast to, and their values as texts.

A value is a bool, int, float, Decimal, str, bytes, date, time, datetime, Interval or UUID, an array a list; json and jsonb are texts.
"""
import decimal
import math
import re
from datetime import datetime, time, timezone
from decimal import Decimal
from uuid import UUID
from _postgres_dates import Interval, date_of, interval_of, time_of, timestamp_of
from _postgres_errors import ServerError, bad_text, missing

UTC = timezone.utc
exact = decimal.Context(prec=400, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN)
_NAMES = {'int': 'int4', 'integer': 'int4', 'bigint': 'int8', 'smallint': 'int2', 'real': 'float4', 'float': 'float8', 'decimal': 'numeric',
          'boolean': 'bool', 'character': 'bpchar', 'char': 'bpchar', 'nchar': 'bpchar', 'string': 'string', 'dec': 'numeric'}
# By the name: what it is shown as, its number, its kind.
TYPES = {
    'bool': ('boolean', 16, 'B'), 'bytea': ('bytea', 17, 'U'), 'name': ('name', 19, 'S'), 'int8': ('bigint', 20, 'N'),
    'int2': ('smallint', 21, 'N'), 'int4': ('integer', 23, 'N'), 'text': ('text', 25, 'S'), 'oid': ('oid', 26, 'N'),
    'json': ('json', 114, 'U'), 'float4': ('real', 700, 'N'), 'float8': ('double precision', 701, 'N'), 'unknown': ('unknown', 705, 'X'),
    'bpchar': ('character', 1042, 'S'), 'varchar': ('character varying', 1043, 'S'), 'date': ('date', 1082, 'D'),
    'time': ('time without time zone', 1083, 'D'), 'timestamp': ('timestamp without time zone', 1114, 'D'),
    'timestamptz': ('timestamp with time zone', 1184, 'D'), 'interval': ('interval', 1186, 'T'), 'numeric': ('numeric', 1700, 'N'),
    'uuid': ('uuid', 2950, 'U'), 'jsonb': ('jsonb', 3802, 'U'), 'void': ('void', 2278, 'P'), 'regclass': ('regclass', 2205, 'N'),
    'record': ('record', 2249, 'P'),
}
_ARRAYS = {'bool': 1000, 'bytea': 1001, 'int2': 1005, 'int4': 1007, 'text': 1009, 'bpchar': 1014, 'varchar': 1015, 'int8': 1016,
           'float4': 1021, 'float8': 1022, 'timestamp': 1115, 'date': 1182, 'time': 1183, 'timestamptz': 1185, 'interval': 1187,
           'numeric': 1231, 'uuid': 2951, 'json': 199, 'jsonb': 3807, 'name': 1003, 'oid': 1028}
_MISSING = frozenset('''money inet cidr macaddr point line lseg box path polygon circle xml tsvector tsquery timetz int4range int8range
numrange tsrange tstzrange daterange bit varbit hstore citext vector geometry ltree pg_lsn xid cid tid'''.split())
NUMBERS = 'int2', 'int4', 'int8', 'numeric', 'float4', 'float8'
INTEGERS = {'int2': 15, 'int4': 31, 'int8': 63}
TEXTS = 'text', 'varchar', 'bpchar', 'name'
_ORDER = {'numbers': {name: n for n, name in enumerate(NUMBERS)}, 'dates': {'date': 0, 'timestamp': 1, 'timestamptz': 2}}


def canonical(name, enums):
    """A type's own name; `enums`: those that the program has made."""
    name = _NAMES.get(name, name)
    if name in TYPES or name in enums:
        return name
    if name in _MISSING:
        missing(f'the type {name}')
    raise ServerError('42704', f'type "{name}" does not exist')


def shown(kind):
    """A type as messages show it."""
    if kind.endswith('[]'):
        return shown(kind[:-2]) + '[]'
    return TYPES[kind][0] if kind in TYPES else kind


def oid(kind):
    if kind.endswith('[]'):
        return _ARRAYS.get(kind[:-2], 16400)
    return TYPES[kind][1] if kind in TYPES else 16384 + sum(map(ord, kind)) % 1000


def is_enum(kind):
    return kind not in TYPES and not kind.endswith('[]')


def implicit(source, target):
    """Whether a value is cast without being asked to."""
    if source == target:
        return True
    for order in _ORDER.values():
        if source in order and target in order:
            return order[source] < order[target]
    return source in TEXTS and target in TEXTS or source == 'time' and target == 'interval' or (
        source in ('int2', 'int4', 'int8') and target in ('oid', 'regclass') or source == 'oid' and target == 'int8')


def assignable(source, target):
    """Whether a value may be stored as another type."""
    if implicit(source, target) or target in TEXTS and source not in ('record', 'void'):
        return True
    if source.endswith('[]') and target.endswith('[]'):
        return assignable(source[:-2], target[:-2])
    return any(source in order and target in order for order in _ORDER.values()) or (
        source == 'jsonb' and target == 'json' or source == 'json' and target == 'jsonb') or (
        target == 'time' and source in ('timestamp', 'timestamptz', 'interval'))


def castable(source, target):
    """Whether CAST does it."""
    return assignable(source, target) or source in TEXTS or source in ('bool', 'int4') and target in ('bool', 'int4') or (
        source == 'jsonb' and (target in NUMBERS or target == 'bool'))


def common(kinds, what):
    """The type that several have in common, as UNION, CASE and VALUES look for it."""
    found = 'unknown'
    for kind in kinds:
        if kind == 'unknown' or kind == found or implicit(kind, found):
            if not (kind in TEXTS and found in TEXTS):
                continue
            found = 'text' if kind != found and 'text' in (kind, found) else found
        elif found == 'unknown' or implicit(found, kind):
            found = kind
        else:
            raise ServerError('42804', f'{what} types {shown(found)} and {shown(kind)} cannot be matched')
    return found


# --- texts as values ---

_INTEGER = re.compile(r'\s*[-+]?\d+\s*\Z', re.ASCII)
_NUMBER = re.compile(r'\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*\Z', re.ASCII | re.IGNORECASE)
_BOOLS = {text[:n]: value for text, value in (('true', True), ('false', False), ('yes', True), ('no', False)) for n in range(1, len(text) + 1)}
_BOOLS.update({'on': True, 'off': False, 'of': False, '1': True, '0': False})


def in_range(value, kind):
    if -(1 << INTEGERS[kind]) <= value < 1 << INTEGERS[kind]:
        return value
    raise ServerError('22003', f'{shown(kind)} out of range')


def _integer(text, kind):
    if not _INTEGER.match(text):
        raise bad_text(shown(kind), text)
    value = int(text)
    if not -(1 << INTEGERS[kind]) <= value < 1 << INTEGERS[kind]:
        raise ServerError('22003', f'value "{text}" is out of range for type {shown(kind)}')
    return value


def _real(text, kind):
    word = text.strip().lower()
    if not _NUMBER.match(text) and word not in ('nan', 'infinity', '-infinity', 'inf', '-inf'):
        raise bad_text(shown(kind), text)
    return single(float(word)) if kind == 'float4' else float(word)


def _numeric(text, kind):
    word = text.strip()
    if not _NUMBER.match(text):
        if word.lower() in ('nan', 'infinity', '-infinity', 'inf', '-inf'):
            return Decimal(word)
        raise bad_text('numeric', text)
    return plain(Decimal(word))


def plain(number):
    """A Decimal without an exponent above zero."""
    return number.quantize(Decimal(1), context=exact) if number.is_finite() and number.as_tuple().exponent > 0 else number


def single(value):
    """A float of 32 bits."""
    import struct
    try:
        return struct.unpack('f', struct.pack('f', value))[0]
    except OverflowError:
        raise ServerError('22003', f'"{value}" is out of range for type real') from None


def _bool(text, kind):
    found = _BOOLS.get(text.strip().lower())
    if found is None:
        raise bad_text('boolean', text)
    return found


def _uuid(text, kind):
    digits = text.strip().strip('{}').replace('-', '')
    if not re.fullmatch('[0-9a-fA-F]{32}', digits):
        raise bad_text('uuid', text)
    return UUID(digits)


def _json(text, kind):
    from _postgres_json import checked
    return checked(text, kind)


def _bytea(text, kind):
    if text.startswith('\\x'):
        try:
            return bytes.fromhex(text[2:])
        except ValueError:
            raise ServerError('22023', f'invalid hexadecimal digit: "{text[2:3]}"') from None
    if '\\' in text:
        missing('bytea in the escape format')
    return text.encode()


_READERS = {'int2': _integer, 'int4': _integer, 'int8': _integer, 'float4': _real, 'float8': _real, 'numeric': _numeric, 'bool': _bool,
            'uuid': _uuid, 'json': _json, 'jsonb': _json, 'bytea': _bytea, 'date': lambda t, k: date_of(t),
            'time': lambda t, k: time_of(t), 'timestamp': lambda t, k: timestamp_of(t, None), 'oid': lambda t, k: _integer(t, 'int8'),
            'timestamptz': lambda t, k: timestamp_of(t, UTC), 'interval': lambda t, k: interval_of(t)}


def read(text, kind, enums):
    """The value that a text is as a type."""
    reader = _READERS.get(kind)
    if reader is not None:
        return reader(text, kind)
    if kind.endswith('[]'):
        return _array(text, kind[:-2], enums)
    if kind in enums:
        if text not in enums[kind]:
            raise ServerError('22P02', f'invalid input value for enum {kind}: "{text}"')
        return text
    if kind == 'record':
        missing('a row as a text')
    return text


def _array(text, kind, enums):
    at, found = 0, None
    stack, item, quoted, is_text = [], '', False, False
    inner = text.strip()
    if inner.startswith('{') and not inner.endswith('}'):
        raise ServerError('22P02', f'malformed array literal: "{text}"', detail='Unexpected end of input.')
    if not inner.startswith('{'):
        raise ServerError('22P02', f'malformed array literal: "{text}"',
                          detail='Array value must start with "{" or dimension information.')
    while at < len(inner):
        c = inner[at]
        at += 1
        if quoted:
            if c == '\\':
                item += inner[at]
                at += 1
            elif c == '"':
                quoted = False
            else:
                item += c
        elif c == '"':
            quoted = is_text = True
        elif c == '{':
            stack.append([])
        elif c in ',}':
            word = item if is_text else item.strip()
            if word or is_text:
                stack[-1].append(None if not is_text and word.upper() == 'NULL' else read(word, kind, enums))
            item, is_text = '', False
            if c == '}':
                found = stack.pop()
                if stack:
                    stack[-1].append(found)
        else:
            item += c
    return found


# --- values as texts ---

def number_text(value, digits=15):
    """A float as PostgreSQL shows it."""
    if value != value:
        return 'NaN'
    if math.isinf(value):
        return 'Infinity' if value > 0 else '-Infinity'
    text = repr(value) if digits == 15 else _short(value)
    mantissa, _, exponent = text.partition('e')
    sign, mantissa = ('-', mantissa[1:]) if mantissa.startswith('-') else ('', mantissa)
    whole, _, part = mantissa.partition('.')
    part = '' if part == '0' else part
    power = int(exponent or 0) + len(whole) - 1
    figures = (whole + part).lstrip('0')
    if not figures:
        return sign + '0'
    if not exponent and whole == '0':
        power = -1 - (len(part) - len(part.lstrip('0')))
    figures = figures.rstrip('0') or '0'
    if -4 <= power < (15 if digits == 15 else 6):
        if power < 0:
            return f'{sign}0.{"0" * (-power - 1)}{figures}'
        figures = figures.ljust(power + 1, '0')
        rest = figures[power + 1:]
        return sign + figures[:power + 1] + ('.' + rest if rest else '')
    rest = figures[1:]
    return f'{sign}{figures[0]}{"." + rest if rest else ""}e{"-" if power < 0 else "+"}{abs(power):02}'


def _short(value):
    for digits in range(1, 10):
        text = f'{value:.{digits}g}'
        if single(float(text)) == value:
            break
    return repr(float(text))


def text_of(value, kind):
    """A value as a text."""
    if type(value) is str:
        return value.rstrip(' ') if kind == 'bpchar' else value
    if value is True or value is False:
        return 'true' if value else 'false'
    if kind == 'float8' or kind == 'float4':
        return number_text(value, 15 if kind == 'float8' else 6)
    if isinstance(value, Decimal):
        return f'{value:f}'
    if isinstance(value, datetime):
        return clock_text(value)
    if isinstance(value, time):
        return _trimmed(str(value))
    if isinstance(value, bytes):
        return '\\x' + value.hex()
    if isinstance(value, list):
        return '{' + ','.join(_item(v, kind[:-2]) for v in value) + '}'
    return str(value)


def clock_text(value, between=' '):
    text = value.strftime(f'%Y-%m-%d{between}%H:%M:%S').rjust(19, '0') + (f'.{value.microsecond:06}'.rstrip('0') if value.microsecond else '')
    return text + '+00' if value.tzinfo is not None else text


def _trimmed(text):
    return text.rstrip('0') if '.' in text else text


def _item(value, kind):
    if value is None:
        return 'NULL'
    if isinstance(value, list):
        return text_of(value, kind + '[]')
    text = 'tf'[not value] if kind == 'bool' else text_of(value, kind)
    if not text or text.upper() == 'NULL' or re.search(r'[\s{},"\\]', text):
        text = '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"'
    return text


# --- from one type to another ---

def rounded(number, digits):
    """A Decimal with so many digits behind the point, halves away from zero."""
    if not number.is_finite():
        return number
    found = number.quantize(Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP, context=exact)
    return plain(found if found else abs(found))


def limit(kind, modifiers, explicit):
    """What holds a value to a type's modifiers, or None."""
    if not modifiers or modifiers[0] is None:
        return None
    if kind.endswith('[]'):
        of = limit(kind[:-2], modifiers, explicit)
        return of and (lambda values: [v if v is None else of(v) for v in values])
    size = modifiers[0]
    if kind in ('varchar', 'bpchar'):
        name = 'character varying' if kind == 'varchar' else 'character'

        def fit(text):
            if len(text) > size:
                if not explicit and text[size:].strip(' '):
                    raise ServerError('22001', f'value too long for type {name}({size})')
                text = text[:size]
            return text if kind == 'varchar' else text.ljust(size)
        return fit
    if kind == 'numeric':
        digits = modifiers[1] if len(modifiers) > 1 else 0

        def scaled(number):
            number = rounded(number, digits)
            if number.is_finite() and number and number.adjusted() >= size - digits:
                raise ServerError('22003', 'numeric field overflow', detail=f'A field with precision {size}, scale {digits} must round '
                                  f'to an absolute value less than {"10^" + str(size - digits) if size - digits else 1}.')
            return number
        return scaled
    if kind in ('timestamp', 'timestamptz', 'time') and size < 6:
        step = 10 ** (6 - size)

        def cut(value):
            from datetime import timedelta
            over = value.microsecond % step
            if isinstance(value, time):
                return value.replace(microsecond=value.microsecond - over)
            return value + timedelta(microseconds=(step - over if over * 2 >= step else -over))
        return cut
    return None


def _whole(kind):
    def run(value):
        if isinstance(value, float):
            if value != value or math.isinf(value):
                raise ServerError('22003', f'{shown(kind)} out of range')
            return in_range(round(value), kind)
        if isinstance(value, int):
            return in_range(value, kind)
        if not value.is_finite():
            raise ServerError('0A000', f'cannot convert {value} to {shown(kind)}')
        return in_range(int(rounded(value, 0)), kind)
    return run


def _day_time(value):
    return datetime(value.year, value.month, value.day)


def caster(source, target, enums):
    """What makes a value of one type one of another; None where nothing is to do."""
    if source == target or target == 'unknown':
        return None
    if source.endswith('[]') and target.endswith('[]'):
        of = caster(source[:-2], target[:-2], enums)

        def items(values):
            return [v if v is None else items(v) if isinstance(v, list) else of(v) for v in values]
        return of and items
    if target in TEXTS:
        if source in ('text', 'varchar', 'name') or is_enum(source):
            return None
        return lambda value: text_of(value, source)
    if source in TEXTS or source == 'unknown':
        return lambda text: read(text, target, enums)
    if target in INTEGERS:
        if source in ('float4', 'float8', 'numeric'):
            return _whole(target)
        if source == 'jsonb':
            return _of_json(target)
        return (lambda value: in_range(int(value), target)) if source != 'bool' else int
    if target == 'numeric':
        if source == 'jsonb':
            return _of_json(target)
        if source in ('float4', 'float8'):
            return lambda value: plain(Decimal(f'{value:.15g}' if source == 'float8' else f'{value:.6g}'))
        return Decimal
    if target in ('float4', 'float8'):
        return _of_json(target) if source == 'jsonb' else float if target == 'float8' else lambda value: single(float(value))
    if target == 'bool':
        return _of_json(target) if source == 'jsonb' else bool
    if target == 'date':
        return lambda value: value.date()
    if target == 'timestamp':
        return _day_time if source == 'date' else lambda value: value.replace(tzinfo=None)
    if target == 'timestamptz':
        return lambda value: (_day_time(value) if source == 'date' else value).replace(tzinfo=UTC)
    if target == 'time':
        return (lambda value: value.clock()) if source == 'interval' else lambda value: value.time()
    if target == 'interval':
        return lambda value: Interval(0, 0, ((value.hour * 60 + value.minute) * 60 + value.second) * 1000000 + value.microsecond)
    if target == 'jsonb':
        return lambda text: read(text, 'jsonb', enums)
    return None


def _of_json(target):
    def run(text):
        if target == 'bool':
            if text not in ('true', 'false'):
                raise ServerError('22023', 'cannot cast jsonb ' + _json_kind(text) + ' to type boolean')
            return text == 'true'
        if not _NUMBER.match(text):
            raise ServerError('22023', f'cannot cast jsonb {_json_kind(text)} to type {shown(target)}')
        number = Decimal(text)
        return number if target == 'numeric' else float(number) if target in ('float4', 'float8') else _whole(target)(number)
    return run


def _json_kind(text):
    return {'"': 'string', '{': 'object', '[': 'array', 't': 'boolean', 'f': 'boolean', 'n': 'null'}.get(text[:1], 'numeric')


