# math.sumprod and what statistics makes of it, to the last digit.
import math
import random
from statistics import correlation, covariance, fmean, linear_regression

print(math.sumprod([0.1] * 10, [0.1] * 10), math.sumprod([1e30, 1, -1e30], [1.0, 1, 1]), math.sumprod([], []))
print(math.sumprod([10**20, 0.5], [3, 2]), math.sumprod([1, 0.25, 3], [2, 4, 5]), math.sumprod([True], [2.5]))
print(math.sumprod([math.inf, 1], [1, 2]), math.sumprod([1e308, 1e308], [10, -10.0]))
print(correlation([1, 2, 3], [1, 5, 7]), correlation([1e-150, 2e-150], [3, 4]))
r = random.Random(1)
for _ in range(20):
    x, y = ([r.uniform(-9, 9) for _ in range(8)] for _ in range(2))
    print(correlation(x, y), covariance(x, y), linear_regression(x, y), correlation(x, y, method='ranked'), fmean(x, y))
