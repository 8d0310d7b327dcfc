"""The error function and what NormalDist makes of it: all digits are CPython's."""
import math
from statistics import NormalDist

for n in range(-60, 61, 7):
    x = n / 9
    print(x, math.erf(x), math.erfc(x), math.expm1(x), math.sinh(x * 5))
scores = NormalDist(1060, 195)
for score in 700, 850, 1060, 1100.5, 1200, 1480:
    print(score, scores.cdf(score), scores.pdf(score), scores.zscore(score))
print(scores.overlap(NormalDist(1100, 195)), scores.overlap(NormalDist(1000, 150)))
print([round(p) for p in scores.quantiles(n=10)], scores.inv_cdf(0.3))
print(NormalDist(100, 15).cdf(130) - NormalDist(100, 15).cdf(70))
