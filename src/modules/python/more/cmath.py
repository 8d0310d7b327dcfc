"""Functions of complex numbers, by Kahan's formulas, which lose nothing near branch cuts."""
import math as _math
from math import asinh as _asinh, atan2 as _atan2, copysign as _copysign, hypot as _hypot, log1p as _log1p

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)
_LARGE, _SMALL = 4.49423283715579e307, 2.2250738585072014e-308


# `z - z` is nothing if z is finite, and no number otherwise.
def _complex(z):
    if not isinstance(z, (complex, float, int)) and not any(
            hasattr(type(z), name) for name in ('__complex__', '__float__', '__index__')):
        raise TypeError(f'must be real number, not {type(z).__name__}')
    return complex(z)


def phase(z, /):
    z = _complex(z)
    angle = _atan2(z.imag, z.real)
    if not angle and z.imag and _math.isfinite(z.real):
        raise OverflowError('math range error')
    return angle


def polar(z, /):
    z = _complex(z)
    try:
        return abs(z), _atan2(z.imag, z.real)
    except OverflowError:
        raise OverflowError('math range error') from None


def _refuse():
    raise ValueError('math domain error')


def _endless(angle):
    """What lies without end in a direction."""
    return complex(_copysign(inf, _math.cos(angle)), _copysign(inf, _math.sin(angle)))


def _bounded(real, imag):
    if _math.isinf(real) or _math.isinf(imag):
        raise OverflowError('math range error')
    return complex(real, imag)


def rect(r, phi, /):
    if _math.isfinite(r) and _math.isfinite(phi):
        return complex(r * _math.cos(phi), r * _math.sin(phi))
    if _math.isnan(r):
        return complex(nan, nan if phi else 0.0)
    if not r:
        return 0j
    if _math.isinf(phi):
        _refuse()
    if _math.isnan(phi):
        return complex(abs(r) if _math.isinf(r) else nan, nan)
    found = _endless(phi) if phi else complex(inf, phi)
    return found if r > 0 else -found


