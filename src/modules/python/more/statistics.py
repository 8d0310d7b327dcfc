"""Basic statistics."""
import math as _math
from _frames import on_demand as _on_demand
from collections import Counter as _Counter, namedtuple as _namedtuple


__all__ = ['StatisticsError', 'kde', 'kde_random', 'mean', 'fmean', 'median', 'median_low', 'median_high', 'mode', 'multimode', 'variance',
           'pvariance', 'stdev', 'pstdev', 'harmonic_mean', 'geometric_mean', 'quantiles', 'NormalDist', 'correlation',
           'covariance', 'linear_regression', 'median_grouped']


class StatisticsError(ValueError):
    pass


def _exact_ratio(x):
    """A number as a ratio of ints; what is not finite has no denominator."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator  #: 331 return («x.numerator», x.denominator)
    except AttributeError:
        msg = f"can't convert type '{type(x).__name__}' to numerator/denominator"
        raise TypeError(msg)  #: 334


def _coerce(one, other):
    """The class of what is made of numbers of two classes."""
    if one is other or other is int or other is bool or issubclass(one, other) and one is not int:
        return one
    if one is int or issubclass(other, one):
        return other
    if issubclass(one, int) or issubclass(other, int):
        return other if issubclass(one, int) else one
    for fraction, number in ((one, other), (other, one)):
        if hasattr(fraction, 'limit_denominator') and issubclass(number, float):
            return number
    raise TypeError(f"don't know how to coerce {one.__name__} and {other.__name__}")  #: 288 raise TypeError(msg % (T.__name__, S.__name__))


def _total(partials):
    """The sum of numerators by their denominators, as a ratio."""
    if None in partials:
        return partials[None], None
    common = _math.lcm(*partials)
    return sum([n * (common // d) for d, n in partials.items()]), common


def _sum(data):
    """The class, the sum as a ratio, and how many numbers there are."""
    kinds, count, partials = {}, 0, {}
    for x in data:  #: 195 for typ, values in «groupby(data, type)»:
        kinds[type(x)] = True
        n, d = _exact_ratio(x)  #: 197 for n, d in «map(_exact_ratio, values)»:
        count += 1
        partials[d] = partials.get(d, 0) + n
    kind = int
    for other in kinds:
        kind = _coerce(kind, other)  #: 208 T = «reduce(_coerce, types, int)»  # or raise TypeError
    return kind, _total(partials), count


def _ratio(n, d, kind):
    """A ratio as a number of the class."""
    if d is None:
        return n if type(n) is kind else kind(n)
    shared = _math.gcd(n, d)
    n, d = n // shared, d // shared
    if issubclass(kind, int) and d != 1:
        kind = float
    if kind is int:
        return n
    if kind is float:
        return n / d
    from fractions import Fraction
    try:
        return kind(Fraction(n, d))
    except TypeError:
        return kind(n) / d


def mean(data):
    """The arithmetic mean."""
    kind, (top, bottom), count = _sum(data)  #: 488 T, total, n = «_sum(data)»
    if count < 1:
        raise StatisticsError('mean requires at least one data point')  #: 490
    return _ratio(top / count, None, kind) if bottom is None else _ratio(top, bottom * count, kind)


def fmean(data, weights=None):
    """The mean as a float."""
    data = list(data)  #: 521 num = «sumprod(data, weights)»
    if weights is not None:
        weights = list(weights)  #: 519
        if len(data) != len(weights):
            raise StatisticsError('data and weights must be the same length')  #: 523
        if not sum(weights):  #: 521 num = «sumprod(data, weights)»
            raise StatisticsError('sum of weights must be non-zero')  #: 526
        return _math.sumprod(data, weights) / _math.fsum(weights)
    total = _math.fsum(data)  #: 514 total = «fsum(data)»
    if not data:
        raise StatisticsError('fmean requires at least one data point')  #: 516
    return total / len(data)


def median(data):
    """The middle of the sorted data, or the mean of the two middle ones."""
    data = sorted(data)  #: 634
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')  #: 637 raise StatisticsError("no median for empty data")
    if n % 2:
        return data[n // 2]
    i = n // 2
    return (data[i - 1] + data[i]) / 2  #: 642


def median_low(data):
    data = sorted(data)  #: 657
    if not data:
        raise StatisticsError('no median for empty data')  #: 660 raise StatisticsError("no median for empty data")
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)  #: 679
    if not data:
        raise StatisticsError('no median for empty data')  #: 682 raise StatisticsError("no median for empty data")
    return data[len(data) // 2]


def mode(data):
    """The most common value, the first of several."""
    pairs = _Counter(iter(data)).most_common(1)  #: 781 pairs = Counter(«iter(data)»).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')  #: 785 raise StatisticsError('no mode for empty data') from None
    return pairs[0][0]


def multimode(data):
    counts = _Counter(iter(data))  #: 801 counts = Counter(«iter(data)»)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def _ss(data, middle=None):
    """The class, the squares of the distances from the middle as a ratio, and how many there are."""
    if middle is not None:
        squares = ((distance := x - middle) * distance for x in data)  #: 222 T, ssd, count = _sum((d := «x - c») * d for x in data)
        kind, (top, bottom), count = _sum(squares)  #: 222 T, ssd, count = «_sum((d := x - c) * d for x in data)»
        return kind, top, bottom, count
    kinds, count, partials, powers = {}, 0, {}, {}
    for x in data:  #: 229 for typ, values in «groupby(data, type)»:
        kinds[type(x)] = True
        n, d = _exact_ratio(x)  #: 231 for n, d in «map(_exact_ratio, values)»:
        count += 1
        partials[d] = partials.get(d, 0) + n
        if d is not None:
            powers[d * d] = powers.get(d * d, 0) + n * n
    kind = int
    for other in kinds:
        kind = _coerce(kind, other)  #: 249 T = «reduce(_coerce, types, int)»  # or raise TypeError
    top, bottom = _total(partials)
    if count and bottom is not None:
        # count * sum of squares - square of the sum, over count.
        squares, below = _total(powers)
        top, bottom = count * squares * bottom * bottom - top * top * below, below * bottom * bottom * count
    return kind, top, bottom, count


def _shared(kind, top, bottom, count):
    """A ratio's part for each of so many."""
    return (kind, top / count, None) if bottom is None else (kind, top, bottom * count)


