"""Values as SQLite has them: None, int, float, str, bytes; affinities, conversions, comparison, arithmetic.

An affinity is 'TEXT', 'NUMERIC', 'INTEGER', 'REAL', 'BLOB', or None for what has none.
"""
import math as _math
import re as _re

LEAST, MOST = -(1 << 63), (1 << 63) - 1
_NUMBER = _re.compile(r'[ \t\n\v\f\r]*([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)', _re.ASCII)
_INTEGER = _re.compile(r'[ \t\n\v\f\r]*([+-]?\d+)', _re.ASCII)


def affinity_of(kind):
    """The affinity of a column that is declared so."""
    kind = kind.upper()
    if 'INT' in kind:
        return 'INTEGER'
    if 'CHAR' in kind or 'CLOB' in kind or 'TEXT' in kind:
        return 'TEXT'
    if 'BLOB' in kind or not kind:
        return 'BLOB'
    if 'REAL' in kind or 'FLOA' in kind or 'DOUB' in kind:
        return 'REAL'
    return 'NUMERIC'


def _integral(value):
    """An integer for a float that is one and fits; else the float."""
    if value == value and abs(value) < 9.2e18 and value == int(value):
        return int(value)
    return value


def numeric_text(text):
    """The number that a whole text is; None: it is none."""
    match = _NUMBER.match(text)
    if match is None or text[match.end():].strip(' \t\n\v\f\r'):
        return None
    digits = match.group(1)
    if digits.lstrip('+-').isdigit():
        value = int(digits)
        return value if LEAST <= value <= MOST else float(digits)
    return float(digits)


def applied(value, affinity):
    """A value as a column of this affinity keeps it."""
    kind = type(value)
    if affinity == 'TEXT':
        return text_of(value) if kind is int or kind is float else value
    if affinity in ('INTEGER', 'NUMERIC', 'REAL'):
        if kind is str:
            number = numeric_text(value)
            if number is None:
                return value
            value = number
        if affinity == 'REAL':
            # SQLite keeps it as an integer where it is one, which has no -0.
            return value + 0.0 if type(value) in (int, float) else value
        return _integral(value) if type(value) is float else value
    return value


def real_text(value, digits=15):
    if value != value:
        return ''
    if value in (_math.inf, -_math.inf):
        return 'Inf' if value > 0 else '-Inf'
    text = f'{value + 0.0:.{digits}g}'
    mantissa, e, exponent = text.partition('e')
    if '.' not in mantissa:
        mantissa += '.0'
    return mantissa + e + exponent


def text_of(value):
    if type(value) is str:
        return value
    if type(value) is float:
        return real_text(value)
    if type(value) is bytes:
        return value.decode('utf-8', 'replace')
    return None if value is None else str(value)


def number_of(value):
    """The number that a value is in arithmetic; of a text, the number that it begins with."""
    kind = type(value)
    if kind is int or kind is float or value is None:
        return value
    if kind is bytes:
        value = value.decode('latin-1')
    match = _NUMBER.match(value)
    if match is None:
        return 0
    digits = match.group(1)
    if digits.lstrip('+-').isdigit():
        number = int(digits)
        return number if LEAST <= number <= MOST else float(digits)
    return float(digits)


def integer_of(value):
    """As CAST(… AS INTEGER)."""
    kind = type(value)
    if kind is int or value is None:
        return value
    if kind is float:
        if value != value:
            return 0
        return int(value) if -9.3e18 < value < 9.2e18 else LEAST if value < 0 else MOST
    if kind is bytes:
        value = value.decode('latin-1')
    match = _INTEGER.match(value)
    return max(LEAST, min(MOST, int(match.group(1)))) if match else 0


def cast(value, kind):
    affinity = affinity_of(kind)
    if value is None:
        return None
    if affinity == 'TEXT':
        return text_of(value)
    if affinity == 'BLOB':
        return value if type(value) is bytes else text_of(value).encode()
    if affinity == 'INTEGER':
        return integer_of(value)
    if affinity == 'REAL':
        return float(number_of(value))
    number = number_of(value)
    return _integral(number) if type(number) is float and type(value) is not float else number


def truth(value):
    """True, False, or None for NULL."""
    if value is None:
        return None
    return bool(value) if type(value) is int else number_of(value) != 0


# --- comparison ---

def key(value):
    """What values are sorted by: NULL, numbers, texts, blobs."""
    kind = type(value)
    if kind is int or kind is float:
        return 1, value
    if kind is str:
        return 2, value
    return (0, 0) if value is None else (3, value)


_LOWER = {upper: upper + 32 for upper in range(65, 91)}


def key_of(collation):
    """The key function of a collating sequence: a name that is built in, or a function that compares two texts."""
    if collation is None or collation == 'binary':
        return key
    if collation == 'nocase':
        return lambda value: (2, value.translate(_LOWER)) if type(value) is str else key(value)
    if collation == 'rtrim':
        return lambda value: (2, value.rstrip(' ')) if type(value) is str else key(value)
    from functools import cmp_to_key
    ordered = cmp_to_key(collation)
    return lambda value: (2, ordered(value)) if type(value) is str else key(value)


def comparison_affinities(left, right):
    """What is applied to the left and the right operand of a comparison before it."""
    numeric = ('INTEGER', 'REAL', 'NUMERIC')
    if left in numeric and right not in numeric:
        return None, 'NUMERIC'
    if right in numeric and left not in numeric:
        return 'NUMERIC', None
    if left == 'TEXT' and right is None:
        return None, 'TEXT'
    if right == 'TEXT' and left is None:
        return 'TEXT', None
    return None, None


# --- arithmetic ---

def _whole(value, sign, left, right):
    """An integer's result, or that of floats if it does not fit."""
    if LEAST <= value <= MOST:
        return value
    left, right = float(left), float(right)
    return left + right if sign == '+' else left - right if sign == '-' else left * right


def arithmetic(sign, left, right):
    left, right = number_of(left), number_of(right)
    if left is None or right is None:
        return None
    both = type(left) is int and type(right) is int
    try:
        if sign == '+':
            value = left + right
        elif sign == '-':
            value = left - right
        elif sign == '*':
            value = left * right
        elif sign == '/':
            if right == 0:
                return None
            if both:
                value = abs(left) // abs(right)
                value = value if (left < 0) == (right < 0) else -value
                return value if value <= MOST else float(value)
            value = left / right
        elif sign == '%':
            real = not both
            left, right = integer_of(left), integer_of(right)
            if right == 0:
                return None
            value = abs(left) % abs(right)
            value = -value if left < 0 else value
            return float(value) if real else value
        else:
            return bits(sign, integer_of(left), integer_of(right))
    except OverflowError:
        return None
    if both:
        return _whole(value, sign, left, right)
    return None if value != value else value


def signed(value):
    value &= (1 << 64) - 1
    return value - (1 << 64) if value > MOST else value


def bits(sign, left, right):
    if sign == '&':
        return left & right
    if sign == '|':
        return left | right
    if right < 0:
        sign, right = '>>' if sign == '<<' else '<<', -right
    if sign == '<<':
        return 0 if right > 63 else signed(left << right)
    return (-1 if left < 0 else 0) if right > 63 else left >> right
