# f_lasti and tb_lasti are offsets in CPython's instructions: behind its yield a generator waits, before its start behind
# what made it; tracebacks can be made of them.
import sys
import traceback
import types


def gen(n):
    yield n
    name = 'x' * n
    got = yield name
    yield from [got, n]
    return 'done'


def closed(n):
    return (i + n for i in range(n))


class Once:
    def __await__(self):
        return (yield 5)


async def outer():
    return await inner()


async def inner():
    return await Once()


async def agen():
    yield 1


generator = gen(2)
print(generator.gi_frame.f_lasti)
for value in generator:
    print(value, generator.gi_frame.f_lasti)
expression, asynchronous = closed(3), agen()
print(generator.gi_frame, expression.gi_frame.f_lasti, asynchronous.ag_frame.f_lasti)
coroutine = outer()
print(coroutine.cr_frame.f_lasti, coroutine.send(None), coroutine.cr_frame.f_lasti, coroutine.cr_await.cr_frame.f_lasti)
coroutine.close()


def running():
    return sys._getframe().f_lasti, sys._getframe(1).f_lasti


def place(code, lasti):
    return list(code.co_positions())[lasti // 2]


def fails(a):
    b = [a]
    return [b
            .x, 1 / 0]


print(running())
try:
    fails(1)
except AttributeError as error:
    tb = error.__traceback__.tb_next
    print(tb.tb_lasti, place(tb.tb_frame.f_code, tb.tb_lasti))
    again = types.TracebackType(None, tb.tb_frame, tb.tb_lasti, tb.tb_lineno)
    print(again.tb_lasti == tb.tb_lasti, traceback.format_tb(again) == traceback.format_tb(tb))
frame = sys._getframe()
print(traceback.format_tb(types.TracebackType(None, frame, frame.f_lasti, frame.f_lineno))[0].count('^') > 0)
