import functools


def log(func):
    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        print('call', func.__name__, args, kwargs)
        return func(*args, **kwargs)
    return wrapper


@log
def add(a, b=2):
    "Adds."
    return a + b


print(add(1), add(1, b=5), add.__name__, add.__doc__, add.__wrapped__.__name__, add.__qualname__)

p = functools.partial(add, 10, b=3)
print(p(), p(b=4), p.args, p.keywords, functools.partial(p, c=1).keywords)
print(functools.partial(int, '10', base=2), functools.partial(int, base=2)('101'))
try:
    functools.partial(3)
except TypeError as e:
    print(e)


@functools.lru_cache(maxsize=2)
def square(x):
    print('computing', x)
    return x * x


print([square(n) for n in (1, 2, 1, 3, 2, 1)], square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), fib.cache_info(), fib.__name__)


@functools.lru_cache
def keyed(*args, **kwargs):
    return args, kwargs


print(keyed(1), keyed(1.0), keyed('a', b=1), keyed((1,)), keyed.cache_info())
try:
    keyed([])
except TypeError as e:
    print(e)


class C:
    def __init__(self):
        self.calls = 0

    @functools.cached_property
    def slow(self):
        self.calls += 1
        return 42

    @functools.lru_cache
    def method(self, x):
        return x + 1

    @functools.singledispatchmethod
    def show(self, value):
        return f'other {value}'

    @show.register
    def _(self, value: int):
        return f'int {value}'

    @show.register(list)
    def _(self, value):
        return f'list of {len(value)}'

    def plus(self, a, b):
        return a + b

    plus_ten = functools.partialmethod(plus, 10)


c = C()
print(c.slow, c.slow, c.calls, c.__dict__, c.method(1), c.show(1), c.show([1, 2]), c.show('x'), c.plus_ten(5))


@functools.singledispatch
def kind(x):
    return 'object'


@kind.register
def _(x: int | float):
    return 'number'


@kind.register(str)
def _(x):
    return 'text'


print(kind(1), kind(1.5), kind('a'), kind([]), kind(True), sorted(t.__name__ for t in kind.registry))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(2), Version(1) > Version(2), Version(2) >= Version(2), max(Version(3), Version(4)).n)
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
print(functools.reduce(lambda a, b: a * b, [1, 2, 3, 4]), functools.reduce(lambda a, b: a + b, [], 'start'))
try:
    functools.reduce(lambda a, b: a, [])
except TypeError as e:
    print(e)
