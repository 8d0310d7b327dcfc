"""Numbers and truth values from what stands for them."""
import math
from decimal import Decimal
from enum import Enum

from ._errors import fail

TRUTHS = dict.fromkeys(('1', 'on', 't', 'true', 'y', 'yes'), True) | dict.fromkeys(
    ('0', 'off', 'f', 'false', 'n', 'no'), False)


def text_of(value):
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bytes):
        try:
            return bytes(value).decode()
        except UnicodeDecodeError:
            return None


def _digits(text):
    """Digits with their underscores removed; nothing for what is no number."""
    if '_' in text:
        if text[0] == '_' or text[-1] == '_' or '__' in text:
            return None
        text = text.replace('_', '')
    return text


def int_of_text(text, value):
    text = text.strip()
    sign, body = (text[0], text[1:]) if text[:1] in ('+', '-') else ('', text)
    whole, point, rest = body.partition('.')
    if whole and (not point or rest.strip('0') == ''):
        whole = _digits(whole)
        if whole and whole.isascii() and whole.isdigit():
            if len(whole) > 4300:
                fail('int_parsing_size', value)
            return int(sign + whole)
    fail('int_parsing', value)


def int_of_float(number, value):
    if math.isinf(number) or math.isnan(number):
        fail('finite_number', value)
    if number % 1 != 0:
        fail('int_from_float', value)
    if not -2**63 <= number < 2**63:
        fail('int_parsing_size', value)
    return int(number)


def as_int(value, st, strict):
    """An int of what is none exactly."""
    if isinstance(value, int) and not isinstance(value, bool):
        st.floor(1)
        return int.__int__(value)
    if strict:
        fail('int_type', value)
    st.floor(st.mode == 'string')
    if isinstance(value, bool):
        return int(value)
    text = text_of(value)
    if text is not None:
        return int_of_text(text, value)
    if isinstance(value, Decimal):
        if not value.is_finite():
            fail('finite_number', value)
        if value % 1:
            fail('int_from_float', value)
        return int(value)
    if isinstance(value, float):
        return int_of_float(value, value)
    if isinstance(value, Enum):
        return value.value
    number = getattr(type(value), '__float__', None)
    if number is not None and not isinstance(value, (str, bytes)):
        return int_of_float(float(value), value)
    fail('int_type', value)


def as_float(value, st, strict):
    """A float of what is none exactly."""
    if isinstance(value, bool):
        if strict:
            fail('float_type', value)
        st.floor(0)
        return float(value)
    if isinstance(value, int):
        st.floor(1)
        return float(value)
    if isinstance(value, float):
        st.floor(1)
        return value
    if strict and not hasattr(type(value), '__float__'):
        fail('float_type', value)
    st.floor(st.mode == 'string')
    text = text_of(value)
    if text is not None:
        body = _digits(text.strip() or 'x')
        try:
            return float(body or 'x')
        except ValueError:
            fail('float_parsing', value)
    if hasattr(type(value), '__float__') or hasattr(type(value), '__index__'):
        return float(value)
    fail('float_type', value)


def as_bool(value, st, strict):
    if strict:
        fail('bool_type', value)
    st.floor(st.mode == 'string')
    text = text_of(value)
    if text is not None:
        found = TRUTHS.get(text.lower() if len(text) < 6 else text)
        if found is None:
            fail('bool_parsing', value)
        return found
    if isinstance(value, int) or isinstance(value, (float, Decimal)) and value % 1 == 0 and abs(value) < 2**63:
        if value == 0 or value == 1:
            return bool(value)
        if abs(value) >= 2**63:
            fail('bool_type', value)
        fail('bool_parsing', value)
    fail('bool_type', value)


def bounds(schema, convert=lambda bound: bound):
    """A check of a value by what a schema allows, or nothing if it allows all."""
    checks = []
    multiple = schema.get('multiple_of')
    if multiple is not None:
        def is_multiple(value, input):
            rest = value % multiple
            if isinstance(value, float) or isinstance(rest, float):
                threshold = abs(value) / 1e9
                if abs(rest) > threshold and abs(abs(rest) - abs(multiple)) > threshold:
                    fail('multiple_of', input, multiple_of=multiple)
            elif rest:
                fail('multiple_of', input, multiple_of=multiple)
        checks.append(is_multiple)
    for name, kind in (('le', 'less_than_equal'), ('lt', 'less_than'), ('ge', 'greater_than_equal'), ('gt', 'greater_than')):
        if schema.get(name) is not None:
            checks.append(_bound(name, kind, convert(schema[name]), schema[name]))
    if not checks:
        return None
    if len(checks) == 1:
        return checks[0]

    def check(value, input):
        for each in checks:
            each(value, input)

    return check


def _bound(name, kind, bound, told):
    def le(value, input):
        if not value <= bound:
            fail(kind, input, le=bound)

    def lt(value, input):
        if not value < bound:
            fail(kind, input, lt=bound)

    def ge(value, input):
        if not value >= bound:
            fail(kind, input, ge=bound)

    def gt(value, input):
        if not value > bound:
            fail(kind, input, gt=bound)

    return {'le': le, 'lt': lt, 'ge': ge, 'gt': gt}[name]


def decimal_check(schema):
    bound = bounds(schema)
    most, places = schema.get('max_digits'), schema.get('decimal_places')

    def check(value, input):
        if not value.is_finite():
            if not schema.get('allow_inf_nan'):
                fail('finite_number', input)
        elif most is not None or places is not None:
            _, digits, exponent = value.normalize().as_tuple() if value else (0, (0,), 0)
            if exponent >= 0:
                count, after = len(digits) + exponent, 0
            else:
                after = -exponent
                count = max(len(digits), after)
            if most is not None and count > most:
                fail('decimal_max_digits', input, max_digits=most)
            if places is not None:
                if after > places:
                    fail('decimal_max_places', input, decimal_places=places)
                if most is not None and count - after > most - places:
                    fail('decimal_whole_digits', input, whole_digits=most - places)
        if bound:
            bound(value, input)

    return check


def as_decimal(value, st, strict):
    if isinstance(value, Decimal):
        st.floor(1)
        return value
    if strict and st.mode == 'python':
        fail('is_instance_of', value, **{'class': 'Decimal'})
    st.floor(1 if st.mode == 'json' else 0)
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        fail('decimal_type', value)
    try:
        found = Decimal(str(value))
        if st.mode == 'json' and isinstance(value, float) and found.is_finite():
            # A number of JSON's is written out, and no further than it has digits.
            text = format(found, 'f')
            return Decimal(text.rstrip('0').rstrip('.') if '.' in text else text)
        return found
    except ArithmeticError:
        fail('decimal_parsing', value)
