"""PostgreSQL's operators: which types they take, and what they give."""
import math
import operator as _operator
import re
from datetime import timedelta
from decimal import Decimal
from _postgres_dates import between, shifted
from _postgres_errors import ServerError
from _postgres_types import INTEGERS, NUMBERS, TEXTS, exact, implicit, in_range, rounded, shown

COMPARISONS = {'=': _operator.eq, '<>': _operator.ne, '<': _operator.lt, '<=': _operator.le, '>': _operator.gt, '>=': _operator.ge}
_CLOCKS = 'timestamp', 'timestamptz'
_DATES = 'date', 'timestamp', 'timestamptz'


def absent(sign, left, right):
    return ServerError('42883', f'operator does not exist: {shown(left)} {sign} {shown(right)}',
                       hint='No operator matches the given name and argument types. You might need to add explicit type casts.')


def compared(sign, left, right):
    """The type in which two Values are compared."""
    a, b = left.kind, right.kind
    if a == 'unknown':
        return 'text' if b == 'unknown' else b
    if b == 'unknown' or a == b:
        if a == 'json':
            raise absent(sign, a, b)
        return a
    if a in TEXTS and b in TEXTS:
        return 'text'
    if a in NUMBERS and b in NUMBERS:
        return a if implicit(b, a) else b
    if implicit(a, b):
        return b
    if implicit(b, a):
        return a
    raise absent(sign, a, b)


def rank_of(kind, enums):
    """What values are ordered by where it is not by themselves: an enum's by the order of its labels."""
    if kind in enums:
        return {label: n for n, label in enumerate(enums[kind])}.__getitem__
    return None


def operator_of(sign, left, right, scope):
    """The Value of an operator between two."""
    from _postgres_scopes import Value, converted
    if sign in COMPARISONS:
        kind = compared(sign, left, right)
        a, b, operation = converted(left, kind, scope).run, converted(right, kind, scope).run, COMPARISONS[sign]
        rank = rank_of(kind, scope.plan.enums)
        if rank is not None and sign not in ('=', '<>'):
            return Value(lambda e: None if (x := a(e)) is None or (y := b(e)) is None else operation(rank(x), rank(y)), 'bool')
        if kind == 'bpchar':
            return Value(lambda e: None if (x := a(e)) is None or (y := b(e)) is None else operation(x.rstrip(' '), y.rstrip(' ')), 'bool')
        return Value(lambda e: None if (x := a(e)) is None or (y := b(e)) is None else operation(x, y), 'bool')
    kinds = left.kind, right.kind
    found = _found(sign, *kinds)
    if found is None:
        raise absent(sign, *kinds)
    wanted_left, wanted_right, result, function = found
    a = converted(left, wanted_left, scope, how='explicit').run
    b = converted(right, wanted_right, scope, how='explicit').run
    return Value(lambda e: None if (x := a(e)) is None or (y := b(e)) is None else function(x, y), result)


def _found(sign, a, b):
    """(left type, right type, type of the result, function) or None."""
    if sign in ('+', '-', '*', '/', '%', '^'):
        return _arithmetic(sign, a, b)
    if sign == '||':
        return _joined(a, b)
    if sign in ('~', '~*', '!~', '!~*', '~~', '~~*', '!~~', '!~~*'):
        if any(kind not in TEXTS and kind != 'unknown' for kind in (a, b)):
            return None
        return 'text', 'text', 'bool', _matching(sign)
    if sign in ('&', '|', '#', '<<', '>>'):
        kind = 'int4' if a == 'unknown' else a
        if kind not in INTEGERS:
            return None
        function = {'&': _operator.and_, '|': _operator.or_, '#': _operator.xor,
                    '<<': lambda x, y: _wrapped(x << y % 32, kind), '>>': _operator.rshift}[sign]
        other = 'int4' if sign in ('<<', '>>') else kind if b == 'unknown' or INTEGERS[kind] >= INTEGERS.get(b, 99) else b
        return (kind if sign in ('<<', '>>') else other), other, (kind if sign in ('<<', '>>') else other), function
    if sign in ('@>', '<@', '&&') and (a.endswith('[]') or b.endswith('[]')):
        kind = a if a.endswith('[]') else b
        if a != b and 'unknown' not in (a, b):
            if not (implicit(a[:-2], b[:-2]) or implicit(b[:-2], a[:-2])):
                return None
            kind = b if implicit(a[:-2], b[:-2]) else a
        function = {'@>': lambda x, y: all(v is not None and v in x for v in y), '<@': lambda x, y: all(v is not None and v in y for v in x),
                    '&&': lambda x, y: any(v is not None and v in y for v in x)}[sign]
        return kind, kind, 'bool', function
    from _postgres_json import operator_of as of_json
    return of_json(sign, a, b)


def _wrapped(value, kind):
    size = INTEGERS[kind] + 1
    value &= (1 << size) - 1
    return value - (1 << size) if value >> (size - 1) else value


