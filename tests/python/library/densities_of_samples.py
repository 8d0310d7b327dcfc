"""statistics.kde and kde_random with each of their kernels."""
import statistics

sample = [1.0, 2.0, 4.0, 4.5]
kernels = "normal logistic sigmoid rectangular triangular parabolic quartic triweight cosine gauss uniform biweight"
for kernel in kernels.split():
    density = statistics.kde(sample, h=1.5, kernel=kernel)
    below = statistics.kde(sample, h=1.5, kernel=kernel, cumulative=True)
    draw = statistics.kde_random(sample, h=0.5, kernel=kernel, seed=3)
    print(kernel, [round(density(x), 10) for x in (0.2, 2.5, 5)], [round(below(x), 10) for x in (0.2, 2.5, 9)],
          [round(draw(), 8) for _ in range(4)])
print(density.__doc__, "|", below.__doc__, "|", draw.__doc__)
for args in ([], 1), ([1], 0), (["x"], 1), ([1], 1, "none"):
    for function in statistics.kde, statistics.kde_random:
        try:
            function(*args)
        except (statistics.StatisticsError, TypeError) as e:
            print(type(e).__name__, e)
from statistics import kde
