"""statistics: sums that are not finite, classes kept, a middle that is given, weights, roots of decimals."""
import statistics
from decimal import Decimal
from fractions import Fraction
from math import inf, nan


def told(what):
    try:
        print(repr(what()))
    except Exception as error:
        print(type(error).__name__, error)


class Own(float):
    def __repr__(self):
        return f'Own({float(self)})'


for data in ([1, nan], [inf, 1], [inf, -inf], [True, False], [1, 2.5], [Fraction(1, 3), 1], [Decimal('1.1'), Decimal('2.2'), 3],
             [Fraction(1, 2), 0.25], [Own(1), Own(2)], [1, 'a'], [1, 2, 4]):
    print(data)
    for function in (statistics.mean, statistics.pvariance, statistics.variance, statistics.stdev, statistics.pstdev,
                     statistics.harmonic_mean, statistics.geometric_mean):
        told(lambda: function(data))
print(statistics.variance([1, 2, 3], 2.5), statistics.pstdev([1, 2, 3], 6), statistics.pvariance(iter([1, 2, 3]), mu=2))
told(lambda: statistics.stdev([Decimal('1.5'), Decimal('2.25'), Decimal('4')]))
for data, weights in (([40, 60], [5, 30]), ([1], [2, 3]), ([1, 2], [1, -1]), ([1, 2], [0, 0]), ([0, 1], [0, 1]), ([-1], None),
                      (['a'], None), ([5], None), ([Decimal(3), Decimal(6)], None), ([0, 2], None)):
    told(lambda: statistics.harmonic_mean(data, weights))
for data in ([], [0, 1], [-1, 2], [0, inf], [nan, 1]):
    told(lambda: statistics.geometric_mean(data))
numbers = [0.1 * n * n - 1 / (n + 1) for n in range(200)]
print(statistics.mean(numbers), statistics.variance(numbers), statistics.pstdev(numbers))
