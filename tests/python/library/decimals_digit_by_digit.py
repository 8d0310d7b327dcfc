"""Operations of decimal digit by digit, orders of all numbers, contexts that take no text, subclasses of Decimal."""
from decimal import *
import pickle, decimal
def r(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
D = Decimal
a, b = D('1010'), D('1100')
r(lambda: (a.logical_and(b), a.logical_or(b), a.logical_xor(b), a.logical_invert())); r(lambda: D(2).logical_and(1)); r(lambda: D('-1').logical_or(1))
c = Context(prec=5)
r(lambda: (c.logical_and(101, 110), c.logical_invert(1), c.rotate(12345, 2), c.shift(12345, -2), c.rotate(D('123'), -1), c.max_mag(-3, 2), c.min_mag(-3, 2), c.next_toward(1, 2), c.compare_total(D('1.0'), D(1)), c.compare_total_mag(-3, 2), c.radix(), c.scaleb(D('1.5'), 3)))
r(lambda: (D('1.0').compare_total(D('1.00')), D('-1.0').compare_total(D('-1.00')), D('NaN').compare_total(1), D('-NaN').compare_total(1), D('sNaN').compare_total(D('NaN')), D('NaN12').compare_total(D('NaN2')), D('Infinity').compare_total(D(3)), D('-0').compare_total(D(0))))
r(lambda: D(1).compare_signal(2)); r(lambda: D('NaN').compare_signal(2)); r(lambda: (D('NaN').max(2), D(1).min(D('NaN')), D('1.0').max(D('1.00')), D('1.0').min(D('1.00')), D(-2).max_mag(2)))
r(lambda: c.add('1', 2)); r(lambda: c.sqrt('4')); r(lambda: c.power('2', 3)); r(lambda: c.quantize(D('1.234'), '0.1')); r(lambda: D('0.25') == 0.25+0j); r(lambda: D(1) == 1+1j); r(lambda: D((0, (1, 2), 'n'))); r(lambda: D((1, (), 'F')))
r(lambda: pickle.loads(pickle.dumps(Context(prec=3, traps=[Inexact], flags=[Rounded])))); r(lambda: D(1).shift(100)); r(lambda: D(1).rotate('x')); r(lambda: D('1.5').scaleb(D('1.1')))
class My(Decimal):
    def __new__(cls, v, *a): self = super().__new__(cls, v); self.x = 'made'; return self
r(lambda: (My.from_float(0.5).x, My('1.5').x, type(My(1) + 1)))
r(lambda: D.from_float('1')); r(lambda: decimal.MIN_ETINY); r(lambda: (D('1').next_toward(0)))
r(lambda: (format(D('0.0e-7'), '.3e'), format(D('0e-15'), '.6e'), format(D('0'), 'e'), f"{D('1234.5'):,.1f}", f"{D('1E+5'):f}"))
