"""Decimals below the smallest exponent, powers with a modulus, operations in a context that is given; near complex numbers."""
from decimal import *
import cmath
def show(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
D = Decimal
c = Context(prec=5, Emin=-3, Emax=99)
for x in ('0.01', '1E-5', '0', '-1E-4', 'inf', 'nan', '1E-3'):
    print(D(x).is_normal(c), D(x).is_subnormal(c), c.is_normal(D(x)), D(x).number_class(c), c.number_class(D(x)))
show(lambda: c.create_decimal(' 3.14'))
show(lambda: ExtendedContext.create_decimal('3.14\n'))
show(lambda: c.create_decimal('1_000'))
for a, b in (('9.99', '1.5'), ('-9.99', '1.5'), ('10', '6'), ('1', '0'), ('0', '0'), ('3.5', '1'), ('2.5', '1'), ('1E+30', '7'), ('inf', '2'), ('2', 'inf'), ('nan', '1'), ('1E+3', '0.3')):
    show(lambda: D(a).remainder_near(D(b))); show(lambda: D(a).remainder_near(D(b), context=Context(prec=2))); show(lambda: c.remainder_near(D(a), D(b)))
show(lambda: D('1.234').fma(D('5.678'), D('0.1'), context=Context(prec=3)))
show(lambda: D('inf').fma(D(0), 'x'))
show(lambda: D('inf').fma(0, 1))
for a, b, m in ((-3, 3, 5), (3, 3, -5), (-3, 2, 5), (2, -1, 5), (0, 0, 5), (2, 3, 0), ('2.5', 2, 5), (2, 10, '1E+40'), ('nan', 1, 2), (-5, 1, 5), ('2E+3', 3, 17)):
    show(lambda: pow(D(a), D(b), D(m)))
    show(lambda: Context(prec=28).power(D(a), D(b), D(m)))
show(lambda: pow(D(1), 2, '3'))
with localcontext() as x:
    x.traps[Inexact] = True
    show(lambda: D('999.9').to_integral_exact(ROUND_UP))
    show(lambda: D('999.9').to_integral_value())
    show(lambda: D('999.0').to_integral_exact())
    print([s.__name__ for s, on in x.flags.items() if on])
inf, nan = float('inf'), float('nan')
for a, b in ((inf, complex(nan, inf)), (inf, -inf), (inf, inf), (complex(inf, 1), complex(inf, 2)), (nan, nan), (1, 1+1e-10j)):
    print(cmath.isclose(a, b), cmath.isclose(a, b, abs_tol=inf))
