# The frames of the library that calls with wrong arguments pass through, by their lines in CPython.
import asyncio
import multiprocessing
import shlex
import signal
import socket
import subprocess
import traceback
from multiprocessing import shared_memory
from typing import Dict, Generic, List, NamedTuple, TypeVar

T, U = TypeVar('T'), TypeVar('U')


class One(Generic[T]):
    pass


class Two(Generic[T, U]):
    pass


def of_class():
    class Hidden(NamedTuple):
        _x: int


async def wrapped():
    asyncio.wrap_future(5)


child = subprocess.Popen(['sleep', '1'])
listener = socket.create_server(('127.0.0.1', 0))
for call in (lambda: One[int, str], lambda: Two[int], lambda: Dict[T, U][int], lambda: List[T][int, str], lambda: One[int][str],
             lambda: NamedTuple('N', [('x',)]), lambda: NamedTuple('N', 5), lambda: NamedTuple('N', [('x', int), ('x', int)]), of_class,
             lambda: multiprocessing.Queue().put(1, timeout='x'),
             lambda: multiprocessing.Pipe()[0].poll('x'), lambda: shared_memory.SharedMemory(create=True, size='x'),
             lambda: socket.create_connection(listener.getsockname(), timeout='x'),
             lambda: child.send_signal('x'), lambda: shlex.split(5),
             lambda: signal.pthread_sigmask(9, [2]), lambda: signal.pthread_sigmask(0, 5), lambda: signal.sigwait(5),
             lambda: asyncio.run(wrapped())):
    try:
        call()
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)[1:]
        print([(frame.name, frame.lineno) for frame in frames if frame.filename != __file__], error)
print(NamedTuple('N', [('x', int)]).__new__.__annotations__, One[int], Two[int, str], Dict[T, U][int, str])
child.kill()
