# recorded by hand: the oracle's dates are those that are written in Python
import datetime
import decimal
import io
import re
import select
import struct
from collections import OrderedDict, defaultdict, deque


class Day(datetime.date):
    def isoformat(self):
        return 'day ' + datetime.date.isoformat(self)


def told(what, *args, **options):
    try:
        print(what(*args, **options))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


told(lambda: datetime.datetime.strftime('2024-01-02', '%Y'))
told(lambda: datetime.datetime.strftime('%Y'))
told(lambda: datetime.datetime.strftime())
told(lambda: datetime.datetime.timestamp())
told(lambda: datetime.datetime.date(2020, 1, 2))
told(lambda: datetime.datetime.isoformat(datetime.date(2020, 1, 1)))
told(lambda: datetime.date.isoformat(datetime.datetime(2020, 1, 1)))
told(lambda: datetime.timedelta.total_seconds(60))
told(lambda: datetime.timedelta.__add__(5, 5))
told(lambda: datetime.timedelta.__add__())
told(lambda: datetime.time.isoformat(datetime.date(2020, 1, 1)))
told(lambda: datetime.date.strftime(datetime.date(2020, 1, 1)))
told(lambda: datetime.date(2020, 1, 1).strftime())
told(lambda: datetime.date.strftime(Day(2020, 1, 1), '%d'))
told(lambda: Day(2020, 1, 1).isoformat())
told(lambda: Day.isoformat('x'))
told(lambda: datetime.date.today().isoformat() == datetime.date.isoformat(datetime.date.today()))
told(lambda: decimal.Decimal.sqrt(2))
told(lambda: decimal.Decimal.__add__(1, 2))
told(lambda: decimal.Decimal.sqrt(decimal.Decimal(4)))
told(lambda: re.Pattern.match('a', 'b'))
told(lambda: re.Match.group('a'))
told(lambda: io.StringIO.write('a', 'b'))
told(lambda: io.StringIO.read(io.BytesIO()))
told(lambda: io.BytesIO.getvalue(1))
told(lambda: defaultdict.copy({}))
told(lambda: OrderedDict.move_to_end({}, 1))
told(lambda: deque.append([], 1))
told(lambda: struct.Struct.pack('i', 1))
told(lambda: select.epoll().unregister())
for method in datetime.date.isoformat, datetime.timedelta.total_seconds:
    print(method)
