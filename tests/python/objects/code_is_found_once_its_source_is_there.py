# What was not known of code whose source was missing is known as soon as linecache has it.
import linecache
import sys

source = 'def f(a):\n    return [a.b,\n            a]\n'
names = {}
exec(compile(source, 'made.py', 'exec'), names)
code = names['f'].__code__


def lasti():
    try:
        names['f'](1)
    except AttributeError as error:
        tb = error.__traceback__.tb_next
        return tb.tb_lineno, list(tb.tb_frame.f_code.co_positions())[tb.tb_lasti // 2]


lasti()
code.co_code, code.co_linetable
linecache.cache['made.py'] = len(source), None, source.splitlines(True), 'made.py'
print(lasti(), len(code.co_code), code.co_linetable, code.co_stacksize)
