"""Kernel density estimation: a smooth curve through a sample (`statistics.kde`, `kde_random`)."""
from bisect import bisect_left, bisect_right
from math import acos, asin, atan, cos, cosh, erf, exp, log, pi, sin, sqrt, tan
from random import Random
from statistics import NormalDist, StatisticsError

_SQRT_TWO_PI, _SQRT_TWO = sqrt(2 * pi), sqrt(2)


def _quartic_below(t):
    return 3/16 * t**5 - 5/8 * t**3 + 15/16 * t + 1/2


def _quartic(t):
    return 15/16 * (1.0 - t * t) ** 2


def _triweight_below(t):
    return 35/32 * (-1/7*t**7 + 3/5*t**5 - t**3 + t) + 1/2


def _triweight(t):
    return 35/32 * (1.0 - t * t) ** 3


def _solved(below, density):
    """The inverse of a distribution function on -1 to 1, by Newton's steps, halved where they would leave the interval."""
    def inverse(p):
        low, high, t = -1.0, 1.0, 2 * p - 1
        for _ in range(200):
            error = below(t) - p
            if abs(error) <= 1e-15:
                break
            low, high = (low, t) if error > 0 else (t, high)
            slope = density(t)
            step = t - error / slope if slope > 1e-9 else low
            t = step if low < step < high else (low + high) / 2
        return t
    return inverse


# The density, what lies below, its inverse, and whether all lies between -1 and 1.
_KERNELS = {
    'normal': (lambda t: exp(-1/2 * t * t) / _SQRT_TWO_PI, lambda t: 1/2 * (1.0 + erf(t / _SQRT_TWO)),
               NormalDist().inv_cdf, False),
    'logistic': (lambda t: 1/2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), lambda p: log(p / (1 - p)), False),
    'sigmoid': (lambda t: 1 / pi / cosh(t), lambda t: 2 / pi * atan(exp(t)), lambda p: log(tan(p * pi/2)), False),
    'rectangular': (lambda t: 1/2, lambda t: 1/2 * t + 1/2, lambda p: 2*p - 1, True),
    'triangular': (lambda t: 1.0 - abs(t), lambda t: t*t * (1/2 if t < 0.0 else -1/2) + t + 1/2,
                   lambda p: sqrt(2*p) - 1 if p < 1/2 else 1 - sqrt(2 - 2*p), True),
    'parabolic': (lambda t: 3/4 * (1.0 - t * t), lambda t: -1/4 * t**3 + 3/4 * t + 1/2,
                  lambda p: 2 * cos((acos(2*p - 1) + pi) / 3), True),
    'quartic': (_quartic, _quartic_below, _solved(_quartic_below, _quartic), True),
    'triweight': (_triweight, _triweight_below, _solved(_triweight_below, _triweight), True),
    'cosine': (lambda t: pi / 4 * cos(pi / 2 * t), lambda t: 1/2 * sin(pi / 2 * t) + 1/2,
               lambda p: 2 * asin(2*p - 1) / pi, True),
}
for _other, _name in (('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic'),
                      ('biweight', 'quartic')):
    _KERNELS[_other] = _KERNELS[_name]


def _kernel(data, h, kernel):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return _KERNELS[kernel]


def kde(data, h, kernel='normal', *, cumulative=False):
    """The density that a sample suggests, as a function; or what lies below a value."""
    density, below, _, bounded = _kernel(data, h, kernel)
    n = len(data)
    if bounded:
        sample = sorted(data)

    def near(x):
        return bisect_left(sample, x - h), bisect_right(sample, x + h)

    def pdf(x):
        if not bounded:
            return sum(density((x - x_i) / h) for x_i in data) / (len(data) * h)
        nonlocal n, sample
        if len(data) != n:
            sample, n = sorted(data), len(data)
        first, end = near(x)
        return sum(density((x - x_i) / h) for x_i in sample[first:end]) / (n * h)

    def cdf(x):
        if not bounded:
            return sum(below((x - x_i) / h) for x_i in data) / len(data)
        nonlocal n, sample
        if len(data) != n:
            sample, n = sorted(data), len(data)
        first, end = near(x)
        return sum((below((x - x_i) / h) for x_i in sample[first:end]), first) / n

    function = cdf if cumulative else pdf
    function.__doc__ = f"{'C' if cumulative else 'P'}DF estimate with {h=!r} and {kernel=!r}"
    return function


def kde_random(data, h, kernel='normal', *, seed=None):
    """A function that draws from the density that a sample suggests."""
    inverse = _kernel(data, h, kernel)[2]
    generator = Random(seed)

    def rand():
        return generator.choice(data) + h * inverse(generator.random())
    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand

from _frames import shown_as as _shown_as
_shown_as(globals(), 'statistics')
