"""What a generator draws whose class has a `random` or a `getrandbits` of its own; and what Random's own methods do with
arguments that they leave to the text, which words the errors."""
import random as _random
from itertools import accumulate as _accumulate, repeat as _repeat
from math import acos, ceil, cos, e, exp, fabs, floor, inf, isfinite, lgamma, log, log2, pi, sin, sqrt
from operator import index as _index

_NATIVE, _ONE, _log = _random.Random, 1, log


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


class _Methods:  #: in random.py
    _randbelow = _by_bits

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')  #: 290

    def randrange(self, start, stop=None, step=_ONE):
        istart = _index(start)  #: 305
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")  #: 310
            if istart > 0:
                return self._randbelow(istart)
            raise ValueError("empty range for randrange()")  #: 313
        istop = _index(stop)  #: 316
        istep = _index(step)  #: 318
        if istep == 0:
            raise ValueError("zero step for randrange()")  #: 331
        count = max((istop - istart + istep - (1 if istep > 0 else -1)) // istep, 0)
        if count <= 0 and istep == 1:
            raise ValueError(f"empty range in randrange({start}, {stop})")  #: 323
        if count <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")  #: 333
        return istart + istep * self._randbelow(count)  #: 322 return istart + «self._randbelow(width)»

    def randint(self, a, b):
        return self.randrange(a, b+1)  #: 340

    def choice(self, seq):
        if not len(seq):  #: 350
            raise IndexError('Cannot choose from an empty sequence')  #: 351
        return seq[self._randbelow(len(seq))]  #: 352

    def shuffle(self, x):
        for i in reversed(range(1, len(x))):  #: 358
            j = self._randbelow(i + 1)
            x[i], x[j] = x[j], x[i]  #: 361

    def sample(self, population, k, *, counts=None):
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')  #: 417 raise TypeError("Population must be a sequence.  "⏎                "For dicts or sets, use sorted(d).")
        n = len(population)  #: 419
        if counts is not None:
            cum_counts = list(_accumulate(counts))  #: 421
            if len(cum_counts) != n:
                raise ValueError('The number of counts does not match the population')  #: 423
            total = cum_counts.pop()  #: 424
            if not isinstance(total, int):
                raise TypeError('Counts must be integers')  #: 426
            if total <= 0:
                raise ValueError('Total of counts must be greater than zero')  #: 428
            from bisect import bisect
            selections = self.sample(range(total), k=k)  #: 429
            return [population[bisect(cum_counts, s)] for s in selections]  #: 431
        if not 0 <= k <= n:  #: 433
            raise ValueError("Sample larger than population or is negative")  #: 434
        found = [None] * k  #: 435         result = «[None] * k»
        size = 21
        if k > 5:
            size += 4 ** ceil(log(k * 3, 4))
        if n <= size:
            pool = list(population)
            for done in range(k):
                at = self._randbelow(n - done)
                found[done] = pool[at]
                pool[at] = pool[n - done - 1]
            return found
        places = {}
        while len(places) < k:
            places.setdefault(self._randbelow(n))
        return [population[at] for at in places]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        random = self.random
        n = len(population)  #: 466
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(random() * n)] for i in _repeat(None, k)]  #: 471
            try:
                cum_weights = list(_accumulate(weights))  #: 473
            except TypeError:
                if not isinstance(weights, int):
                    raise
                k = weights
                raise TypeError(f'The number of choices must be a keyword argument: {k=}') from None  #: 478 raise TypeError(⏎    f'The number of choices must be a keyword argument: {k=}'⏎) from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')  #: 482
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')  #: 484
        total = cum_weights[-1] + 0.0  #: 485 total = «cum_weights[-1] + 0.0»   # convert to float
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')  #: 487
        if not isfinite(total):
            raise ValueError('Total of weights must be finite')  #: 489
        from bisect import bisect
        return [population[bisect(cum_weights, random() * total, 0, n - 1)] for _ in range(k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()  #: 507

    def triangular(self, low=0.0, high=1.0, mode=None):
        drawn = self.random()
        try:
            part = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if drawn > part:
            drawn, part, low, high = 1.0 - drawn, 1.0 - part, high, low
        return low + (high - low) * sqrt(drawn * part)  #: 532 return low + («high - low») * _sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        while True:
            first, second = self.random(), 1.0 - self.random()
            z = 4 * exp(-0.5) / sqrt(2.0) * (first - 0.5) / second
            if z * z / 4.0 <= -log(second):
                break
        return mu + z * sigma  #: 553

    def gauss(self, mu=0.0, sigma=1.0):
        z, self.gauss_next = getattr(self, 'gauss_next', None), None
        if z is None:
            angle = self.random() * (2.0 * pi)
            far = sqrt(-2.0 * log(1.0 - self.random()))
            z, self.gauss_next = cos(angle) * far, sin(angle) * far
        return mu + z * sigma  #: 591

    def lognormvariate(self, mu, sigma):
        return exp(self.normalvariate(mu, sigma))  #: 601 return _exp(«self.normalvariate(mu, sigma)»)

    def expovariate(self, lambd=1.0):
        return -_log(1.0 - self.random()) / lambd  #: 621

    def vonmisesvariate(self, mu, kappa):
        if kappa <= 1e-6:  #: 640
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
        return (mu + angle if self.random() > 0.5 else mu - angle) % (2.0 * pi)  #: 659 theta = («mu + _acos(f)») % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')  #: 686
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
        y = self.gammavariate(alpha, 1.0)  #: 761
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0  #: 763 return y / (y + «self.gammavariate(beta, 1.0)»)

    def paretovariate(self, alpha):
        return (1.0 - self.random()) ** (-1.0 / alpha)  #: 771 return u ** («-1.0 / alpha»)

    def weibullvariate(self, alpha, beta):
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)  #: 782 return alpha * (-_log(u)) ** (1.0 / beta)

    def binomialvariate(self, n=1, p=0.5):
        if n < 0:  #: 804
            raise ValueError('n must be non-negative')  #: 805 raise ValueError("n must be non-negative")
        if p <= 0.0 or p >= 1.0:  #: 806
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
        assert n * p >= 10.0 and p <= 0.5
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


class Random(_Methods):
    """What the native class's methods take."""

    def __init__(self, x=None): ...
    def __init_subclass__(cls, /, **kwargs): ...
    def seed(self, a=None, version=2): ...
    def getstate(self): ...
    def setstate(self, state): ...
    def _randbelow(self, n): ...
    def __reduce__(self): ...
    def __setstate__(self, state): ...