# --- texts ---

def _joined(a, b):
    if a.endswith('[]') or b.endswith('[]'):
        if a == 'unknown' or b == 'unknown' or a == b:
            kind = b if a == 'unknown' else a
            return kind, kind, kind, _operator.add
        if a.endswith('[]') and (implicit(b, a[:-2]) or b == a[:-2]):
            return a, a[:-2], a, lambda x, y: x + [y]
        if b.endswith('[]') and implicit(a, b[:-2]):
            return b[:-2], b, b, lambda x, y: [x] + y
        return None
    if 'jsonb' in (a, b) and not (a in TEXTS or b in TEXTS):
        from _postgres_json import joined
        return ('jsonb', 'jsonb', 'jsonb', joined) if {a, b} <= {'jsonb', 'unknown'} else None
    if a == 'bytea' or b == 'bytea':
        return 'bytea', 'bytea', 'bytea', _operator.add
    if a not in TEXTS and b not in TEXTS and 'unknown' not in (a, b):
        return None
    return 'text', 'text', 'text', _operator.add


_patterns = {}


def like_of(pattern, escape, fold):
    """What matches a text as LIKE does."""
    found = _patterns.get((pattern, escape, fold))
    if found is None:
        out, at = '', 0
        while at < len(pattern):
            c = pattern[at]
            at += 1
            if c == escape and escape:
                if at == len(pattern):
                    raise ServerError('22025', 'LIKE pattern must not end with escape character')
                out += re.escape(pattern[at])
                at += 1
            else:
                out += '.*' if c == '%' else '.' if c == '_' else re.escape(c)
        found = _patterns[pattern, escape, fold] = re.compile(out, re.DOTALL | (re.IGNORECASE if fold else 0)).fullmatch
    return found


def regex_of(pattern, fold=False):
    """A regular expression of PostgreSQL's as one of Python's."""
    found = _patterns.get((pattern, fold))
    if found is None:
        text = pattern.replace('[[:<:]]', r'\b').replace('[[:>:]]', r'\b').replace(r'\m', r'\b').replace(r'\M', r'\b').replace(r'\y', r'\b')
        for name, part in (('alpha', 'A-Za-z'), ('digit', '0-9'), ('alnum', 'A-Za-z0-9'), ('space', r'\s'), ('upper', 'A-Z'),
                           ('lower', 'a-z'), ('punct', r'!-/:-@\[-`{-~')):
            text = text.replace(f'[:{name}:]', part)
        try:
            found = re.compile(text, re.DOTALL | (re.IGNORECASE if fold else 0))
        except re.error:
            raise ServerError('2201B', f'invalid regular expression: {pattern}') from None
        _patterns[pattern, fold] = found
    return found


def _matching(sign):
    negated, sign = sign.startswith('!'), sign.lstrip('!')
    fold = sign.endswith('*')
    if sign.startswith('~~'):
        return lambda text, pattern: (like_of(pattern, '\\', fold)(text) is not None) is not negated
    return lambda text, pattern: (regex_of(pattern, fold).search(text) is not None) is not negated


# --- numbers and dates ---

def _zero():
    return ServerError('22012', 'division by zero')


def _quotient(x, y):
    if not y:
        raise _zero()
    return x // y if (x < 0) == (y < 0) else -(-x // y)


def _remainder(x, y):
    if not y:
        raise _zero()
    return abs(x) % abs(y) * (-1 if x < 0 else 1)


def _whole(sign, kind):
    function = {'+': _operator.add, '-': _operator.sub, '*': _operator.mul, '/': _quotient, '%': _remainder}[sign]
    return lambda x, y: in_range(function(x, y), kind)


def _weight(number):
    """The weight of the first digit of base 10,000, and that digit."""
    if not number:
        return 0, 0
    weight = number.adjusted() // 4
    return weight, int(abs(number).scaleb(-4 * weight, context=exact))


def scale(number):
    return max(-number.as_tuple().exponent, 0)


def quotient(x, y):
    """A numeric by a numeric, with as many digits as PostgreSQL gives."""
    if not y:
        raise _zero()
    if not (x.is_finite() and y.is_finite()):
        return x / y
    (weight, first), (other, second) = _weight(x), _weight(y)
    weight -= other
    weight -= first <= second
    digits = min(max(16 - weight * 4, scale(x), scale(y), 0), 1000)
    return rounded(exact.divide(x, y), digits)


def power(x, y):
    if not x and y < 0:
        raise ServerError('2201F', 'zero raised to a negative power is undefined')
    if x < 0 and y != int(y):
        raise ServerError('2201F', 'a negative number raised to a non-integer power yields a complex result')
    try:
        if isinstance(x, Decimal):
            found = exact.power(x, y)
            digits = 16 - int(math.log10(abs(found))) if found and y != int(y) else 16
            return rounded(found, max(digits, scale(x), scale(y), 0))
        return float(x) ** float(y)
    except OverflowError:
        raise ServerError('22003', 'value out of range: overflow') from None


