"""Slots' methods, asyncio's own and those of streams refuse arguments too many, each in its words."""
import asyncio
import io
import sys
from dataclasses import dataclass

def shown(what, call):
    try:
        print(what, call())
    except Exception as error:
        print(what, type(error).__name__, error)

async def answer():
    return 42

def numbers():
    yield 1

async def main():
    lock, future, timeout = asyncio.Lock(), asyncio.get_running_loop().create_future(), asyncio.timeout(1)
    shown("enter a lock", lambda: lock.__aenter__(1))
    shown("leave a lock", lambda: lock.__aexit__(None, None, None, None))
    shown("show a lock", lambda: lock.__repr__(1))
    shown("await a future", lambda: future.__await__(1))
    shown("expired", lambda: timeout.expired(None))
    shown("when", lambda: timeout.when(at=1))
    shown("enter a timeout", lambda: timeout.__aenter__(1))
    shown("a group", lambda: asyncio.TaskGroup().__aenter__(1, 2))
    shown("a runner", lambda: asyncio.Runner().__enter__(1))
    shown("a policy", lambda: asyncio.get_event_loop_policy().new_event_loop(1))
    shown("the policy", lambda: asyncio.get_event_loop_policy(1))
    shown("remove", lambda: asyncio.get_running_loop().remove_reader())
    coroutine = answer()
    shown("await", lambda: coroutine.__await__([0]))
    shown("wrapper", lambda: coroutine.__await__().close(1))
    coroutine.close()

asyncio.run(main())
shown("iterate", lambda: numbers().__iter__(1))
shown("length", lambda: [].__len__(1))
shown("float", lambda: (0).__float__(1, 2))
shown("hash", lambda: "a".__hash__(x=1))
shown("bytes", lambda: bytearray(b"x").__str__(1))
shown("stdout", lambda: sys.stdout.close(1))
with open("/tmp/refusing.txt", "w") as file:
    shown("close", lambda: file.close(1))
    shown("flush", lambda: file.flush(now=True))
    shown("tell", lambda: file.tell(0))
    shown("write", lambda: file.write("a", "b"))
    shown("bytes flush", lambda: file.buffer.flush(1))
    shown("bytes seek", lambda: file.buffer.seek())
    shown("raw", lambda: file.buffer.raw.fileno(1))
shown("reader", lambda: io.BufferedReader(1, 2, 3, 4))
shown("writer", lambda: io.BufferedWriter())
shown("wrapper", lambda: io.TextIOWrapper())
shown("memory", lambda: io.BytesIO().tell(1))
shown("text in memory", lambda: io.StringIO().seekable(1))
shown("nothing there", lambda: {}.pop([1]))
shown("named width", lambda: "%(a)*d" % {"a": 5})
shown("named words", lambda: "%(a)*s" % {"a": "x"})
