# A coroutine or generator is closed though what it waits for has been closed before it, or has ended.
import types


@types.coroutine
def trap():
    try:
        yield 'waiting'
    finally:
        print('trap ends')


async def inner():
    await trap()


async def outer(waits_for):
    try:
        return await waits_for
    except BaseException as exc:
        print('outer gets', repr(exc))
        raise


def numbers():
    try:
        yield 1
    finally:
        print('numbers end')


def all_of(waits_for):
    try:
        yield from waits_for
    except BaseException as exc:
        print('all_of gets', repr(exc))
        raise


for within, around in (inner, outer), (numbers, all_of):
    for end in 'close', 'send':
        for does in 'close', 'throw', 'send', 'drop':
            print(f'-- {around.__name__}: {end}, {does}')
            first = within()
            second = around(first)
            second.send(None)
            try:
                first.close() if end == 'close' else first.send(None)
            except StopIteration:
                pass
            try:
                if does == 'close':
                    second.close()
                elif does == 'throw':
                    second.throw(ValueError('thrown'))
                elif does == 'send':
                    second.send(None)
            except BaseException as exc:
                print(repr(exc))
            del second
