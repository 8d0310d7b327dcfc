"""Rational numbers."""
import math as _math
import numbers as _numbers
import operator as _operator
from abc import update_abstractmethods as _update_abstractmethods

__all__ = ['Fraction']


def _parse(text):
    """Numerator and denominator of '3', '-3/4', '1.25', '1e-3'; None if it is no number."""
    text = text.strip()
    sign = -1 if text[:1] == '-' else 1
    if text[:1] in ('+', '-'):
        text = text[1:]
    top, slash, bottom = text.partition('/')
    if slash:
        top, bottom = top.rstrip(), bottom.lstrip()
        if not (_digits(top) and _digits(bottom)):
            return None
        return sign * int(top), int(bottom)
    mantissa, letter, exponent = text.lower().partition('e')
    whole, _, part = mantissa.partition('.')
    if not (_digits(whole or '0') and _digits(part or '0') and (whole or part)):
        return None
    power = 0
    if letter:
        if not _digits(exponent[1:] if exponent[:1] in ('+', '-') else exponent):
            return None
        power = int(exponent)
    top, bottom = int((whole + part).replace('_', '')), 10 ** len(part.replace('_', ''))
    return (sign * top * 10 ** power, bottom) if power >= 0 else (sign * top, bottom * 10 ** -power)


def _digits(text):
    return all(map(str.isdigit, text.split('_')))


def _sign(match, negative):
    return '-' if negative else match['sign'].replace('-', '')


