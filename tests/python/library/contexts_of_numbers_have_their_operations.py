"""A decimal context has the operations of numbers, done by its precision."""
from decimal import Context, Decimal as D

short = Context(prec=3)
print(short.abs(D("-1.2345")), short.minus(D("1.2345")), short.plus(D("9.999")), short.divmod(D(7), 2))
print(short.compare(1, 2), short.max(D(3), 4), short.min(D(3), 4), short.fma(D(2), 3, 4), short.copy_sign(D(1), D(-2)))
print(short.is_zero(0), short.is_nan(D("NaN")), short.is_finite(1), short.is_signed(-1), short.number_class(D(-1)))
print(short.to_integral_value(D("2.5")), short.to_sci_string(D("1E+9")), short.to_eng_string(D("1E+10")))
print(short.create_decimal_from_float(1 / 3), short.scaleb(D(1), 2), short.remainder_near(D(7), 4), short.same_quantum(1, 2))
print(short.next_plus(D(1)), short.next_minus(D(1)), short.logb(D(250)), short.radix(1) if False else "")
for action in (lambda: short.abs("x"), lambda: short.compare(1, "x")):
    try:
        print(action())
    except TypeError as e:
        print(e)
