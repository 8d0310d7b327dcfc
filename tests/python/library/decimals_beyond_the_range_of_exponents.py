# What is too large or too small for a context, its signals, powers by squaring, and formats that are refused.
import decimal
from decimal import Context, Decimal, getcontext, localcontext


def show(work):
    with localcontext() as context:
        context.clear_flags()
        try:
            shown = work()
        except decimal.DecimalException as exc:
            shown = f'{type(exc).__name__}: {exc}'
        except (ValueError, TypeError) as exc:
            shown = f'{type(exc).__name__}: {exc}'
        print(shown, [signal.__name__ for signal, on in context.flags.items() if on])


show(lambda: Decimal('-4e30').exp())
show(lambda: Decimal('4e30').exp())
show(lambda: Decimal('1E-999999') / 7)
show(lambda: Decimal('1E-999999') * Decimal('1E-999999'))
show(lambda: Decimal('9E999999') * 10)
show(lambda: Decimal(0).next_plus())
show(lambda: Decimal('Infinity').next_minus())
show(lambda: Decimal('-Infinity').next_plus())
show(lambda: Decimal('Infinity').next_toward(Decimal(1)))
show(lambda: divmod(Decimal(7), Decimal(0)))
show(lambda: divmod(Decimal(0), Decimal(0)))
show(lambda: Decimal('Infinity').fma(2, 3))
show(lambda: Decimal('NaN').remainder_near(3))
for rounding in (decimal.ROUND_DOWN, decimal.ROUND_FLOOR, decimal.ROUND_CEILING, decimal.ROUND_05UP, decimal.ROUND_HALF_UP):
    with localcontext(Context(prec=3, rounding=rounding, Emax=5, Emin=-5, traps=[])) as small:
        print(rounding, Decimal(99999) * 11, Decimal(-99999) * 11, Decimal('1e-5') / 3, Decimal('-1e-7') / 3,
              [signal.__name__ for signal, on in small.flags.items() if on])
with localcontext(Context(prec=4, traps=[decimal.Inexact, decimal.Rounded, decimal.Underflow], Emin=-3)):
    for work in (lambda: Decimal(1) / 3, lambda: Decimal('1.0') * Decimal('1.00000'), lambda: Decimal('1e-3') / 3):
        try:
            print(work())
        except decimal.DecimalException as exc:
            print(type(exc).__name__, exc)

for base, power in ('74.0000000000000000000000711', 65972), ('1.5', -3), ('3', 100), ('0.99', 10 ** 9), ('1.000', 7), ('-2', 63):
    print(Decimal(base) ** power, Context(prec=5).power(Decimal(base), power))

for value in Decimal('-163e19'), Decimal('NaN'), Decimal('1234.5'):
    for spec in '*=0%', '<-012f', '0=19,e', '0>+z0g', '012,', '00', ',n', '=-z#17.3f', 'z,n', '_f':
        try:
            print(repr(spec), format(value, spec))
        except ValueError as exc:
            print(repr(spec), exc)
