"""What a generator draws whose class has a `random` or a `getrandbits` of its own."""
import random as _random
from itertools import accumulate as _accumulate
from math import acos, ceil, cos, e, exp, fabs, floor, inf, isfinite, lgamma, log, log2, pi, sin, sqrt
from operator import index as _index

_NATIVE = _random.Random


def adopt(cls):
    """Methods of the class that it has from Random draw by its own from now on."""
    own = cls.__dict__
    found = next((c for c in cls.__mro__ if 'getrandbits' in c.__dict__ or 'random' in c.__dict__), _NATIVE)
    cls._randbelow = _by_bits if 'getrandbits' in found.__dict__ else _by_random
    for name, method in _METHODS.items():
        if name not in own and getattr(cls, name) is getattr(_NATIVE, name):
            setattr(cls, name, method)


def _by_bits(self, n):
    size = n.bit_length()
    drawn = self.getrandbits(size)
    while drawn >= n:
        drawn = self.getrandbits(size)
    return drawn


def _by_random(self, n, most=1 << 53):
    if n >= most:
        import warnings
        warnings.warn('Underlying random() generator does not supply \n'
                      'enough bits to choose from a population range this large.\n'
                      'To remove the range limitation, add a getrandbits() method.')
        return floor(self.random() * n)
    limit = (most - most % n) / most
    drawn = self.random()
    while drawn >= limit:
        drawn = self.random()
    return floor(drawn * most) % n


class _Methods:
    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=1):
        start = _index(start)
        if stop is None:
            if step != 1:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        stop, step = _index(stop), _index(step)
        if step == 0:
            raise ValueError('zero step for randrange()')
        count = len(range(start, stop, step)) if -1 << 62 < start < 1 << 62 and -1 << 62 < stop < 1 << 62 else (
            max((stop - start + step - (1 if step > 0 else -1)) // step, 0))
        if count <= 0:
            raise ValueError(f'empty range in randrange({start}, {stop})' if step == 1
                             else f'empty range in randrange({start}, {stop}, {step})')
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        for last in reversed(range(1, len(x))):
            other = self._randbelow(last + 1)
            x[last], x[other] = x[other], x[last]

    def sample(self, population, k, *, counts=None):
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        if counts is not None:
            population = [item for item, count in zip(population, counts, strict=True) for _ in range(count)]
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        size = 21
        if k > 5:
            size += 4 ** ceil(log(k * 3, 4))
        if n <= size:
            pool, found = list(population), []
            for done in range(k):
                at = self._randbelow(n - done)
                found.append(pool[at])
                pool[at] = pool[n - done - 1]
            return found
        places = {}
        while len(places) < k:
            places.setdefault(self._randbelow(n))
        return [population[at] for at in places]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        n = len(population)
        if cum_weights is None:
            if weights is None:
                return [population[floor(self.random() * (n + 0.0))] for _ in range(k)]
            cum_weights = list(_accumulate(weights))
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not isfinite(total):
            raise ValueError('Total of weights must be finite')
        from bisect import bisect
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        drawn = self.random()
        try:
            part = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if drawn > part:
            drawn, part, low, high = 1.0 - drawn, 1.0 - part, high, low
        return low + (high - low) * sqrt(drawn * part)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            first, second = self.random(), 1.0 - self.random()
            z = 4 * exp(-0.5) / sqrt(2.0) * (first - 0.5) / second
            if z * z / 4.0 <= -log(second):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = getattr(self, 'gauss_next', None), None
        if z is None:
            angle = self.random() * (2.0 * pi)
            far = sqrt(-2.0 * log(1.0 - self.random()))
            z, self.gauss_next = cos(angle) * far, sin(angle) * far
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:
            return 2.0 * pi * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        angle = acos((q + z) / (1.0 + q * z))
        return (mu + angle if self.random() > 0.5 else mu - angle) % (2.0 * pi)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        if alpha > 1.0:
            a = sqrt(2.0 * alpha - 1.0)
            while True:
                u = self.random()
                if not 1e-7 < u < 0.9999999:
                    continue
                v = log(u / (1.0 - u)) / a
                x = alpha * exp(v)
                z = u * u * (1.0 - self.random())
                r = alpha - log(4.0) + (alpha + a) * v - x
                if r + (1.0 + log(4.5)) - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u = self.random()
            if u <= x ** (alpha - 1.0) if p > 1.0 else u <= exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:
            raise ValueError('n must be non-negative')
        if p <= 0.0 or p >= 1.0:
            if p == 0.0:
                return 0
            if p == 1.0:
                return n
            raise ValueError('p must be in the range 0.0 <= p <= 1.0')
        if n == 1:
            return _index(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        if n * p < 10.0:
            # The gaps between hits are drawn.
            found = at = 0
            base = log2(1.0 - p)
            if not base:
                return found
            while True:
                at += floor(log2(self.random()) / base) + 1
                if at > n:
                    return found
                found += 1
        spread = sqrt(n * p * (1.0 - p))
        b = 1.15 + 2.53 * spread
        a, c, vr = -0.0873 + 0.0248 * b + 0.01 * p, n * p + 0.5, 0.92 - 4.2 / b
        known = False
        while True:
            u = self.random() - 0.5
            us = 0.5 - fabs(u)
            k = floor((2.0 * a / us + b) * u + c)
            if k < 0 or k > n:
                continue
            v = self.random()
            if us >= 0.07 and v <= vr:
                return k
            if not known:
                alpha, lpq = (2.83 + 5.1 / b) * spread, log(p / (1.0 - p))
                m = floor((n + 1) * p)
                h, known = lgamma(m + 1) + lgamma(n - m + 1), True
            v *= alpha / (a / (us * us) + b)
            if log(v) <= h - lgamma(k + 1) - lgamma(n - k + 1) + (k - m) * lpq:
                return k


_METHODS = {name: method for name, method in vars(_Methods).items() if not name.startswith('_')}
for _name, _method in _METHODS.items():
    _method.__qualname__, _method.__module__ = f'Random.{_name}', 'random'
