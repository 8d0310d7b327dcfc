"""Normal distributions."""
import math as _math

__name__ = 'statistics'  # where what is here is said to be  #: in statistics.py

# M. J. Wichura: Algorithm AS 241, The percentage points of the normal distribution (1988), PPND16.
_CENTRE = ((2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
            13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.3871328727963666080),
           (5226.4952788528545610, 28729.085735721942674, 39307.895800092710610, 21213.794301586595867,
            5394.1960214247511077, 687.18700749205790830, 42.313330701600911252, 1.0))
_SIDE = ((7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258,
          3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734),
         (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
          6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1.0))
_TAIL = ((2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
          2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720),
         (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
          1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1.0))


def _quotient(r, polynomials):
    """Two polynomials' quotient, by Horner's rule."""
    parts = []
    for coefficients in polynomials:
        value = coefficients[0]
        for c in coefficients[1:]:
            value = value * r + c
        parts.append(value)
    return parts


class NormalDist:
    """The normal distribution with a mean and a standard deviation."""
    __slots__ = ('_mu', '_sigma')

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state  #: 1714

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:  #: 1506
            raise StatisticsError('sigma must be non-negative')  #: 1507
        self._mu, self._sigma = float(mu), float(sigma)  #: 1508 self._mu = «float(mu)»

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    def samples(self, n, *, seed=None):
        import random
        draw = random.random if seed is None else random.Random(seed).random
        return [self.inv_cdf(draw()) for _ in range(n)]  #: 1522 return [inv_cdf(rnd(), mu, sigma) for _ in «repeat(None, n)»]

    def _positive(self, what):
        if not self._sigma:
            raise StatisticsError(f'{what}() not defined when sigma is zero')

    def pdf(self, x):
        self._positive('pdf')
        variance, diff = self._sigma * self._sigma, x - self._mu  #: 1529 diff = «x - self._mu»
        return _math.exp(diff * diff / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x):
        self._positive('cdf')
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))  #: 1536 return 0.5 * (1.0 + erf((«x - self._mu») / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:  #: 1548
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')  #: 1549
        q = p - 0.5
        if abs(q) <= 0.425:
            top, bottom = _quotient(0.180625 - q * q, _CENTRE)
            return self._mu + top * q / bottom * self._sigma
        r = _math.sqrt(-_math.log(p if q <= 0.0 else 1.0 - p))
        top, bottom = _quotient(r - 1.6, _SIDE) if r <= 5.0 else _quotient(r - 5.0, _TAIL)
        x = top / bottom
        return self._mu + (-x if q < 0.0 else x) * self._sigma

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]  #: 1561

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')  #: 1580
        x, y = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        vx, vy = x.variance, y.variance
        if not vx or not vy:
            raise StatisticsError('overlap() not defined when sigma is zero')  #: 1586
        dv, dm = vy - vx, abs(y._mu - x._mu)
        if not dv:
            return 1.0 - _math.erf(dm / (2.0 * x._sigma * _math.sqrt(2.0)))
        a = x._mu * vy - y._mu * vx
        b = x._sigma * y._sigma * _math.sqrt(dm * dm + dv * _math.log(vy / vx))
        one, two = (a + b) / dv, (a - b) / dv
        return 1.0 - (abs(y.cdf(one) - x.cdf(one)) + abs(y.cdf(two) - x.cdf(two)))

    def zscore(self, x):
        self._positive('zscore')
        return (x - self._mu) / self._sigma  #: 1606

    mean, median, mode = [property(lambda self: self._mu) for _ in range(3)]
    stdev = property(lambda self: self._sigma)
    variance = property(lambda self: self._sigma * self._sigma)

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)  #: 1649 return NormalDist(«x1._mu + x2», x1._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)  #: 1663 return NormalDist(«x1._mu - x2», x1._sigma)

    def __mul__(self, other):
        return NormalDist(self._mu * other, self._sigma * abs(other))  #: 1671 return NormalDist(«x1._mu * x2», x1._sigma * fabs(x2))

    def __truediv__(self, other):
        return NormalDist(self._mu / other, self._sigma / abs(other))  #: 1679 return NormalDist(«x1._mu / x2», x1._sigma / fabs(x2))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -(self - other)  #: 1693 return -(«x1 - x2»)

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
