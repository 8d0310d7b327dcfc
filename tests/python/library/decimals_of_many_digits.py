"""Decimals of more digits than a machine word has, in contexts of many precisions and roundings."""
import hashlib
import random
from decimal import *

rnd = random.Random(5)
def num():
    k = rnd.choice((3, 20, 28, 40, 60))
    n = rnd.randrange(10**k); return Decimal(f"{rnd.choice(['', '-'])}{n}") .scaleb(-rnd.randrange(0, k + 3)) if rnd.random() < .9 else Decimal(rnd.choice(('0', '-0', '0.00', '1E+5', '1E-30')))
for prec in (5, 28, 50, 100):
    for rounding in (ROUND_HALF_EVEN, ROUND_UP, ROUND_DOWN, ROUND_FLOOR, ROUND_CEILING, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_05UP):
        getcontext().prec, getcontext().rounding = prec, rounding
        all = []
        for _ in range(25):
            x, y = num(), num(); getcontext().clear_flags()
            r = [x + y, x - y, x * y, x < y, x == y, -x, abs(x), +x, x > y, bool(x), str(x)]
            try: r.append(x / y)
            except Exception as e: r.append(type(e).__name__)
            try: r.append(x.quantize(Decimal('0.0001')))
            except Exception as e: r.append(type(e).__name__)
            r.append(3 * x); r.append(x * 10**30); r.append(10**40 - x)
            all.append(' '.join(map(str, r)) + str([f.__name__ for f, v in getcontext().flags.items() if v]))
        print(prec, rounding, hashlib.md5('\n'.join(all).encode()).hexdigest(), all[-1])
getcontext().prec = 70
for n in ('2', '9', '0.25', '1E+7', '7E-9', '1' * 80):
    getcontext().clear_flags()
    print(Decimal(n).sqrt(), [f.__name__ for f, v in getcontext().flags.items() if v])
print(Decimal('1' * 100), Decimal('.'+'3'*80), Decimal(10**70), Decimal('1.'), hash(Decimal('1'*50)), f"{Decimal('1'*50):.2f}")
for t in ('.', '', '-', '1.2.3', '1_0', ' 12 ', '1e5', 'nan'):
    try: print(Decimal(t))
    except Exception as e: print(type(e).__name__, e)
