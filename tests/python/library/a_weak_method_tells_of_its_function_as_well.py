"""`WeakMethod` calls back once, whether the object or the function is gone first; formats of fractions with odd zeros."""
import weakref
from fractions import Fraction


class Handler:
    def handle(self):
        return 'handled'


def told(reference):
    print('gone', reference is method, reference())


handler = Handler()
method = weakref.WeakMethod(getattr(handler, 'handle'), told)
del Handler.handle
print('deleted')
del handler

Handler.handle = lambda self: 'again'
handler = Handler()
method = weakref.WeakMethod(getattr(handler, 'handle'), told)
del handler
quiet = weakref.WeakMethod(Handler().handle)
print(quiet())

for spec in '006f', '.010f', '.0f', '06f', '00f', '.02e', '010.2f', '0.3f':
    try:
        print(spec, format(Fraction(2, 3), spec))
    except ValueError as error:
        print(error)
