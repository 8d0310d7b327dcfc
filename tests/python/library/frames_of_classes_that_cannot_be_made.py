# A class that ABCMeta or EnumType makes fails below their frames; so do queues, warnings and signals of wrong arguments.
import abc
import enum
import queue
import signal
import socket
import traceback
import warnings


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error, getattr(error, '__notes__', []))
        for frame in traceback.extract_tb(error.__traceback__)[2:]:
            own = frame.filename == attempt.__code__.co_filename
            name = 'here' if own else frame.filename.replace('\\', '/').split('/')[-1].split('.')[0]
            print('   ', name, frame.lineno, frame.name, '|', frame.line)


class Failing:
    def __set_name__(self, owner, name):
        raise LookupError(name)


class Unwilling(abc.ABC):
    def __init_subclass__(cls):
        1 / 0


class Picky(enum.Enum):
    def __init_subclass__(cls):
        raise KeyError('picky')


def shut(use):
    full = queue.Queue(1)
    full.put(1)
    full.shutdown()
    use(full)


attempt(lambda: abc.ABCMeta('Twice', (abc.ABC, abc.ABC), {}))
attempt(lambda: abc.ABCMeta('Layout', (int, dict), {}))
attempt(lambda: abc.ABCMeta('Below', (Unwilling,), {}))
attempt(lambda: abc.ABCMeta('Named', (), {'a': Failing()}))
attempt(lambda: type('Twice', (enum.IntEnum, enum.IntEnum), enum.EnumType.__prepare__('Twice', (enum.IntEnum,))))
attempt(lambda: enum.EnumType('Below', (Picky,), enum.EnumType.__prepare__('Below', (Picky,))))
for use in queue.Queue.get, queue.Queue.get_nowait, lambda q: q.put(2), lambda q: (q.get(), q.get()):
    attempt(lambda: shut(use))
attempt(lambda: warnings.simplefilter('sometimes'))
attempt(lambda: warnings.simplefilter('ignore', lineno='1'))
attempt(lambda: warnings.simplefilter('ignore', lineno=-1))
attempt(lambda: signal.getsignal('SIGINT'))
attempt(lambda: signal.getsignal(99))
attempt(lambda: socket.create_connection('localhost:80'))
attempt(lambda: list[int][0])
