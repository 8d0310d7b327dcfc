import asyncio
import traceback
import types
import warnings

warnings.simplefilter("always")


def add(a, b=2):
    "adds"
    return a + b


def times(a, b):
    "multiplies"
    return a * b


def pair(a, b=3):
    yield a
    yield b


async def later():
    return 5


add.__code__ = times.__code__
print(add(3), add(3, 4), add.__name__, add.__doc__, add.__code__.co_name)
add.__code__ = pair.__code__
print(list(add(5)))
add.__code__ = later.__code__
print(asyncio.run(add()))
add.__code__ = times.__code__
print(add(5))


def outer(x):
    def inner():
        return x
    return inner


def other(y):
    def doubled():
        return y * 2
    return doubled


one, two = outer(10), outer(10)
one.__code__ = other(20).__code__
print(one(), two())
for wrong in one.__code__, 3, None:
    try:
        add.__code__ = wrong
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    del add.__code__
except TypeError as e:
    print(e)


class C:
    def first(self):
        return 1

    def second(self):
        return 2


c = C()
for n in range(4):
    print(c.first(), end=" ")
    if n == 1:
        C.first.__code__ = C.second.__code__
print()


def factorial(n):
    if n == 0:
        factorial.__code__ = (lambda n: 1).__code__
        return 1
    return n * factorial(n - 1)


print(factorial(5), factorial(5))


def fails(a):
    return a.x


add.__code__ = fails.__code__
try:
    add()
except TypeError as e:
    print(e)
try:
    add(1)
except AttributeError:
    traceback.print_exc()


def greet():
    print("hello", "you", end="!\n")


greet.__code__ = greet.__code__.replace(
    co_consts=tuple(c.upper() if c == "hello" else c for c in greet.__code__.co_consts))
greet()
renamed = greet.__code__.replace(co_name="shout", co_qualname="Q.shout")
made = types.FunctionType(renamed, globals())
print(made.__name__, made.__qualname__, greet.__name__)
made()


def named():
    return unknown("abc")


named.__code__ = named.__code__.replace(co_names=("len",))
print(named())
try:
    named.__code__.replace(co_names=(3,))
except TypeError as e:
    print(e)
