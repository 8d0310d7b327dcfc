"""What a profile function is told: frames that begin and end, native functions called; awaits, threads, its exceptions."""
import asyncio
import sys
import threading

told = []


def of_this_file(function):
    """A profile function that is told of this file's own frames alone."""
    return lambda frame, event, arg: function(frame, event, arg) if frame.f_code.co_filename == __file__ else None


@of_this_file
def note(frame, event, arg):
    if event.startswith('c_'):
        arg = arg.__qualname__
    elif event == 'call' or not isinstance(arg, (int, str, type(None))):
        arg = type(arg).__name__
    told.append(f'{event} {frame.f_code.co_name}+{frame.f_lineno - frame.f_code.co_firstlineno} {arg}')


def show(title):
    sys.setprofile(None)
    print(f'-- {title}')
    for line in told:
        print('  ', line)
    told.clear()


class Point:
    def __init__(self, x):
        self.x = x
        super().__init__()

    def __lt__(self, other):
        return self.x < other.x

    def ordered(self, *others, **options):
        return sorted(others)


def numbers():
    yield 1
    got = yield len('ab')
    return got


def helper(text):
    return len(text) + max(1,
                           2)


def plain():
    points = [Point(3), Point(1)]
    points.sort()
    points.sort(key=lambda point: point.x)
    points[0].ordered(2, 1, k=3)
    points[0].ordered(*[2, 1], **{'q': 1})
    for number in numbers():
        str(number).upper()
    ''.join(*[['a']])
    print('shown', end='\n')
    print(*['shown'], sep=',')
    list(numbers())
    next(numbers())
    [len(text) for text in ('a', 'bb')]
    sum(len(text) for text in ('a', 'bb'))
    list(map(helper, ['a', 'b']))

    class Later(Point):
        size = len('abc')

    Later(1)
    dict.fromkeys('ab')
    str.upper('x')
    append = [].append
    append(1)
    isinstance(
        len(
            'x'
        ),
        int)
    object.__repr__(3)
    int.__add__(1, 2)
    getattr(points[0], 'x')
    exec('y = len("abc")\nhelper("s")')


def failing():
    try:
        {}.pop('a')
    except KeyError:
        pass
    generator = numbers()
    next(generator)
    try:
        generator.throw(ValueError('thrown'))
    except ValueError:
        pass
    [].remove(3)


def begun():
    sys.setprofile(note)
    return len('x')


sys.setprofile(note)
print(sys.getprofile() is note, sys.gettrace())
plain()
show('plain')
print(sys.getprofile())

sys.setprofile(note)
try:
    failing()
except ValueError:
    pass
show('exceptions')

begun()
show('a frame that has begun')


async def child(seconds):
    await asyncio.sleep(0)
    return abs(-1)


async def parent():
    total = 0
    for _ in range(2):
        total += await child(0)
    async with asyncio.timeout(5):
        await asyncio.gather(child(0), child(0))
    return total


async def main():
    sys.setprofile(note)
    await parent()
    sys.setprofile(None)

asyncio.run(main())
show('awaits')


def work():
    return helper('abc')


def in_thread():
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


threading.setprofile(note)
print(threading.getprofile() is note, sys.getprofile())
in_thread()
show('a thread')
threading.setprofile(None)
in_thread()
print(told)
threading.setprofile_all_threads(note)
print(sys.getprofile() is note)
threading.setprofile_all_threads(None)
print(sys.getprofile(), threading.getprofile())
told.clear()


@of_this_file
def trace(frame, event, arg):
    told.append(f'trace {event} {frame.f_code.co_name}')
    return trace


sys.settrace(trace)
sys.setprofile(note)
helper('a')
sys.settrace(None)
helper('b')
show('both')


def refuses(at):
    def function(frame, event, arg):
        if event == at:
            raise RuntimeError(f'at {event}')
    return of_this_file(function)


for event in 'call', 'return', 'c_call', 'c_return', 'c_exception':
    sys.setprofile(refuses(event))
    try:
        work()
        failing()
    except (RuntimeError, ValueError) as error:
        print(type(error).__name__, error, sys.getprofile())
    sys.setprofile(None)

for wrong in sys.setprofile, lambda: sys.setprofile(1, 2), lambda: sys.getprofile(1):
    try:
        wrong()
    except TypeError as error:
        print(error)