def _padded(match, negative, body):
    sign, align = _sign(match, negative), match['align'] or '>'
    padding = (match['fill'] or ' ') * (int(match['width'] or 0) - len(sign) - len(body))
    if align == '=':
        return sign + padding + body
    half = {'>': len(padding), '<': 0, '^': len(padding) // 2}[align]
    return padding[:half] + sign + body + padding[half:]


def _rounded(fraction, power):
    """The absolute value in units of a power of ten."""
    top, bottom = abs(fraction._numerator), fraction._denominator
    if power >= 0:
        bottom *= 10 ** power
    else:
        top *= 10 ** -power
    whole, rest = divmod(top + (bottom >> 1), bottom)
    return whole & -2 if rest == 0 and bottom & 1 == 0 else whole


def _figures(fraction, figures):
    """So many figures of the absolute value, and the power of ten of the last."""
    if not fraction._numerator:
        return 0, 1 - figures
    top, bottom = str(abs(fraction._numerator)), str(fraction._denominator)
    power = len(top) - len(bottom) + (bottom <= top) - figures
    number = _rounded(fraction, power)
    if len(str(number)) == figures + 1:
        number, power = number // 10, power + 1
    return number, power


class Fraction(_numbers.Rational):
    """A numerator over a positive denominator, in lowest terms."""
    __slots__ = '_numerator', '_denominator'

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return cls._made(numerator, 1)
            if isinstance(numerator, _numbers.Rational):
                return cls._made(numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or not isinstance(numerator, str) and hasattr(numerator,
                                                                                          'as_integer_ratio'):
                return cls._made(*numerator.as_integer_ratio())  #: 249 self._numerator, self._denominator = «numerator.as_integer_ratio()»
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')  #: 281 raise TypeError("argument should be a string "⏎                "or a Rational instance")
            found = _parse(numerator)
            if found is None:
                raise ValueError(f'Invalid literal for Fraction: {numerator!r}')  #: 256 raise ValueError('Invalid literal for Fraction: %r' %⏎                 numerator)
            numerator, denominator = found
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')  #: 294 raise TypeError("both arguments should be "⏎                "Rational instances")
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')  #: 298 raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        common = _math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        return cls._made(numerator // common, denominator // common)

    @classmethod
    def _made(cls, numerator, denominator):
        self = object.__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (float, _numbers.Integral)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')  #: 318 raise TypeError("%s.from_float() only takes floats, not %r (%s)" %⏎                (cls.__name__, f, type(f).__name__))
        return cls._made(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if not isinstance(dec, (Decimal, _numbers.Integral)):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')  #: 329 raise TypeError(⏎    "%s.from_decimal() only takes Decimals, not %r (%s)" %⏎    (cls.__name__, dec, type(dec).__name__))
        return cls._made(*dec.as_integer_ratio())

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:  #: 389
            raise ValueError('max_denominator should be at least 1')  #: 390 raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._made(p1, q1)
        return Fraction._made(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    def __format__(self, spec, /):
        if not spec:
            return str(self)
        import re
        wide = r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)'
        if match := re.fullmatch(wide + r'(?P<alt>\#?)(?P<width>0|[1-9][0-9]*)?(?P<sep>[,_]?)', spec, re.S):
            sep = match['sep']
            body = f'{abs(self._numerator):{sep}}'
            if self._denominator > 1 or match['alt']:
                body += f'/{self._denominator:{sep}}'
            return _padded(match, self._numerator < 0, body)
        match = re.fullmatch(wide + r'(?P<no_minus>z?)(?P<alt>\#?)(?P<zero>0(?=[0-9]))?(?P<width>0|[1-9][0-9]*)?'
                             r'(?P<sep>[,_]?)(?:\.(?P<digits>0|[1-9][0-9]*))?(?P<kind>[eEfFgG%])', spec, re.S)
        if match and not (match['align'] and match['zero']):
            return self._decimal(match)
        raise ValueError(f'Invalid format specifier {spec!r} for object of type {type(self).__name__!r}')  #: 577 raise ValueError(⏎⏎⏎)

    def _decimal(self, match):
        """The number in digits, rounded half to even."""
        kind, digits = match['kind'], int(match['digits'] or '6')
        if kind in 'fF%':
            power = -digits - 2 * (kind == '%')
            number, scientific, point = _rounded(self, power), False, digits
        else:
            figures = max(digits, 1) if kind in 'gG' else digits + 1
            number, power = _figures(self, figures)
            scientific = kind in 'eE' or power > 0 or power + figures <= -4
            point = figures - 1 if scientific else -power
        negative = self._numerator < 0 and not (match['no_minus'] and number == 0)
        suffix = '%' if kind == '%' else f'{"E" if kind in "EG" else "e"}{power + point:+03d}' if scientific else ''
        text = f'{number:0{point + 1}d}'
        whole, part = text[:len(text) - point], text[len(text) - point:]
        if kind in 'gG' and not match['alt']:
            part = part.rstrip('0')
        tail = ('.' if part or match['alt'] else '') + part + suffix
        sep = match['sep']
        if match['zero']:
            room = int(match['width'] or 0) - len(tail) - bool(_sign(match, negative))
            whole = whole.zfill(3 * room // 4 + 1 if sep else room)
        if sep:
            first = 1 + (len(whole) - 1) % 3
            whole = whole[:first] + ''.join(sep + whole[at:at + 3] for at in range(first, len(whole), 3))
        return _padded(match, negative, whole + tail)

    def __hash__(self):
        import sys
        modulus = sys.hash_info.modulus
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            value = sys.hash_info.inf
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        value = value if self._numerator >= 0 else -value
        return -2 if value == -1 else value

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __bool__(self):
        return bool(self._numerator)

    def __pos__(self):
        return Fraction._made(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction._made(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction._made(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else \
            self._numerator // self._denominator

    __trunc__ = __int__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return floor + (twice > self._denominator or twice == self._denominator and floor % 2)
        shift = 10 ** abs(ndigits)  #: 949 shift = 10**«abs(ndigits)»
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __pow__(a, b):
        if isinstance(b, _numbers.Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction._made(a._numerator ** power, a._denominator ** power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')  #: 869 raise ZeroDivisionError('Fraction(%s, 0)' %⏎                        a._denominator ** -power)
                return Fraction(a._denominator ** -power, a._numerator ** -power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if b._denominator == 1 else float(b))  #: 895 return «a ** float(b)»

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, _numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, _numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return a == Fraction.from_float(b) if _math.isfinite(b) else 0.0 == b
        return NotImplemented


def _arithmetic(exact, inexact, with_complex=True):
    def forward(a, b):
        if isinstance(b, Fraction):
            return exact(a, b)  #: 665 return «monomorphic_operator(a, b)»
        if isinstance(b, int):
            return exact(a, Fraction._made(int(b), 1))  #: 667 return «monomorphic_operator(a, Fraction(b))»
        if isinstance(b, float):
            return inexact(float(a), b)  #: 669 return «fallback_operator(float(a), b)»
        if with_complex and isinstance(b, complex):
            return inexact(complex(a), b)  #: 671 return «fallback_operator(complex(a), b)»
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, _numbers.Rational):
            return exact(Fraction(a), b)  #: 680 return «monomorphic_operator(Fraction(a), b)»
        if isinstance(a, _numbers.Real):
            return inexact(float(a), float(b))  #: 682 return «fallback_operator(float(a), float(b))»
        if with_complex and isinstance(a, _numbers.Complex):
            return inexact(complex(a), complex(b))  #: 684 return «fallback_operator(complex(a), complex(b))»
        return NotImplemented

    for prefix, function in (('__', forward), ('__r', reverse)):
        function.__qualname__ = f'Fraction._operator_fallbacks.<locals>.{function.__name__}'
        function.__name__ = f'{prefix}{inexact.__name__}__'
        setattr(Fraction, function.__name__, function)


# The sum and the product cancel what they can before it is made (Knuth, The Art of Computer Programming, 4.5.1).
def _add(a, b):
    common = _math.gcd(a._denominator, b._denominator)
    rest = a._denominator // common
    total = a._numerator * (b._denominator // common) + b._numerator * rest
    shared = _math.gcd(total, common)
    return Fraction._made(total // shared, rest * (b._denominator // shared))


def _sub(a, b):
    return _add(a, -b)


def _mul(a, b):
    first, second = _math.gcd(a._numerator, b._denominator), _math.gcd(b._numerator, a._denominator)
    return Fraction._made((a._numerator // first) * (b._numerator // second),
                          (a._denominator // second) * (b._denominator // first))


def _div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError(f'Fraction({b._denominator}, 0)')  #: 813 raise ZeroDivisionError('Fraction(%s, 0)' % db)
    sign = -1 if b._numerator < 0 else 1
    return _mul(a, Fraction._made(sign * b._denominator, sign * b._numerator))


def _floordiv(a, b):
    return (a.numerator * b.denominator) // (a.denominator * b.numerator)  #: 832


def _divmod(a, b):
    whole, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)  #: 839 div, n_mod = «divmod(a.numerator * db, da * b.numerator)»
    return whole, Fraction(rest, a.denominator * b.denominator)


def _mod(a, b):
    rest = (a.numerator * b.denominator) % (b.numerator * a.denominator)  #: 847 return Fraction(«(a.numerator * db) % (b.numerator * da)», da * db)
    return Fraction(rest, a.denominator * b.denominator)


_arithmetic(_add, _operator.add)
_arithmetic(_sub, _operator.sub)
_arithmetic(_mul, _operator.mul)
_arithmetic(_div, _operator.truediv)
_arithmetic(_floordiv, _operator.floordiv, False)
_arithmetic(_divmod, divmod, False)
_arithmetic(_mod, _operator.mod, False)


def _comparison(name, compare):
    def method(a, b):
        if isinstance(b, _numbers.Rational):
            return compare(a._numerator * b.denominator, b.numerator * a._denominator)
        if isinstance(b, float):
            return compare(0.0, b) if not _math.isfinite(b) else compare(a, Fraction.from_float(b))
        return NotImplemented
    method.__name__ = f'__{name}__'
    setattr(Fraction, method.__name__, method)


for _name in 'lt', 'le', 'gt', 'ge':
    _comparison(_name, getattr(_operator, _name))
_update_abstractmethods(Fraction)
