# recorded by hand: the oracle's clock puts a class written in Python in datetime's place
"""strptime takes two arguments by position; a day that is not is refused where calendar asks for it."""
import calendar
import traceback
from datetime import datetime

for call in (lambda: datetime.strptime('2020'), lambda: datetime.strptime(), lambda: datetime.strptime(1, 2, 3),
             lambda: datetime.strptime('x', format='y'), lambda: datetime.strptime(5, '%Y')):
    try:
        call()
    except TypeError as error:
        print(error)
print(datetime.strptime('2020-02', '%Y-%m'))
try:
    calendar.weekday(2023, 2, 29)
except ValueError:
    print(*traceback.format_exc().splitlines()[3:], sep='\n')
