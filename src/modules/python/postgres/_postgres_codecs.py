"""How asyncpg encodes arguments and decodes results: from Python's values to the server's and back."""
from datetime import date, datetime, timezone
from decimal import Decimal, InvalidOperation
from uuid import UUID
from _frames import bytes_of, type_name
from _postgres_dates import Interval
from _postgres_errors import missing
from _postgres_scopes import Anonymous
from _postgres_types import INTEGERS, TEXTS, plain, read, shown, single


def _integer(kind):
    bits = INTEGERS.get(kind, 32) + 1
    low, high = (-(1 << bits - 1), 1 << bits - 1) if kind != 'oid' else (0, 1 << 32)
    name = f'int{bits}' if kind != 'oid' else 'uint32'

    def encode(value):
        if type(value) is not int:
            if isinstance(value, (str, bytes, bytearray)) or not hasattr(type(value), '__int__') and not hasattr(type(value), '__index__'):
                raise TypeError(f"'{type_name(value)}' object cannot be interpreted as an integer")
            value = int(value)
        if not low <= value < high:
            raise OverflowError(f'value out of {name} range')
        return value
    return encode


def _real(value):
    if type(value) is not float:
        if isinstance(value, (str, bytes, bytearray)) or not hasattr(type(value), '__float__') and not hasattr(type(value), '__index__'):
            raise TypeError(f'must be real number, not {type_name(value)}')
        value = float(value)
    return value


def _single(value):
    value = _real(value)
    try:
        return single(value)
    except Exception:
        raise ValueError('value out of float32 range') from None


def _numeric(value):
    if type(value) is not Decimal:
        if isinstance(value, str):
            try:
                value = Decimal(value)
            except InvalidOperation:
                raise ValueError("[<class 'decimal.ConversionSyntax'>]") from None
        else:
            value = Decimal(value)
    return plain(value)


def _text(value):
    if not isinstance(value, str):
        raise TypeError(f'expected str, got {type(value).__name__}')
    if '\0' in value:
        missing('a zero byte in a text')
    return str(value) if type(value) is not str else value


def _bool(value):
    if not isinstance(value, bool):
        raise TypeError(f'a boolean is required (got type {type(value).__name__})')
    return value


def _date(value):
    return date.fromordinal(value.toordinal())


def _time(value):
    from datetime import time
    return time(value.hour, value.minute, value.second, value.microsecond)


def _moment(aware):
    def encode(value):
        if not isinstance(value, date):
            raise TypeError(f"expected a datetime.date or datetime.datetime instance, got {type(value).__name__!r}")
        if not isinstance(value, datetime):
            value = datetime(value.year, value.month, value.day)
            return value.replace(tzinfo=timezone.utc) if aware else value
        if aware:
            return value.astimezone(timezone.utc)
        if value.tzinfo is not None:
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return datetime(value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
    return encode


def _interval(value):
    return Interval(0, value.days, value.seconds * 1000000 + value.microseconds)


def _uuid(value):
    if isinstance(value, str):
        size = len(value)
        if not 32 <= size <= 36:
            raise ValueError(f'invalid UUID {value!r}: length must be between 32..36 characters, got {size}')
        digits = value.replace('-', '')
        for c in digits:
            if c not in '0123456789abcdefABCDEF':
                raise ValueError(f'invalid UUID {value!r}: unexpected character {c!r}')
        if len(digits) != 32:
            raise ValueError(f'invalid UUID {value!r}')
        return UUID(digits)
    return UUID(bytes=value.bytes)


_ENCODERS = {'float8': _real, 'float4': _single, 'numeric': _numeric, 'bool': _bool, 'date': _date, 'time': _time,
             'timestamp': _moment(False), 'timestamptz': _moment(True), 'interval': _interval, 'uuid': _uuid, 'bytea': bytes_of,
             **{kind: _integer(kind) for kind in ('int2', 'int4', 'int8', 'oid')}, **{kind: _text for kind in TEXTS}}


def _sent(number):
    """A numeric as it is read: whole ones come in groups of four digits, without those that are zero at the end."""
    if not number or not number.is_finite() or number.as_tuple().exponent or number % 10000:
        return number
    sign, digits, _ = number.as_tuple()
    zeros = 0
    while not any(digits[-4:]):
        digits, zeros = digits[:-4], zeros + 4
    return Decimal((sign, digits, zeros))


class Codecs:
    """Those of one connection: a type may have been given others by the program."""

    def __init__(self, enums):
        self.enums, self.given, self._encoders = enums, {}, {}

    def set(self, kind, encoder, decoder, form):
        self.given[kind] = encoder, decoder, form
        self._encoders.clear()

    def encoder(self, kind):
        found = self._encoders.get(kind)
        if found is None:
            found = self._encoders[kind] = self._encoder(kind)
        return found

    def _encoder(self, kind):
        enums = self.enums
        if kind in self.given:
            given, _, form = self.given[kind]
            if form == 'binary' or form == 'tuple':
                missing('codecs of the binary and tuple formats')
            return lambda value: read(_text(given(value)), kind, enums)
        if kind in _ENCODERS:
            return _ENCODERS[kind]
        if kind.endswith('[]'):
            return _array(self.encoder(kind[:-2]))
        if kind in ('json', 'jsonb') or kind in enums:
            return lambda value: read(_text(value), kind, enums)
        missing(f'an argument of the type {shown(kind)}')

    def decoder(self, kind, modifiers, record):
        """The function of a value that is not None, or None where nothing is to do."""
        if kind in self.given:
            from _postgres_types import text_of
            given = self.given[kind][1]
            return lambda value: given(text_of(value, kind))
        if kind == 'interval':
            return Interval.delta
        if kind == 'numeric':
            return _sent
        if kind == 'void':
            return lambda value: None
        if kind.endswith('[]'):
            of = self.decoder(kind[:-2], modifiers, record)

            def items(values):
                return [v if v is None else items(v) if isinstance(v, list) else of(v) if of else v for v in values]
            return items
        if kind == 'record':
            inner = [self.decoder(k, (), record) for _, k in modifiers]
            if isinstance(modifiers, Anonymous):
                return lambda row: tuple([of(v) if of and v is not None else v for of, v in zip(inner, row)])
            names = record.names_of([name for name, _ in modifiers])
            return lambda row: record.make(names, tuple([of(v) if of and v is not None else v for of, v in zip(inner, row)]))
        return None


def _array(of):
    def encode(value):
        if isinstance(value, (str, bytes, bytearray, memoryview, dict)) or not (hasattr(value, '__len__') and hasattr(value, '__iter__')):
            raise TypeError(f"a sized iterable container expected (got type {type(value).__name__!r})")
        found = []
        for n, item in enumerate(value):
            if item is None:
                found.append(None)
            elif isinstance(item, (list, tuple)):
                found.append(encode(item))
            else:
                try:
                    found.append(of(item))
                except (TypeError, ValueError, OverflowError) as error:
                    raise ValueError(f'invalid array element at index {n}: {error}') from None
        return found
    return encode