def variance(data, xbar=None):
    """The sample variance."""
    kind, top, bottom, n = _ss(data, xbar)  #: 1149 T, ss, c, n = «_ss(data, xbar)»
    if n < 2:
        raise StatisticsError('variance requires at least two data points')  #: 1151
    kind, top, bottom = _shared(kind, top, bottom, n - 1)
    return _ratio(top, bottom, kind)


def pvariance(data, mu=None):
    """The population variance."""
    kind, top, bottom, n = _ss(data, mu)  #: 1190 T, ss, c, n = «_ss(data, mu)»
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')  #: 1192
    kind, top, bottom = _shared(kind, top, bottom, n)
    return _ratio(top, bottom, kind)


def _root(kind, up, down):  #: -
    """The square root of a ratio, rounded once."""
    if down is None:
        return up.numerator
    if any(cls.__name__ == 'Decimal' for cls in kind.__mro__):
        import decimal
        with decimal.localcontext() as context:
            context.prec = context.prec * 2 + 4
            root = (decimal.Decimal(up) / decimal.Decimal(down)).sqrt()
        return +root
    if up == 0:
        return 0.0
    shift = max(0, 120 - (up.bit_length() - down.bit_length())) // 2 * 2
    scaled = (up << shift) // down
    root = _math.isqrt(scaled)
    # An odd last bit stands for what was cut off.
    return (root << 1 | (root * root * down != up << shift)) / (1 << shift // 2 + 1)


def stdev(data, xbar=None):
    """The sample standard deviation."""
    kind, top, bottom, n = _ss(data, xbar)  #: 1205 T, ss, c, n = «_ss(data, xbar)»
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')  #: 1207
    return _root(*_shared(kind, top, bottom, n - 1))  #: 1211 return _float_sqrt_of_frac(«mss.numerator», mss.denominator)


def pstdev(data, mu=None):
    """The population standard deviation."""
    kind, top, bottom, n = _ss(data, mu)  #: 1223 T, ss, c, n = «_ss(data, mu)»
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')  #: 1225
    return _root(*_shared(kind, top, bottom, n))  #: 1229 return _float_sqrt_of_frac(«mss.numerator», mss.denominator)


def _not_negative(values):  #: -
    for x in values:
        if x < 0:
            raise StatisticsError('harmonic mean does not support negative values')
        yield x


def harmonic_mean(data, weights=None):
    data = list(data)  #: 588 if «iter(data)» is data:
    count = len(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')  #: 593
    if count == 1 and weights is None:
        if not hasattr(data[0], 'as_integer_ratio') and not hasattr(data[0], 'numerator'):
            raise TypeError('unsupported type')  #: 601
        return next(_not_negative(data))  #: 598 raise StatisticsError(errmsg)
    top, bottom = count, 1
    if weights is None:
        weights = [1] * count
    else:
        weights = list(weights)  #: 606 if «iter(weights)» is weights:
        if len(weights) != count:
            raise StatisticsError('Number of weights does not match data size')
        _, (top, bottom), _ = _sum(_not_negative(weights))
    try:
        kind, (n, d), _ = _sum([w / x if w else 0 for w, x in zip(weights, _not_negative(data))])
    except ZeroDivisionError:
        return 0
    if d is None:
        return _ratio(top / bottom / n, None, kind)
    if n <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _ratio(top * d, bottom * n, kind)


def geometric_mean(data):
    count, zero = 0, False

    def count_positive(values):
        nonlocal count, zero
        for count, x in enumerate(values, 1):  #: 548 for n, x in «enumerate(iterable, start=1)»:
            if x > 0.0 or _math.isnan(x):  #: 549 if «x > 0.0» or math.isnan(x):
                yield x
            elif x == 0.0:
                zero = True
            else:
                raise StatisticsError('No negative inputs allowed', x)  #: 554

    total = _math.fsum(map(_math.log, count_positive(data)))  #: 555 total = «fsum(map(log, count_positive(data)))»
    if not count:
        raise StatisticsError('Must have a non-empty dataset')  #: 557
    if _math.isnan(total) or zero and total == _math.inf:
        return _math.nan
    return 0.0 if zero else _math.exp(total / count)


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 points that cut the data into n intervals."""
    if n < 1:
        raise StatisticsError('n must be at least 1')  #: 1074
    data = sorted(data)  #: 1075
    count = len(data)
    if count < 2:
        if count == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')  #: 1080
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')  #: 1102
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


def median_grouped(data, interval=1.0):
    """The median of data that stands for intervals around its values."""
    data = sorted(data)  #: 729
    n = len(data)
    if not n:
        raise StatisticsError('no median for empty data')  #: 732 raise StatisticsError("no median for empty data")
    middle = data[n // 2]
    below = sum(value < middle for value in data)
    same = sum(value == middle for value in data)
    try:
        interval, middle = float(interval), float(middle)  #: 745 interval = «float(interval)»
    except ValueError:
        raise TypeError('Value cannot be converted to a float')  #: 748 raise TypeError(f'Value cannot be converted to a float')
    return middle - interval / 2.0 + interval * (n / 2 - below) / same


def _centred(values):
    middle = _math.fsum(values) / len(values)
    return [value - middle for value in values], middle


def covariance(x, y, /):
    """How two variables vary together."""
    if len(x) != len(y):
        raise StatisticsError('covariance requires that both inputs have same number of data points')  #: 1292
    if len(x) < 2:
        raise StatisticsError('covariance requires at least two data points')  #: 1294
    return _math.sumprod(_centred(x)[0], _centred(y)[0]) / (len(x) - 1)


def _ranks(values):
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks, at = [0.0] * len(values), 0
    while at < len(order):
        end = at
        while end < len(order) and values[order[end]] == values[order[at]]:
            end += 1
        for place in order[at:end]:
            ranks[place] = (at + end + 1) / 2 - (len(values) + 1) / 2
        at = end
    return ranks


def _root_of_product(x, y):
    """The root of a product, to the last digit."""
    h = _math.sqrt(x * y)
    if not _math.isfinite(h) or h < 1e-140:
        scale = 2.0 ** (-512 if h > 1 else 537)
        fits = x and y and _math.isfinite(x) and _math.isfinite(y)
        return _root_of_product(scale * x, scale * y) / scale if fits else h
    return h + _math.sumprod((x, h), (y, -h)) / (2.0 * h)


def correlation(x, y, /, *, method='linear'):
    """Pearson's coefficient, or Spearman's of the ranks."""
    if len(x) != len(y):
        raise StatisticsError('correlation requires that both inputs have same number of data points')  #: 1326
    if len(x) < 2:
        raise StatisticsError('correlation requires at least two data points')  #: 1328
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')  #: 1330
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    else:
        x, y = _centred(x)[0], _centred(y)[0]
    both, xs, ys = _math.sumprod(x, y), _math.sumprod(x, x), _math.sumprod(y, y)
    try:
        return both / _root_of_product(xs, ys)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')  #: 1346


LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """The line that fits best."""
    if len(x) != len(y):
        raise StatisticsError('linear regression requires that both inputs have same number of data points')  #: 1392
    if len(x) < 2:
        raise StatisticsError('linear regression requires at least two data points')  #: 1394
    if not proportional:
        left, xbar = _centred(x)
        ybar = _math.fsum(y) / len(y)
        y = [value - ybar for value in y]
    else:
        left = list(x)
    both, square = _math.sumprod(left, y) + 0.0, _math.sumprod(left, left)
    try:
        slope = both / square  #: 1403 slope = «sxy / sxx»   # equivalent to:  covariance(x, y) / variance(x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')  #: 1405
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


def __dir__():
    return sorted({*globals(), 'NormalDist', 'kde', 'kde_random'})


def _made(name):  #: -
    if name in ('kde', 'kde_random'):
        import _kernels
        return getattr(_kernels, name)
    raise AttributeError(f"module 'statistics' has no attribute '{name}'")


_on_demand(globals(), {'_normal_distributions': 'NormalDist'}, '_made')
