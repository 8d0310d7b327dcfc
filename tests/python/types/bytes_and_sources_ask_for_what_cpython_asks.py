# `bytes` alone asks for `__bytes__`, before anything else; a source that UTF-8 cannot hold is refused; a deque with a
# bound repeats what it keeps.
from collections import deque


class Own:
    def __bytes__(self):
        return b'own'


class Longer(bytes):
    def __bytes__(self):
        return b'asked'


class Counted(Own):
    def __index__(self):
        return 2


class Listed(Own):
    def __iter__(self):
        return iter([1, 2])


for value in Own(), Longer(b'plain'), Counted(), Listed():
    for make in bytes, bytearray:
        try:
            print(type(value).__name__, make(value))
        except TypeError as error:
            print(type(error).__name__, error)
for act in (lambda: bytearray(b'a') + Own(), lambda: bytearray(b'a').extend(Own()), lambda: bytes(Own(), 'utf-8')):
    try:
        print(act())
    except TypeError as error:
        print(type(error).__name__, error)
for source in '\ud800', 'x = "\ud800"', '#\udcff':
    for run in exec, eval, lambda text: compile(text, 'made.py', 'exec'):
        try:
            run(source)
        except UnicodeEncodeError as error:
            print(type(error).__name__, error)
for bound in None, 0, 1, 3, 4:
    for times in -1, 0, 1, 2, 10:
        print(bound, times, list(deque([1, 2], bound) * times), end=' ')
    again = deque([1, 2, 3], bound)
    again *= 3
    print(again)
print(deque([1, 2], 3) * 10 ** 17, deque([], 3) * 10 ** 17, deque([1], 0) * 10 ** 17)
