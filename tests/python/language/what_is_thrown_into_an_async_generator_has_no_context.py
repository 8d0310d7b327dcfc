import asyncio


async def gen(handles=False):
    try:
        if handles:
            try:
                raise IndexError('own')
            except IndexError:
                yield 1
        yield 1
    except KeyError as e:
        print(repr(e.__context__))
        try:
            raise LookupError('new')
        except LookupError as new:
            print(repr(new.__context__))
        yield 2


async def main():
    for handles in False, True:
        g = gen(handles)
        await anext(g)
        try:
            1 / 0
        except ZeroDivisionError:
            print(await g.athrow(KeyError('t')))
        g = gen(handles)
        await anext(g)
        try:
            1 / 0
        except ZeroDivisionError:
            try:
                g.asend(None).throw(KeyError('t'))
            except StopIteration as e:
                print(e.value)
        g = gen(handles)
        await anext(g)
        try:
            try:
                1 / 0
            except ZeroDivisionError:
                await g.athrow(ValueError('out'))
        except ValueError as e:
            print(repr(e.__context__))
        try:
            try:
                raise TypeError('after')
            except TypeError:
                raise ValueError('last')
        except ValueError as e:
            print(repr(e.__context__))


asyncio.run(main())
