# name and obj of AttributeErrors: of what was deleted, and of a property without a getter.
import math


class Plain:
    pass


class Hooked(Plain):
    def __delattr__(self, name):
        super().__delattr__(name)


class Numbers(list):
    pass


class Properties:
    closed = property()
    written = property(fset=lambda self, value: None)


def attempt(action):
    try:
        action()
    except AttributeError as e:
        print(repr(e), e.name, type(e.obj).__name__)


plain = Plain()
plain.other = 1
for obj in (plain, Plain, Hooked(), Numbers(), math, len, Exception(), lambda: 0):
    attempt(lambda: delattr(obj, 'othr'))
attempt(lambda: object.__delattr__(plain, 'othr'))
for name in ('closed', 'written', 'writen'):
    attempt(lambda: getattr(Properties(), name))
attempt(lambda: setattr(Properties(), 'closed', 1))
attempt(lambda: delattr(Properties(), 'written'))
try:
    Properties().closed
except AttributeError as e:
    print(e.name, e.obj.__class__)
del plain.othr