def _remainder_exact(x, y):
    if not y:
        raise _zero()
    return exact.remainder(x, y)


def _real(sign):
    def run(x, y):
        if sign == '/' and not y:
            raise _zero()
        try:
            found = _REALS[sign](x, y)
        except OverflowError:
            raise ServerError('22003', 'value out of range: overflow') from None
        if math.isinf(found) and not math.isinf(x) and not math.isinf(y):
            raise ServerError('22003', 'value out of range: overflow')
        return found
    return run


_REALS = {'+': _operator.add, '-': _operator.sub, '*': _operator.mul, '/': _operator.truediv}


def _positive(function):
    """A numeric zero has no sign."""
    def run(x, y):
        found = function(x, y)
        return found if found else abs(found)
    return run


_EXACT = {'+': exact.add, '-': exact.subtract, '*': _positive(exact.multiply), '/': _positive(quotient), '%': _positive(_remainder_exact),
          '^': power}


def _arithmetic(sign, a, b):
    if a in _DATES or b in _DATES or 'time' in (a, b) or 'interval' in (a, b):
        return _of_dates(sign, a, b)
    if sign == '-' and a == 'jsonb':
        from _postgres_json import without
        kind = 'text' if b == 'unknown' else b
        return ('jsonb', kind, 'jsonb', without) if kind in ('text', 'int4', 'text[]') else None
    if a == 'unknown' and b == 'unknown':
        raise ServerError('42725', f'operator is not unique: unknown {sign} unknown',
                          hint='Could not choose a best candidate operator. You might need to add explicit type casts.')
    a, b = b if a == 'unknown' else a, a if b == 'unknown' else b
    if a not in NUMBERS or b not in NUMBERS:
        return None
    kind = a if implicit(b, a) else b
    if sign == '^':
        kind = 'numeric' if kind == 'numeric' else 'float8'
        return kind, kind, kind, power
    if kind in INTEGERS:
        return kind, kind, kind, _whole(sign, kind)
    if kind == 'numeric':
        return kind, kind, kind, _EXACT[sign]
    if sign == '%':
        return None
    if a != b:
        kind = 'float8'
    if kind == 'float4':
        from _postgres_types import single
        real = _real(sign)
        return kind, kind, kind, lambda x, y: single(real(x, y))
    return kind, kind, kind, _real(sign)


def _minus(x, y):
    return shifted(x, -y)


def _of_dates(sign, a, b):
    if sign == '+':
        if b in _DATES and a not in _DATES:
            found = _of_dates('+', b, a)
            return found and (found[1], found[0], found[2], lambda x, y: found[3](y, x))
        if a == 'unknown':
            a = 'interval'
        if b == 'unknown':
            if a == 'date':
                raise ServerError('42725', 'operator is not unique: date + unknown',
                                  hint='Could not choose a best candidate operator. You might need to add explicit type casts.')
            b = 'interval'
        if a == 'date' and b in ('int4', 'int2'):
            return a, 'int4', 'date', lambda x, y: x + timedelta(days=y)
        if a == 'date' and b == 'time':
            from datetime import datetime
            return a, b, 'timestamp', datetime.combine
        if a in _DATES and b == 'interval':
            kind = 'timestamp' if a == 'date' else a
            return kind, b, kind, shifted
        if a == b == 'interval':
            return a, b, a, _operator.add
        if {a, b} == {'time', 'interval'}:
            return 'interval', 'interval', 'time', lambda x, y: (x + y).clock()
        return None
    if sign == '-':
        if b == 'unknown':
            b = a
        if a == 'unknown':
            a = b
        if a == 'date' and b in ('int4', 'int2'):
            return a, 'int4', 'date', lambda x, y: x - timedelta(days=y)
        if a == b == 'date':
            return a, b, 'int4', lambda x, y: (x - y).days
        if a in _DATES and b in _DATES:
            kind = a if implicit(b, a) else b
            return kind, kind, 'interval', between
        if a in _DATES and b == 'interval':
            kind = 'timestamp' if a == 'date' else a
            return kind, b, kind, _minus
        if a == b == 'interval':
            return a, b, a, lambda x, y: x + -y
        if a == 'time' and b in ('time', 'interval'):
            result = 'interval' if b == 'time' else 'time'
            return 'interval', 'interval', result, (lambda x, y: x + -y) if b == 'time' else lambda x, y: (x + -y).clock()
        return None
    if sign == '*':
        if b == 'interval' and a != 'interval':
            return 'float8', b, b, lambda x, y: y * x
        return ('interval', 'float8', 'interval', _operator.mul) if a == 'interval' and b != 'interval' and b not in _DATES else None
    if sign == '/' and a == 'interval' and b in NUMBERS:
        def divided(x, y):
            if not y:
                raise _zero()
            return x * (1 / y)
        return a, 'float8', a, divided
    return None
