# Decimals, fractions, floats and ints in one order, however far apart; a fraction equals a complex without imaginary part.
from decimal import Decimal
from fractions import Fraction

values = [
    float("-inf"), Decimal("-1e425000000"), Decimal("-1e424999999"), -1e308, Fraction(-22, 7), -3.14, -2,
    Decimal("-1e-425000000"), 0.0, Decimal("1e-425000000"), 1e-320, True, Fraction("1.2"), Decimal("1.3"), 1.4,
    Fraction(275807, 195025), Decimal("1.414213562373095048801688724"), Fraction(114243, 80782), 7e200,
    Decimal("1e400"), Decimal("1.5e400"), Decimal("Infinity"),
]
wrong = [
    (first, second)
    for at, first in enumerate(values)
    for second in values[at + 1 :]
    if not (first < second and first <= second and second > first and second >= first and first != second)
]
print(len(values), wrong)
print(Decimal("1e5000") == Decimal(10) ** 5000, Decimal("1e2000") == 10**2000, Decimal("0e9999") == Decimal("0e-9999"))
print(Decimal("0e9999") < Decimal("1e-9999"), Decimal("0") > Decimal("-1e-9999"), Decimal("-0e5000") == 0)
print(Fraction(1, 2) == 0.5 + 0j, 1 + 0j == Fraction(1), Fraction(1, 3) == 1 / 3 + 0j, Fraction(1) == 1 + 1j)
print(Decimal("0.5") == Fraction(1, 2), Decimal("Infinity") > Fraction(1, 2), Decimal("NaN") == Fraction(1, 2))
for a, b in ("1e425000", "1"), ("1e425000", "-1"), ("-7.5e9999", "2e-9999"), ("1", "1e-99999"), ("0", "1e-99999"), ("3e99999", "0"), ("0e99999", "0"), ("4e425000000", "0e-5000"), ("0e425000000", "0e3"), ("0e425000000", "-7"):
    print(Decimal(a) + Decimal(b), Decimal(a) - Decimal(b), Decimal(b) - Decimal(a))
