# Sums and products of fractions: in lowest terms, quickly with long numbers too; what they say of a zero, and where.
import math
import random
import traceback
from fractions import Fraction

random.seed(5)


def some():
    return Fraction(random.randint(-50, 50), random.choice([1, 2, 3, 4, 6, 12, 35, -7]))


made = []
for _ in range(300):
    a, b = some(), some()
    made += [a + b, a - b, a * b, a + 3, 2 - a, 5 * a, a / 2, 0.5 + a, a < b]
    if b:
        made += [a / b, a // b, a % b, divmod(a, b), 1 / b, b**-2]
print(len(made), *made[:40])

harmonic = sum(Fraction(1, n) for n in range(1, 1500))
print(harmonic.numerator % 10**9, harmonic.denominator % 10**9)
print(math.gcd(2**1000 * 3**50, 6**400) == 2**400 * 3**50, math.gcd(0, 10**30), math.gcd(-10**40, 15), math.lcm(10**30, 12))

zero = Fraction(0)
for wrong in (
    lambda: Fraction(3, 2) / 0,
    lambda: 1 / zero,
    lambda: Fraction(3, 2) // 0,
    lambda: Fraction(3, 2) % 0,
    lambda: zero**-1,
    lambda: divmod(Fraction(1, 3), 0),
    lambda: 2.0 % zero,
    lambda: 1j / zero,
    lambda: Fraction(1, 2) // 1j,
):
    try:
        wrong()
    except (ZeroDivisionError, TypeError):
        traceback.print_exc()
