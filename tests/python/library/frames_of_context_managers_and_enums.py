# Frames of contextlib, enum and others read as CPython's.
import contextlib
import enum
import heapq
import statistics
import subprocess
import traceback
import urllib.request


def show(call):
    try:
        call()
    except BaseException:
        traceback.print_exc()


@contextlib.contextmanager
def two():
    yield
    yield


@contextlib.contextmanager
def none():
    if False:
        yield


@contextlib.contextmanager
def translating():
    try:
        yield
    except ValueError as error:
        raise KeyError("key") from error


def with_block(manager):
    with manager():
        pass


def translated():
    with translating():
        raise ValueError(1)


def stacked():
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        stack.enter_context(translating())
        raise ValueError(2)


class Color(enum.Enum):
    RED = 1


show(lambda: with_block(two))
show(lambda: with_block(none))
show(translated)
show(stacked)
show(lambda: Color(5))
show(lambda: Color["X"])
show(lambda: statistics.mean([]))
show(lambda: heapq.heappop([]))
show(lambda: subprocess.run(["false"], check=True))
show(lambda: subprocess.check_call(["false"]))
show(lambda: urllib.request.urlopen("http://127.0.0.1:1/"))
