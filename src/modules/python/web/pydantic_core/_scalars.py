"""Validators of values that hold no others."""
import re
import uuid
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum

from . import _dates, _numbers
from ._errors import fail
from ._numbers import text_of


def _strict(schema, config):
    own = schema.get('strict')
    return config.get('strict', False) if own is None else own


def _asks(own, st):
    """Whether it must be of its type itself, which what is written as a string or as a key of JSON's never is."""
    return st.mode not in ('string', 'key') and (own if st.strict is None else st.strict)


def _any(schema, config):
    def anything(value, st):
        st.floor(1)  # a union takes Any rather than what it would have to convert to
        return value
    return anything


def _none(schema, config):
    def none(value, st):
        if value is not None:
            fail('none_required', value)
    return none


def _bool(schema, config):
    own, convert = _strict(schema, config), _numbers.as_bool

    def boolean(value, st):
        return value if value is True or value is False else convert(value, st, _asks(own, st))

    return boolean


def _int(schema, config):
    own, check, convert = _strict(schema, config), _numbers.bounds(schema), _numbers.as_int

    def integer(value, st):
        found = value if type(value) is int else convert(value, st, _asks(own, st))
        if check:
            if type(found) is not int:
                fail('int_parsing_size', found)
            check(found, value)
        return found

    return integer


def _float(schema, config):
    own, check, convert = _strict(schema, config), _numbers.bounds(schema, float), _numbers.as_float
    finite = not schema.get('allow_inf_nan', config.get('allow_inf_nan', True))

    def real(value, st):
        found = value if type(value) is float else convert(value, st, _asks(own, st))
        if finite and found - found != 0:
            fail('finite_number', value)
        if check:
            check(found, value)
        return found

    return real


def _decimal(schema, config):
    own, check = _strict(schema, config), _numbers.decimal_check(schema)

    def decimal(value, st):
        found = value if type(value) is Decimal else _numbers.as_decimal(value, st, own if st.strict is None else st.strict)
        check(found, value)
        return found

    return decimal


def _fraction(schema, config):
    from fractions import Fraction
    check = _numbers.bounds(schema)

    def fraction(value, st):
        found = value
        if not isinstance(value, Fraction):
            st.floor(0)
            if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
                fail('fraction_type', value)
            try:
                found = Fraction(value)
            except (ValueError, ArithmeticError):
                fail('fraction_parsing', value)
        if check:
            check(found, value)
        return found

    return fraction


def _complex(schema, config):
    own = _strict(schema, config)

    def compound(value, st):
        if isinstance(value, complex):
            return value
        strict = own if st.strict is None else st.strict
        if strict and st.mode == 'python':
            fail('is_instance_of', value, **{'class': 'complex'})
        st.floor(0)
        if isinstance(value, str):
            try:
                return complex(value)
            except ValueError:
                fail('complex_type' if st.mode == 'python' else 'complex_str_parsing', value)
        if strict and isinstance(value, (int, float)) and not isinstance(value, bool):
            fail('complex_str_parsing', value)
        if not (isinstance(value, (int, float)) or hasattr(value, '__complex__')) or isinstance(value, bool) and st.mode == 'json':
            fail('complex_type', value)
        return complex(value)

    return compound


def matcher(pattern):
    if isinstance(pattern, str):
        try:
            found = re.compile(pattern.replace(r'\z', r'\Z'))
        except re.error as error:
            from ._errors import SchemaError
            raise SchemaError(f'Error building "str" validator:\n  SchemaError: regex parse error:\n    {pattern}\nerror: {error}') from None
        return found.search, pattern
    return pattern.match, pattern.pattern


def _str(schema, config):
    own, coerces = _strict(schema, config), schema.get('coerce_numbers_to_str', config.get('coerce_numbers_to_str', False))
    pick = lambda name: schema.get(name) if schema.get(name) is not None else config.get(f'str_{name}')
    strip, least, most = pick('strip_whitespace'), pick('min_length'), pick('max_length')
    lower, upper, pattern = pick('to_lower'), pick('to_upper'), schema.get('pattern')
    ascii_only = schema.get('ascii_only')
    matches = None
    if pattern is not None:
        matches, pattern = matcher(pattern)
    plain = not (strip or least or most is not None or lower or upper or matches or ascii_only)

    def convert(value, st):
        if isinstance(value, str):
            # Texts of JSON's and of strings may be meant for something else as well.
            st.floor(1)
            return str.__str__(value) if not isinstance(value, Enum) else value.value
        if own if st.strict is None else st.strict:
            fail('string_type', value)
        st.floor(0)
        if isinstance(value, (bytes, bytearray)):
            try:
                return bytes(value).decode()
            except UnicodeDecodeError:
                fail('string_unicode', value)
        if coerces and isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, Enum):
            return str(value.value)
        fail('string_type', value)

    if plain:
        return lambda value, st: value if type(value) is str and st.mode == 'python' else convert(value, st)

    def string(value, st):
        found = value if type(value) is str and st.mode == 'python' else convert(value, st)
        if strip:
            found = found.strip()
        if least and len(found) < least:
            fail('string_too_short', value, min_length=least)
        if most is not None and len(found) > most:
            fail('string_too_long', value, max_length=most)
        if matches and not matches(found):
            fail('string_pattern_mismatch', value, pattern=pattern)
        if ascii_only and not found.isascii():
            fail('string_not_ascii', value)
        if lower:
            return found.lower()
        return found.upper() if upper else found

    return string


