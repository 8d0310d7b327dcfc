"""What the standard library's Python raises shows CPython's frames and lines."""
import asyncio
import collections
import contextlib
import copy
import dataclasses
import datetime
import enum
import functools
import ipaddress
import os
import pathlib
import statistics
import string
import textwrap
import threading
import traceback
import typing
import uuid
import weakref


@dataclasses.dataclass(frozen=True, order=True)
class Point:
    x: object
    y: object = 0

    def __post_init__(self):
        if self.x is None:
            raise ValueError("no x")


class Colour(enum.Enum):
    RED = 1


class Locked:
    def __init__(self):
        self.locks = [threading.Lock()]

    @functools.cached_property
    def cached(self):
        return self.missing

    @functools.singledispatchmethod
    def show(self, value):
        raise NotImplementedError(type(value))


@functools.singledispatch
def show(value):
    raise NotImplementedError(type(value))


def mutable():
    @dataclasses.dataclass
    class Wrong:
        names: list = []


def misplaced():
    @dataclasses.dataclass
    class Wrong:
        first: int = 0
        second: str


class Runs(typing.Protocol):
    def run(self): ...


class Fails:
    async def __aenter__(self):
        raise OSError("cannot enter")

    async def __aexit__(self, *exc):
        pass


async def enter():
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(Fails())


def frozen():
    Point(1).x = 2


def reassigned():
    Colour.RED = 2


def stopped():
    loop = asyncio.new_event_loop()
    loop.close()
    coroutine = enter()
    try:
        asyncio.run_coroutine_threadsafe(coroutine, loop)
    finally:
        coroutine.close()


def listening():
    loop = asyncio.new_event_loop()
    try:
        loop.add_signal_handler(9, print)
    finally:
        loop.close()


CASES = [
    lambda: pathlib.Path("missing.txt").read_text(),
    lambda: pathlib.Path("/missing/file").write_text("text"),
    lambda: pathlib.Path("missing").open(),
    lambda: pathlib.Path("missing").read_bytes(),
    lambda: list(pathlib.Path("missing").iterdir()),
    lambda: pathlib.Path("missing").unlink(),
    lambda: pathlib.Path("/tmp").mkdir(),
    lambda: pathlib.Path("/a/b").relative_to("/c"),
    lambda: os.environ["NO_SUCH_NAME"],
    lambda: os.environ.__setitem__("NUMBER", 3),
    lambda: os.makedirs("/tmp"),
    lambda: uuid.UUID("wrong"),
    lambda: datetime.datetime.strptime("2020-13-01", "%Y-%m-%d"),
    lambda: datetime.datetime.strptime("2020-12-01 and", "%Y-%m-%d"),
    lambda: ipaddress.ip_address("1.2.3.400"),
    lambda: statistics.mean([]),
    lambda: statistics.stdev([1]),
    lambda: string.Template("$a $b").substitute(a=1),
    lambda: textwrap.wrap("text", 0),
    lambda: copy.deepcopy(Locked()),
    lambda: copy.deepcopy({"a": [threading.Lock()]}),
    lambda: Locked().cached,
    lambda: show([]),
    lambda: collections.UserDict()["key"],
    lambda: collections.ChainMap({})["key"],
    lambda: collections.namedtuple("Pair", "one class"),
    lambda: weakref.WeakValueDictionary()["key"],
    lambda: weakref.ref(ValueError()),
    lambda: Runs(),
    lambda: isinstance(3, Runs),
    lambda: isinstance([], typing.List[int]),
    lambda: dataclasses.asdict(3),
    lambda: dataclasses.replace(Point(1), z=1),
    lambda: Point(None),
    lambda: Point({}) < Point([]),
    lambda: asyncio.run(enter()),
    mutable,
    misplaced,
    frozen,
    reassigned,
    stopped,
    listening,
]
for case in CASES:
    try:
        case()
    except Exception:
        traceback.print_exc()
