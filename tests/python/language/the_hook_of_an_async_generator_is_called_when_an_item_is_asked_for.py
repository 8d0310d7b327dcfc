"""The first-iteration hook hears of an async generator when an awaitable is made, not when that is awaited; what is thrown
into an awaitable of a generator that has ended goes on as it is."""
import sys


def first(generator):
    print("first", generator.__name__)


sys.set_asyncgen_hooks(first, None)


async def items():
    yield 1


def step(method, *args):
    try:
        print(method.__name__, method(*args))
    except BaseException as e:
        print(method.__name__, "raises", repr(e))


for ask in "__anext__", "asend", "aclose", "athrow":
    generator = items()
    args = {"asend": [None], "athrow": [ValueError("thrown")]}.get(ask, [])
    print("ask", ask)
    awaitable = getattr(generator, ask)(*args)
    print("asked")
    step(awaitable.send, None)


def failing(generator):
    raise LookupError("hook")


sys.set_asyncgen_hooks(failing, None)
try:
    items().asend(None)
except LookupError as e:
    print(repr(e))
sys.set_asyncgen_hooks(None, None)

for ask in "aclose", "athrow":
    for end in "throw", "close":
        generator = items()
        step(generator.aclose().send, None)
        awaitable = getattr(generator, ask)(*[KeyError("given")] * (ask == "athrow"))
        step(getattr(awaitable, end), *[ValueError("thrown")] * (end == "throw"))