def _bytes(schema, config):
    own, least, most = _strict(schema, config), schema.get('min_length'), schema.get('max_length')
    encoding = config.get('val_json_bytes', 'utf8')

    def octets(value, st):
        found = value
        if type(value) is not bytes:
            if isinstance(value, bytes):
                pass
            elif st.mode == 'python' and (own if st.strict is None else st.strict):
                fail('bytes_type', value)
            elif isinstance(value, str):
                st.floor(0 if st.mode == 'python' else 1)
                found = value.encode()
                if st.mode == 'json' and encoding != 'utf8':
                    found = _decoded(value, encoding)
            elif isinstance(value, bytearray):
                st.floor(0)
                found = bytes(value)
            else:
                fail('bytes_type', value)
        if least is not None and len(found) < least:
            fail('bytes_too_short', value, min_length=least)
        if most is not None and len(found) > most:
            fail('bytes_too_long', value, max_length=most)
        return found

    return octets


def _decoded(value, encoding):
    try:
        if encoding == 'hex':
            return bytes.fromhex(value)
        import base64
        return base64.urlsafe_b64decode(value + '=' * (-len(value) % 4))
    except ValueError as error:
        fail('bytes_invalid_encoding', value, encoding=encoding, encoding_error=str(error))


def _temporal(convert, exact):
    def make(schema, config):
        own, zone, now = _strict(schema, config), schema.get('tz_constraint'), schema.get('now_op')
        bound = lambda bound: bound
        check = _numbers.bounds(schema)

        def temporal(value, st):
            found = value if type(value) is exact else convert(value, st, own if st.strict is None else st.strict)
            if check:
                try:
                    check(found, value)
                except TypeError:
                    _mixed(found, value, schema)
            if now:
                _against_now(found, value, now)
            if zone is not None:
                offset = found.utcoffset()
                if zone == 'naive':
                    if found.tzinfo is not None:
                        fail('timezone_naive', value)
                elif found.tzinfo is None:
                    fail('timezone_aware', value)
                elif zone != 'aware' and offset.total_seconds() != zone:
                    fail('timezone_offset', value, tz_expected=zone, tz_actual=int(offset.total_seconds()))
            return found

        return temporal

    return make


def _mixed(found, value, schema):
    """Bounds of moments with and without a zone: who has none counts as UTC."""
    zoned = lambda moment: moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    plain = {n: zoned(schema[n]) for n in ('le', 'lt', 'ge', 'gt') if schema.get(n) is not None}
    check = _numbers.bounds(plain)
    check(zoned(found), value)


def _against_now(found, value, now):
    if isinstance(found, datetime):
        current = datetime.now(timezone.utc) if found.tzinfo else datetime.now()
        if now == 'past' and not found < current or now == 'future' and not found > current:
            fail(f'datetime_{now}', value)
    elif now == 'past' and not found < date.today() or now == 'future' and not found > date.today():
        fail(f'date_{now}', value)


def listed(values):
    """`'a', 'b' or 'c'`."""
    texts = [repr(each) for each in values]
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} or {texts[-1]}"


def _literal(schema, config):
    expected = schema['expected']
    plain = {(type(e), e): e for e in expected if isinstance(e, (int, str, bytes))}
    equal = {e: e for e in sorted(expected, key=lambda e: isinstance(e, bool))}
    truths = {e for e in expected if isinstance(e, bool)}
    told = listed(expected)
    enums = {e.value: e for e in expected if isinstance(e, Enum)}

    def literal(value, st):
        try:
            found = plain.get((type(value), value), plain)
            if found is not plain:
                return found
            if value in equal:
                return equal[value]
        except TypeError:
            pass
        if st.mode in ('string', 'key') and isinstance(value, str) and _numbers.TRUTHS.get(value) in truths:
            return _numbers.TRUTHS[value]
        if enums and st.mode != 'python':
            try:
                if value in enums:
                    return enums[value]
            except TypeError:
                pass
        fail('literal_error', value, expected=told)

    return literal


