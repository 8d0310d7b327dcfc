# The instruction at which a generator waits, a frame runs, or an exception was raised.
import dis
import sys


def gen(a):
    b = a + 1
    yield b
    yield from [b, 2]


class Ready:
    def __await__(self):
        yield 1


async def coroutine():
    await Ready()


generator = gen(1)
dis.disassemble(generator.gi_code, generator.gi_frame.f_lasti)
for value in generator:
    print(value)
    dis.disassemble(generator.gi_code, generator.gi_frame.f_lasti)
waiting = coroutine()
waiting.send(None)
print(dis.Bytecode(coroutine, current_offset=waiting.cr_frame.f_lasti).dis())
waiting.close()


def running():
    frame = sys._getframe()
    dis.disassemble(frame.f_code, frame.f_lasti)


def loops(things):
    for thing in things:
        thing.value += 1


def calls(function, n):
    for result in function(n):
        return result


def later(n):
    yield from ()
    n / 0


async def fails():
    raise ValueError


async def awaits():
    await fails()


def manages(thing):
    with thing as inner:
        pass


def unknown():
    missing += 1


def compares(a):
    return f"{a:z}" < 1, max(a, key=3)


running()
for function, *args in ((loops, 1), (loops, "x"), (calls, len, 1), (calls, later, 1), (manages, 1), (unknown,), (compares, 1),
                        (compares, "x"), (awaits().send, None)):
    try:
        function(*args)
    except Exception as error:
        tb = error.__traceback__.tb_next
        while tb:
            dis.distb(tb)
            tb = tb.tb_next
