"""At the highest precision a quotient that ends is exact; one that does not has no room."""
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, setcontext

setcontext(Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN))
print(Decimal(2) ** 256 / 128, Decimal(1) / 128, Decimal(7) / Decimal("0.0625"), Decimal("1e-5") / Decimal(2) ** 70)
print(Decimal(6) / 3, Decimal("1.50") / Decimal("0.5"), Decimal(10) / Decimal(5) ** 20)
for a, b in [(1, 3), (22, 7)]:
    try:
        print(Decimal(a) / b)
    except MemoryError as error:
        print(repr(error))
