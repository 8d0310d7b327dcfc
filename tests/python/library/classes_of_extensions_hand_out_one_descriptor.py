# recorded by hand: the oracle's dates are those that are written in Python
import datetime
import decimal
import io
import re


class Moment(datetime.datetime):
    pass


def told(what, *args):
    try:
        print(what(*args))
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


for method in (datetime.datetime.strftime, decimal.Decimal.sqrt, io.StringIO.read, re.Match.group, datetime.date.__add__):
    print(type(method).__name__, method, method.__name__, method.__qualname__, method.__objclass__.__name__)
print(datetime.datetime.strftime is datetime.date.strftime, Moment.strftime is datetime.date.strftime)
print(Moment.isoformat is datetime.datetime.isoformat, datetime.date.isoformat is datetime.datetime.isoformat)
told(lambda: list(map(datetime.date.isoformat, [datetime.date(2020, 1, 2), Moment(2020, 1, 2, 3)])))
told(lambda: list(map(datetime.date.isoformat, ['2020-01-02'])))
told(lambda: sorted([3, 4], key=decimal.Decimal.sqrt))
told(lambda: [decimal.Decimal.sqrt for _ in range(2)][1](decimal.Decimal(9)))
told(getattr(io.StringIO, 'write'), io.BytesIO(), 'x')
told(getattr(io.StringIO, 'write'))
told(io.StringIO.read.__get__(io.StringIO('bound')))
write = io.StringIO.write
told(write, io.StringIO(), 'four')
told(lambda: write.__code__)


class Text(io.StringIO):
    say = io.StringIO.write


text = Text()
print(text.say('said'), text.getvalue(), callable(write), {write: 'found'}[io.StringIO.write])
