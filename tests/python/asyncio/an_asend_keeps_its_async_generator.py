# What asend(), athrow() and aclose() give keeps its async generator for as long as it is there itself.
import gc


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print('fin', name)


def step(awaitable):
    try:
        awaitable.send(None)
    except (StopIteration, StopAsyncIteration) as exc:
        print(type(exc).__name__, exc)


for begin in (lambda g: g.asend(None), lambda g: g.__anext__(), lambda g: g.aclose()):
    made = numbers('a')
    awaitable = begin(made)
    step(awaitable)
    del made
    print('before')
    del awaitable
    print('after')

made = numbers('b')
step(made.asend(None))
awaitable = made.asend(None)
print('not begun')
del made
print('before')
awaitable.close()
del awaitable
print('after')

made = numbers('c')
step(made.__anext__())
thrown = made.athrow(ValueError('x'))
try:
    thrown.send(None)
except ValueError as exc:
    print('raised', exc)
del made
print('before')
del thrown
print('after')


class Node:
    pass


node = Node()
node.made = numbers('d')
node.awaitable = node.made.asend(None)
step(node.awaitable)
del node
print('collect')
gc.collect()
print('collected')
