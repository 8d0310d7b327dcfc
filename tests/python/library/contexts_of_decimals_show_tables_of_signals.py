"""Flags and traps of a context, functions that round to even whatever is set, and numbers out of all bounds."""
from decimal import *

context = Context(prec=6, traps=[])
print(context.flags)
print(context.traps == dict(context.traps), context.flags.keys(), len(context.flags), Overflow in context.flags)


def tried(action):
    try:
        print(repr(action()))
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: context.flags["Overflow"])
tried(lambda: context.flags.__setitem__(3, True))
tried(lambda: context.flags.pop(Overflow))
tried(lambda: context.flags.clear())
tried(lambda: hash(context.flags))
tried(lambda: setattr(context, "flags", {Overflow: True}))
tried(lambda: setattr(context, "traps", 3))
tried(lambda: Context(traps={}))
context.flags[Subnormal] = 5
print(context, type(context.flags).__name__, context.flags is context.flags)
print(context.divide(1, 3), [signal.__name__ for signal, on in context.flags.items() if on])
print(Context(flags=context.flags, traps=dict(context.traps)).flags == context.flags)
with localcontext() as within:
    within.traps[DivisionByZero] = False
    print(Decimal(-1) / 0, within.flags[DivisionByZero], getcontext() is within)
print(getcontext().flags[DivisionByZero])

for way in ROUND_DOWN, ROUND_UP, ROUND_CEILING:
    with localcontext(prec=6, rounding=way):
        print(way, Decimal(3).exp(), Decimal(3).ln(), Decimal(3).log10(), Decimal(2).sqrt(), Decimal(2) / 3)
for text in "1e9999999999999999999", "1e999999999999999999", "0e9999999999999999999", "1e-1999999999999999998":
    tried(lambda: Decimal(text))
for clamp in 0, 1:
    narrow = Context(prec=6, Emax=999, Emin=-999, clamp=clamp)
    print([str(narrow.create_decimal(text)) for text in ("1.23e999", "1.23e996", "0e2000", "0e-3000")], narrow.flags[Clamped])
