# f_lasti and tb_lasti count as co_positions() does: the place in the source where a frame stands.
import sys


def place(code, lasti):
    return list(code.co_positions())[lasti // 2]


def gen():
    yield 1
    x = yield 2


def running():
    return place(sys._getframe().f_code, sys._getframe(
    ).f_lasti)


def fails(a):
    b = [a]
    return b.x + \
        1


generator = gen()
for value in generator:
    print(place(generator.gi_code, generator.gi_frame.f_lasti))
print(running())
try:
    fails(1)
except AttributeError as error:
    tb = error.__traceback__.tb_next
    print(place(tb.tb_frame.f_code, tb.tb_lasti))
