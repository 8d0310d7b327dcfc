# Warnings and syntax errors within examples have their lines; a number before letters that are not ASCII is an error only.
import doctest
import sys
import traceback
from concurrent.futures import ThreadPoolExecutor


async def fetch():
    """
    >>> def forget():
    ...     fetch()
    ...     return 1
    >>> forget()
    1
    >>> forget(（1)
    2
    """


doctest.testmod()
for text in '1if 1 else（2', 'print(2番", 2)', '0x1for', '2番目':
    try:
        compile(text, 'text', 'exec')
    except SyntaxError as error:
        print(error)
try:
    ThreadPoolExecutor('2')
except TypeError:
    traceback.print_exc(file=sys.stdout)
