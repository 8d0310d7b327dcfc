import asyncio
import typing


def attempt(function, *args):
    try:
        print(function(*args))
    except TypeError as e:
        print(e)


for cls in (typing.Iterable[int], typing.Callable, typing.Sequence, typing.List, typing.List[int], typing.Deque[int],
            typing.SupportsAbs, typing.Union[int, str], typing.ContextManager, typing.Type[int]):
    attempt(cls)
    attempt(cls, 1)


class Own(asyncio.Protocol):
    pass


class Passing(asyncio.Protocol):
    def __new__(cls, *args):
        return super().__new__(cls, *args)


class Initialized(asyncio.AbstractServer):
    def __init__(self):
        super().__init__(1)


for cls in asyncio.Protocol, asyncio.DatagramProtocol, Own, Passing, asyncio.AbstractEventLoop, asyncio.AbstractServer:
    attempt(cls, 1)
attempt(Initialized)
