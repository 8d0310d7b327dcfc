"""sys.settrace: what its function is told of each frame, and what the frame has by then."""
import sys


def tracer(frame, event, arg):
    code = frame.f_code
    if code.co_filename != __file__: return None
    shown = arg
    if event == 'exception':
        shown = (arg[0].__name__, str(arg[1]), arg[2] and arg[2].tb_lineno - code.co_firstlineno)
    print(f'{event:9} {code.co_name:12} line {frame.f_lineno - code.co_firstlineno} {shown if not hasattr(shown, "__dict__") else type(shown)!r} {sorted(name for name in frame.f_locals if not name.startswith('__'))}')
    return tracer


def run(function, *args):
    print('--', function.__name__)
    sys.settrace(tracer)
    try:
        result = function(*args)
    except Exception as error:
        result = repr(error)
    finally:
        sys.settrace(None)
    print('=', result)


def loop(n):
    total = 0
    for i in range(n):
        if i % 2:
            continue
        total += i
    else:
        total += 100
    while total > 100: total -= 1
    return total


def comprehensions():
    a = [i for i in range(3)]
    b = {i: i for i in a}
    c = max(a, key=lambda i: -i)
    return (lambda x: x + c)(len(b))


def handled():
    try:
        raise ValueError('a')
    except ValueError as e:
        error = e
    finally:
        done = True
    try:
        int('x')
    except (TypeError, ValueError):
        pass
    return done


def inner():
    raise KeyError('k')


def outer():
    try:
        inner()
    finally:
        x = 1


class Items:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return self.n
    def __enter__(self):
        return self
    def __exit__(self, *args):
        return True


def iterates():
    for item in Items(2):
        print(item)
    with Items(1) as it:
        raise IndexError
    return it.n


def gen(n):
    got = None
    for i in range(n):
        got = yield i, got
    return 'end'


def delegates():
    r = yield from gen(2)
    yield r


def generators():
    g = delegates()
    print(next(g))
    print(g.send('sent'))
    print(list(g))
    h = gen(1)
    next(h)
    try:
        h.throw(ValueError('thrown'))
    except ValueError:
        pass
    k = gen(3)
    next(k)
    k.close()


def makes_class():
    class A:
        x = 1
        def m(self):
            return self.x
    return A().m()


def decorated():
    def deco(f):
        return f
    @deco
    def g(a,
          b=2):
        return a + b
    return g(1)


def matches(x):
    match x:
        case [a, b]:
            return a
        case {'k': v}:
            return v
        case _:
            return None


def multi():
    x = [
        1,
        2,
    ]
    y = max(
        x[0],
        x[1])
    if (x and
        y):
        pass
    assert y
    del x
    return y
for f in (lambda: loop(4), comprehensions, handled, outer, iterates, generators, makes_class, decorated,
          lambda: matches({'k': 1}), multi):
    run(f)
