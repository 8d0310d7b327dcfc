# recorded by hand: datetime is a text in Python under the virtual clock
"""Class methods of extension types are built-in methods of a type object; those of Python's own classes are bound methods."""
import datetime
import decimal
import itertools
import re


class Own(datetime.date):
    @classmethod
    def mine(cls):
        return cls(2020, 1, 1)


def shown(value):
    print(re.sub('0x[0-9a-f]+', '0x', repr(value)))


shown(datetime.datetime.now)
shown(datetime.date.today)
shown(datetime.date.fromisoformat)
shown(Own.today)
shown(Own.mine)
shown(decimal.Decimal.from_float)
shown(itertools.chain.from_iterable)
shown(dict.fromkeys)
shown(datetime.date(2020, 1, 1).isoformat)
print(datetime.datetime.now == datetime.datetime.now, datetime.date.fromisoformat('2020-02-03'))
