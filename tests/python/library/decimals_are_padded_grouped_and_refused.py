"""Decimals in format specifications: zeros with separators, what goes twice is refused; and wrong arguments of their methods."""
from decimal import Context, Decimal, InvalidOperation, getcontext
import decimal

for spec in ('08,', '+08,', ' 08,', '09,', '011,', '012,.2f', '08,.1f', '0=12,', '*^12,', '<012', '=08', '008', '0>8', ',n',
             '012n', 'z.1f', '+z', 'z08,', '+z8', '012', '08', '0=8', '8,e', '.3', ',.2%', '-=+9,', 'x', ',_'):
    for number in ('1234567', '-123456', '1234.5', '-0.01', '-Infinity', 'NaN', '5E+3'):
        try:
            print(repr(spec), number, repr(format(Decimal(number), spec)))
        except ValueError as exc:
            print(repr(spec), number, exc)
for context in (getcontext(), Context(traps=[InvalidOperation]), Context(traps=[])):
    decimal.setcontext(context)
    try:
        print(divmod(Decimal(7), 0))
    except ArithmeticError as exc:
        print(type(exc).__name__, exc)
decimal.setcontext(decimal.DefaultContext)
five, context = Decimal(5), Context()
for call in (lambda: five.quantize(Decimal(1), 'x'), lambda: five.quantize(Decimal(1), rounding=3),
             lambda: five.quantize(), lambda: five.to_integral_value(rounding='x'), lambda: five.exp(1),
             lambda: five.sqrt(1), lambda: five.sqrt(1, 2), lambda: five.copy_abs(1), lambda: five.fma(1),
             lambda: five.to_eng_string(1), lambda: context.divide(1), lambda: context.sqrt(),
             lambda: context.exp(1, 2), lambda: context.compare(1), lambda: context.canonical(1),
             lambda: context.power(2, 3), lambda: context.fma(2, 3, 4), lambda: context.max(2, Decimal('2.5')),
             lambda: context.to_sci_string(5), lambda: context.plus('5'), lambda: Context(foo=1),
             lambda: Decimal('10e99999').quantize(Decimal('1e100000'), context=Context(Emax=99999, Emin=-99999))):
    try:
        print(call())
    except (TypeError, ArithmeticError) as exc:
        print(type(exc).__name__, exc)
