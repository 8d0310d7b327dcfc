import linecache
import sys
import traceback
import types


def fail():
    1 / 0


try:
    fail()
except ZeroDivisionError as e:
    real = e.__traceback__

made = types.TracebackType(None, real.tb_frame, real.tb_lasti, real.tb_lineno)
print(type(made).__name__, made.tb_next, made.tb_lineno == real.tb_lineno, made.tb_frame is real.tb_frame)
outer = types.TracebackType(made, real.tb_frame, real.tb_lasti, 999)
print(outer.tb_next is made, outer.tb_lineno)
print(''.join(traceback.format_tb(made)).replace(__file__, 'FILE'))
for wrong in (1, real.tb_frame, 0, 1), (None, 2, 0, 1), (None, real.tb_frame, 'a', 1):
    try:
        types.TracebackType(*wrong)
    except TypeError as e:
        print(e)

try:
    traceback.print_last()
except ValueError as e:
    print(e)
sys.last_exc = KeyError('last')


class Loader:
    def get_source(self, name):
        return f'first of {name}\nsecond\n'


names = {'__name__': 'a.b', '__loader__': Loader()}
print(linecache.lazycache('made/up.py', names), linecache.lazycache('<made>', names), linecache.lazycache('x', {}))
print(linecache.getlines('made/up.py'), linecache.getline('other/up.py', 2, names))
print(linecache.getlines('nothing.py'), linecache.getlines('<made>', names))

entry = traceback.FrameSummary('made/up.py', 2, 'f', lookup_line=False)
print(entry.line, traceback.FrameSummary('made/up.py', None, 'f').line)


class Unwilling(Exception):
    def __getattr__(self, name):
        if name == '__notes__':
            raise ValueError('no notes')
        raise AttributeError(name)


print(''.join(traceback.TracebackException.from_exception(Unwilling('x')).format()))

for rest in ({'value': ValueError()}, {'tb': None}):
    try:
        traceback.format_exception(ValueError(), **rest)
    except ValueError as error:
        print(error)
