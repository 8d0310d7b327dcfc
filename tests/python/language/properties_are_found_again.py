# A property is asked at one place again and again, while classes and instances change.
import sys
import traceback


class A:
    def __init__(self): self._x = 1
    @property
    def x(self): return self._x
    @x.setter
    def x(self, value): self._x = value


def get(a):
    return a.x


def attempt(a):
    try:
        print(get(a))
    except Exception as e:
        print(type(e).__name__, e, [f.name for f in traceback.extract_tb(e.__traceback__)])


a = A()
for _ in range(3):
    attempt(a)
    a.x += 1
a.__dict__['x'] = 'own'
attempt(a)


class B(A):
    def __getattr__(self, name): return 'fallback ' + name


class C(A):
    def __getattribute__(self, name): return 'hook ' + name


def raising(self):
    raise AttributeError('inside')


def yielding(self):
    yield 1


async def coroutine(self):
    return 1


for made in B(), C(), A(), B():
    attempt(made)
    attempt(made)
A.x.__init__(lambda self: 'again')
attempt(a)
A.x = property(raising)
for made in a, B(), a:
    attempt(made)
A.x = property(lambda self, more=2: more)
attempt(a)
attempt(a)
A.x = property(yielding)
print([list(get(a)) for _ in range(2)])
A.x = property(coroutine)
for _ in range(2):
    made = get(a)
    print(type(made).__name__)
    made.close()
A.x = property(len)
attempt(a)
A.x = property()
attempt(a)
A.x = 5
attempt(a)
del A.x
attempt(a)


class Deep:
    @property
    def down(self): return self.down


sys.setrecursionlimit(200)
try:
    Deep().down
except RecursionError as e:
    print(e)


class Number:
    def __init__(self, n): self.n = n
    def __add__(self, other, more=0): return Number(self.n + other.n)
    def __sub__(self, *others): return others
    def __mul__(self, other): yield self.n * other
    def __lt__(self, other): return self.n < other.n
    def __eq__(self, other): return NotImplemented


for _ in range(2):
    print((Number(1) + Number(2)).n, Number(1) - 2, list(Number(2) * 3), Number(1) < Number(2), Number(1) == 1)


class Aiter:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        self.n -= 1
        if self.n < 0: raise StopAsyncIteration
        return self.n


class Given:
    def __init__(self, what): self.what = what
    def __aiter__(self): return self
    def __anext__(self): return self.what


async def walk(it):
    try:
        async for x in it:
            print(x, end=' ')
    except Exception as e:
        print(type(e).__name__, e, e.__cause__)
    else:
        print('end')


import asyncio
for it in Aiter(3), Given(3), Given(None):
    asyncio.run(walk(it))
