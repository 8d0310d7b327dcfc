"""Basic statistics."""
import math as _math
from collections import Counter as _Counter

__all__ = ['StatisticsError', 'mean', 'fmean', 'median', 'median_low', 'median_high', 'mode', 'multimode', 'variance',
           'pvariance', 'stdev', 'pstdev', 'harmonic_mean', 'geometric_mean', 'quantiles']


class StatisticsError(ValueError):
    pass


def _exact(data):
    """The sum as a ratio of ints, and what it is a sum of: True ints, False floats, or another class."""
    top, bottom, whole = 0, 1, True
    for x in data:
        if not isinstance(x, int):
            whole = whole if isinstance(whole, type) else False if isinstance(x, float) else type(x)
        n, d = x.as_integer_ratio()
        top, bottom = top * d + n * bottom, bottom * d
        shared = _math.gcd(top, bottom)
        top, bottom = top // shared, bottom // shared
    return top, bottom, whole


def _ratio(top, bottom, whole):
    if isinstance(whole, type):
        # A Fraction is made of both, a Decimal by dividing.
        return whole(top, bottom) if hasattr(whole, 'limit_denominator') else whole(top) / whole(bottom)
    return top // bottom if whole and top % bottom == 0 else top / bottom


def mean(data):
    """The arithmetic mean."""
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    top, bottom, whole = _exact(data)
    return _ratio(top, bottom * len(data), whole)


def fmean(data, weights=None):
    """The mean as a float."""
    data = list(data)
    if weights is not None:
        weights = list(weights)
        if len(data) != len(weights):
            raise StatisticsError('data and weights must be the same length')
        if not sum(weights):
            raise StatisticsError('sum of weights must be non-zero')
        return _math.sumprod(data, weights) / _math.fsum(weights)
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    return _math.fsum(data) / len(data)


def median(data):
    """The middle of the sorted data, or the mean of the two middle ones."""
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    return data[n // 2] if n % 2 else (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def mode(data):
    """The most common value, the first of several."""
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _spread(data, least, name, less):
    data = list(data)
    if len(data) < least:
        word = 'one data point' if least == 1 else 'two data points'
        raise StatisticsError(f'{name} requires at least {word}')
    n = len(data)
    top, bottom, whole = _exact(data)
    squares, square_bottom, _ = _exact_squares(data)
    # n * sum of squares - square of the sum, over n * (n - less).
    up = n * squares * bottom * bottom - top * top * square_bottom
    down = square_bottom * bottom * bottom * n * (n - less)
    return up, down, whole


def _exact_squares(data):
    top, bottom = 0, 1
    for x in data:
        n, d = x.as_integer_ratio()
        top, bottom = top * d * d + n * n * bottom, bottom * d * d
        shared = _math.gcd(top, bottom)
        top, bottom = top // shared, bottom // shared
    return top, bottom, True


def variance(data, xbar=None):
    """The sample variance."""
    return _ratio(*_spread(data, 2, 'variance', 1))


def pvariance(data, mu=None):
    """The population variance."""
    return _ratio(*_spread(data, 1, 'pvariance', 0))


def _root(up, down):
    """The square root of a ratio, rounded once."""
    if up == 0:
        return 0.0
    shift = max(0, 120 - (up.bit_length() - down.bit_length())) // 2 * 2
    scaled = (up << shift) // down
    root = _math.isqrt(scaled)
    # An odd last bit stands for what was cut off.
    return (root << 1 | (root * root * down != up << shift)) / (1 << shift // 2 + 1)


def stdev(data, xbar=None):
    """The sample standard deviation."""
    return _root(*_spread(data, 2, 'stdev', 1)[:2])


def pstdev(data, mu=None):
    """The population standard deviation."""
    return _root(*_spread(data, 1, 'pstdev', 0)[:2])


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    return sum(weights) / sum(w / x for w, x in zip(weights, data))


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    if any(x <= 0 for x in data):
        raise StatisticsError('No negative inputs allowed')
    return _math.exp(fmean(map(_math.log, data)))


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that cut the data into n intervals."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    count = len(data)
    if count < 2:
        if count == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    base = count - 1 if method == 'inclusive' else count + 1
    result = []
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * base, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = min(max(i * base // n, 1), count - 1)
            delta = i * base - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return result
