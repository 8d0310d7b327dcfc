# A copy that code.replace() makes has the instructions, places and constants of what it is a copy of, at its own lines.
import dis
import sys


def outer(a, b=2):
    def inner():
        return a + b
    total = [inner() for _ in range(2)]
    return total, sys._getframe().f_lasti


code = outer.__code__
named = code.replace(co_name='other', co_qualname='far.other')
filed = code.replace(co_filename='elsewhere.py')
moved = code.replace(co_firstlineno=code.co_firstlineno + 100)
for copy in named, filed, moved, moved.replace(co_name='again'):
    print(copy.co_name, copy.co_qualname, copy.co_code == code.co_code, copy.co_linetable == code.co_linetable,
          copy.co_exceptiontable == code.co_exceptiontable, copy.co_stacksize == code.co_stacksize,
          copy.co_consts == code.co_consts, all(a is b for a, b in zip(copy.co_consts, code.co_consts)))
print([line - code.co_firstlineno for _, _, line in code.co_lines()])
print([line - code.co_firstlineno for _, _, line in moved.co_lines()])
print([p[2:] for p in moved.co_positions()] == [p[2:] for p in code.co_positions()])

outer.__code__ = named
print(outer(1) == (lambda f: f(1))(type(outer)(code, globals(), 'outer', (2,))))
outer.__code__ = moved.replace(co_consts=tuple(5 if c == 2 else c for c in moved.co_consts))
print(outer(1), outer.__code__.co_consts[2:])


def short(x):
    return x.missing


copy = short.__code__.replace(co_name='long', co_varnames=('y',), co_names=('there',))
dis.dis(copy.replace(co_firstlineno=7))
short.__code__ = copy.replace(co_firstlineno=7)
try:
    short(3)
except AttributeError as error:
    tb = error.__traceback__.tb_next
    print(error, tb.tb_lineno, tb.tb_lasti, list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2])
