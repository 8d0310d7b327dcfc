"""What Fraction and date take: digits in groups, floats and decimals by their own methods, no None for a time."""
import datetime
from decimal import Decimal
from fractions import Fraction


def shown(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('1_000/2_0', '1__0', '1_', '_1', '1e+5', '1e+-5', '1e_5', '-1_0.2_5', '1/2_', '.5', '1.', '1e'):
    shown(Fraction, text)
for value in (0.5, 3, 3 + 4j, '1', Decimal('0.25')):
    shown(Fraction.from_float, value)
    shown(Fraction.from_decimal, value)
for value in (None, 'a', 86400, 86400.5, True):
    shown(datetime.date.fromtimestamp, value)
