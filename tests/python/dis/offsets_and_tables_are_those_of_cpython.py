# What a code object tells of its instructions is what CPython makes of the source: bytes, lines, places, handlers, room.
import warnings


def plain(a, b=1):
    c = a + b
    for i in range(c):
        if i % 2:
            continue
        print(i, end=' ')
    return [c, a]


def closes(n):
    def gen():
        for i in range(n):
            try:
                x = yield i
            except ValueError:
                yield -1
            finally:
                n
    return gen


class Manager:
    async def go(self):
        async with self:
            pass

    async def __aenter__(self):
        return await self.go()


def long(x):
    return (x +
            1, x[
        0], x.a_name_that_makes_the_line_so_long_that_its_columns_need_more_than_seven_bits_each, x.another_such_name, f"{x!r:>{10}}")


class Slots:
    __slots__ = 'a', 'b'


warnings.simplefilter('ignore')
for function in plain, closes, closes(1), Manager.go, Manager.__aenter__, long:
    code = function.__code__
    print(code.co_qualname, len(code.co_code), code.co_stacksize, code.co_code.hex())
    print(code.co_linetable.hex(), code.co_exceptiontable.hex(), code.co_lnotab.hex())
    print(list(code.co_lines()))
    print(list(code.co_positions()))
code = plain.__code__
print(code.replace(co_code=code.co_code, co_stacksize=code.co_stacksize, co_linetable=code.co_linetable) == code)
