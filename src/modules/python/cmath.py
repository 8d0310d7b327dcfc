"""Functions of complex numbers."""
import math as _math

pi, e, tau, inf, nan = _math.pi, _math.e, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def phase(z, /):
    z = complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    return abs(complex(z)), phase(z)


def rect(r, phi, /):
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def exp(z, /):
    z = complex(z)
    return rect(_math.exp(z.real), z.imag)


def log(z, base=None, /):
    z = complex(z)
    if not z:
        raise ValueError('math domain error')
    found = complex(_math.log(abs(z)), phase(z))
    return found if base is None else found / log(base)


def log10(z, /):
    return log(z) / _math.log(10)


def sqrt(z, /):
    z = complex(z)
    if not z:
        return complex(0.0, z.imag)
    half = _math.sqrt((abs(z.real) + _math.hypot(z.real, z.imag)) / 2)
    other = abs(z.imag) / (2 * half)
    if z.real >= 0:
        return complex(half, _math.copysign(other, z.imag))
    return complex(other, _math.copysign(half, z.imag))


def sin(z, /):
    z = complex(z)
    return complex(_math.sin(z.real) * _math.cosh(z.imag), _math.cos(z.real) * _math.sinh(z.imag))


def cos(z, /):
    z = complex(z)
    return complex(_math.cos(z.real) * _math.cosh(z.imag), -_math.sin(z.real) * _math.sinh(z.imag))


def tan(z, /):
    return sin(z) / cos(z)


def sinh(z, /):
    z = complex(z)
    return complex(_math.sinh(z.real) * _math.cos(z.imag), _math.cosh(z.real) * _math.sin(z.imag))


def cosh(z, /):
    z = complex(z)
    return complex(_math.cosh(z.real) * _math.cos(z.imag), _math.sinh(z.real) * _math.sin(z.imag))


def tanh(z, /):
    return sinh(z) / cosh(z)


def asin(z, /):
    return -1j * log(1j * complex(z) + sqrt(1 - complex(z) * z))


def acos(z, /):
    return pi / 2 - asin(z)


def atan(z, /):
    return 0.5j * (log(1 - 1j * complex(z)) - log(1 + 1j * complex(z)))


def isnan(z, /):
    z = complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isinf(z, /):
    z = complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isfinite(z, /):
    return not isnan(z) and not isinf(z)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError('tolerances must be non-negative')
    return a == b or abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