def exp(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not z - z:
        if x <= 708:
            size = _math.exp(x)
            return complex(size * _math.cos(y), size * _math.sin(y))
        size = _math.exp(x - 1)
        return _bounded(size * _math.cos(y) * e, size * _math.sin(y) * e)
    if _math.isnan(x):
        return complex(nan, nan if y else y)
    if x == -inf:
        return complex(_copysign(0.0, _math.cos(y)), _copysign(0.0, _math.sin(y))) if _math.isfinite(y) else 0j
    if _math.isinf(y):
        _refuse()
    if _math.isnan(y):
        return complex(x if x == inf else nan, nan)
    return _endless(y) if y else complex(inf, y)


def _far(z):
    """A logarithm, and whatever grows as one does, of what has no end or is no number."""
    return complex(inf, _atan2(z.imag, z.real)) if isinf(z) else complex(nan, nan)


def _logarithm(z):
    if not z:
        return complex(-inf, _atan2(z.imag, z.real))
    if z - z:
        return _far(z)
    large, small = max(abs(z.real), abs(z.imag)), min(abs(z.real), abs(z.imag))
    size = _hypot(large, small) if large < _LARGE else inf
    if large >= _LARGE:
        real = _math.log(_hypot(large / 2, small / 2)) + _math.log(2)
    elif large < _SMALL:
        real = _math.log(_hypot(_math.ldexp(large, 53), _math.ldexp(small, 53))) - 53 * _math.log(2)
    elif 0.71 <= size <= 1.73:
        real = _log1p((large - 1) * (large + 1) + small * small) / 2
    else:
        real = _math.log(size)
    return complex(real, _atan2(z.imag, z.real))


_natural = object()


def log(z, base=_natural, /):
    z = _complex(z)
    if base is _natural:
        return _logarithm(z) if z else _refuse()
    base = _complex(base)
    below = _logarithm(base)
    # What is taken of 0 has no end; only what divides is looked at.
    return _logarithm(z) / below if base and below else _refuse()


def log10(z, /):
    found, ten = log(z), _math.log(10)
    return complex(found.real / ten, found.imag / ten)


def sqrt(z, /):
    z = _complex(z)
    if _math.isinf(z.imag):
        return complex(inf, z.imag)
    if _math.isinf(z.real):
        found = complex(inf, nan if _math.isnan(z.imag) else _copysign(0.0, z.imag))
        return found if z.real > 0 else complex(abs(found.imag), _copysign(inf, z.imag))
    real, imag = abs(z.real), abs(z.imag)
    if not real and not imag:
        return complex(0.0, z.imag)
    if real < _SMALL and imag < _SMALL:
        real, imag = _math.ldexp(real, 53), _math.ldexp(imag, 53)
        s = _math.ldexp(_math.sqrt(real + _hypot(real, imag)), -27)
        imag = _math.ldexp(imag, -53)
    else:
        real /= 8
        s = 2 * _math.sqrt(real + _hypot(real, imag / 8))
    d = imag / (2 * s)
    return complex(s, _copysign(d, z.imag)) if z.real >= 0 else complex(d, _copysign(s, z.imag))


def _turned(function, z):
    """f(iz) / i"""
    z = _complex(z)
    found = function(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def _swung(z, first, second):
    """`sinh` or `cosh` of what is far away or no number: (function of the real part, its derivative)."""
    x, y = z.real, z.imag
    even = first(0.0)
    if _math.isnan(x):
        return complex(nan, nan if y else abs(y) if even else y)
    if _math.isinf(y):
        _refuse()
    if _math.isnan(y):
        if not x:
            return complex(nan, 0.0) if even else complex(0.0, nan)
        return complex(inf if _math.isinf(x) else nan, nan)
    if not y:
        return complex(first(x), y * _copysign(1.0, second(x)))
    found = _endless(y)
    return complex(found.real * _copysign(1.0, first(x)), found.imag * _copysign(1.0, second(x)))


def _wave(z, first, second):
    z = _complex(z)
    x, y = z.real, z.imag
    if z - z:
        return _swung(z, first, second)
    if abs(x) <= 708:
        return complex(_math.cos(y) * first(x), _math.sin(y) * second(x))
    near = x - _copysign(1.0, x)
    return _bounded(_math.cos(y) * first(near) * e, _math.sin(y) * second(near) * e)


def sinh(z, /):
    return _wave(z, _math.sinh, _math.cosh)


def cosh(z, /):
    return _wave(z, _math.cosh, _math.sinh)


def tanh(z, /):
    z = _complex(z)
    if _math.isnan(z.real):
        return complex(nan, nan if z.imag else z.imag)
    if not _math.isfinite(z.imag):
        if _math.isinf(z.real):
            return complex(_copysign(1.0, z.real), 0.0)
        if _math.isinf(z.imag):
            _refuse()
        return complex(nan, nan)
    if abs(z.real) > 354:
        return complex(_copysign(1.0, z.real),
                       4 * _math.sin(z.imag) * _math.cos(z.imag) * _math.exp(-2 * abs(z.real)))
    real, imag, shrunk = _math.tanh(z.real), _math.tan(z.imag), 1 / _math.cosh(z.real)
    both = real * imag
    below = 1 + both * both
    return complex(real * (1 + imag * imag) / below, imag / below * shrunk * shrunk)


def sin(z, /):
    return _turned(sinh, z)


def cos(z, /):
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def tan(z, /):
    return _turned(tanh, z)


def _is_huge(z):
    return abs(z.real) > _LARGE or abs(z.imag) > _LARGE


def _log_of_double(z):
    """The logarithm of twice the size of what is huge, which is no float itself."""
    return _math.log(_hypot(z.real / 2, z.imag / 2)) + 2 * _math.log(2)


def acos(z, /):
    z = _complex(z)
    if isinf(z):
        return complex(abs(_atan2(z.imag, z.real)), inf if _math.isnan(z.imag) else -_copysign(inf, z.imag))
    if isnan(z):
        return complex(nan if z.real else pi / 2, nan)
    if _is_huge(z):
        return complex(_atan2(abs(z.imag), z.real), _copysign(_log_of_double(z), -z.imag))
    a, b = sqrt(complex(1 - z.real, -z.imag)), sqrt(complex(1 + z.real, z.imag))
    return complex(2 * _atan2(a.real, b.real), _asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    z = _complex(z)
    if z - z:
        return _far(z)
    if _is_huge(z):
        return complex(_log_of_double(z), _atan2(z.imag, z.real))
    a, b = sqrt(complex(z.real - 1, z.imag)), sqrt(complex(z.real + 1, z.imag))
    return complex(_asinh(a.real * b.real + a.imag * b.imag), 2 * _atan2(a.imag, b.real))


def asinh(z, /):
    z = _complex(z)
    if isinf(z):
        return complex(inf if _math.isnan(z.real) else _copysign(inf, z.real), _atan2(z.imag, abs(z.real)))
    if isnan(z):
        return complex(nan, nan if z.imag else z.imag)
    if _is_huge(z):
        return complex(_copysign(_log_of_double(z), z.real), _atan2(z.imag, abs(z.real)))
    a, b = sqrt(complex(1 + z.imag, -z.real)), sqrt(complex(1 - z.imag, z.real))
    return complex(_asinh(a.real * b.imag - b.real * a.imag), _atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    return _turned(asinh, z)


def atanh(z, /):
    z = _complex(z)
    if z - z:
        if isinf(z) or not z.real:
            real = 0.0 if _math.isnan(z.real) else _copysign(0.0, z.real)
            return complex(real, nan if _math.isnan(z.imag) else _copysign(pi / 2, z.imag))
        return complex(nan, nan)
    if _copysign(1, z.real) < 0:
        return -atanh(-z)
    imag = abs(z.imag)
    if z.real > 6.7e153 or imag > 6.7e153:
        half = _hypot(imag / 2, z.real / 2)
        return complex(z.real / 4 / half / half, -_copysign(pi / 2, -z.imag))
    if z.real == 1 and imag < 1.5e-154:
        if not imag:
            _refuse()
        real = -_math.log(_math.sqrt(imag) / _math.sqrt(_hypot(imag, 2)))
        return complex(real, _copysign(_atan2(2, -imag) / 2, z.imag))
    left = 1 - z.real
    return complex(_log1p(4 * z.real / (left * left + imag * imag)) / 4,
                   -_atan2(-2 * z.imag, left * (1 + z.real) - imag * imag) / 2)


def atan(z, /):
    return _turned(atanh, z)


def isnan(z, /):
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isfinite(z, /):
    z = _complex(z)
    return not z - z


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    a, b = complex(a), complex(b)
    if a == b:
        return True
    return not (isinf(a) or isinf(b)) and abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)


from _frames import native as _native
_native(globals())