def _enum(schema, config):
    cls, members, own = schema['cls'], list(schema['members']), _strict(schema, config)
    told = listed([m.value for m in members])
    sub, missing = schema.get('sub_type'), schema.get('missing')
    values = {}
    for each in members:
        try:
            values.setdefault((_kind(each.value), each.value), each)
        except TypeError:
            pass

    def enum(value, st):
        if isinstance(value, cls):
            return value
        if (own if st.strict is None else st.strict) and st.mode == 'python':
            fail('is_instance_of', value, **{'class': cls.__name__})
        st.floor(0 if st.mode == 'python' else 1)
        found = None
        try:
            found = values.get((_kind(value), value))
        except TypeError:
            pass
        if found is None and sub == 'int':
            try:
                found = values.get(('int', _numbers.as_int(value, st, False)))
            except Exception:
                pass
        elif found is None and sub == 'float':
            try:
                number = _numbers.as_float(value, st, False)
                found = next((m for m in members if m.value == number), None)
            except Exception:
                pass
        if found is None and isinstance(value, Enum):
            try:
                found = values.get((_kind(value.value), value.value))
            except TypeError:
                pass
        if found is None:
            found = next((m for m in members if type(m.value) is type(value) and m.value == value), None)
        if found is None and missing is not None:
            try:
                found = missing(value)
            except Exception:
                pass
        if found is None:
            fail('enum', value, expected=told)
        return found

    return enum


def _kind(value):
    return 'bool' if isinstance(value, bool) else 'int' if isinstance(value, int) else 'int' if isinstance(
        value, float) and value.is_integer() else 'str' if isinstance(value, str) else type(value)


def _uuid(schema, config):
    own, version = _strict(schema, config), schema.get('version')

    def identifier(value, st):
        if isinstance(value, uuid.UUID):
            found = value
        else:
            if (own if st.strict is None else st.strict) and st.mode == 'python':
                fail('is_instance_of', value, **{'class': 'UUID'})
            st.floor(0)
            if isinstance(value, bytes) and len(value) == 16:
                found = uuid.UUID(bytes=bytes(value))
            elif isinstance(value, (str, bytes)):
                found = _uuid_of(text_of(value) or '', value)
            else:
                fail('uuid_type', value)
        if version is not None and found.version != version:
            fail('uuid_version', value, expected_version=version)
        return found

    return identifier


def _uuid_of(text, value):
    body, before = text, 0
    if body[:9] == 'urn:uuid:':
        body, before = body[9:], 9
    elif body[:1] == '{' and body[-1:] == '}':
        body, before = body[1:-1], 1
    groups = body.split('-')
    for at, c in enumerate(body, before):
        if c != '-' and c not in '0123456789abcdefABCDEF':
            fail('uuid_parsing', value, error=f'invalid character: found `{c}` at {at}')
    if len(groups) == 1:
        if len(body) != 32:
            fail('uuid_parsing', value, error=f'invalid length: found {len(body)}')
    elif len(groups) != 5:
        fail('uuid_parsing', value, error=f'invalid group count: expected 5, found {len(groups)}')
    else:
        for n, (group, size) in enumerate(zip(groups, (8, 4, 4, 4, 12))):
            if len(group) != size:
                fail('uuid_parsing', value, error=f'invalid group length in group {n}: expected {size}, found {len(group)}')
    return uuid.UUID(body)


def _callable(schema, config):
    def callables(value, st):
        if not callable(value):
            fail('callable_type', value)
        st.floor(0)
        return value
    return callables


def _is_instance(schema, config):
    cls = schema['cls']
    told = schema.get('cls_repr') or getattr(cls, '__qualname__', None) or repr(cls)

    def instance(value, st):
        if st.mode != 'python':
            fail('needs_python_object', value, method_name='isinstance')
        if not isinstance(value, cls):
            fail('is_instance_of', value, **{'class': told})
        return value

    return instance


def _is_subclass(schema, config):
    cls = schema['cls']
    told = schema.get('cls_repr') or cls.__qualname__

    def subclass(value, st):
        if not (isinstance(value, type) and issubclass(value, cls)):
            fail('is_subclass_of', value, **{'class': told})
        return value

    return subclass


def _missing_sentinel(schema, config):
    from ._undefined import MISSING

    def missing(value, st):
        if value is not MISSING:
            fail('missing_sentinel_error', value)
        return value

    return missing


def _ellipsis(schema, config):
    def ellipsis(value, st):
        if value is not ...:
            fail('ellipsis_error', value)
        return value
    return ellipsis


def no_such_definition(ref):
    from ._errors import SchemaError
    raise SchemaError(f'Definitions error: definition `{ref}` was never filled')


def _url(schema, config):
    from ._urls import url_validator
    return url_validator(schema, config)


MAKERS = {
    'any': _any, 'none': _none, 'bool': _bool, 'int': _int, 'float': _float, 'decimal': _decimal, 'fraction': _fraction,
    'complex': _complex, 'str': _str, 'bytes': _bytes, 'literal': _literal, 'enum': _enum, 'uuid': _uuid,
    'date': _temporal(_dates.as_date, date), 'time': _temporal(_dates.as_time, time),
    'datetime': _temporal(_dates.as_datetime, datetime), 'timedelta': _temporal(_dates.as_timedelta, timedelta),
    'callable': _callable, 'is-instance': _is_instance, 'is-subclass': _is_subclass, 'missing-sentinel': _missing_sentinel,
    'ellipsis': _ellipsis, 'url': _url, 'multi-host-url': _url,
}
