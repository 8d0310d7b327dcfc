# What has `keys`, be it by `__getattr__` or of the instance alone, counts as a mapping: for dict(), update, {**x}, f(**x).
class Proxy:
    def __init__(self, wrapped):
        self.wrapped = wrapped

    def __getattr__(self, name):
        print('asked for', name)
        return getattr(self.wrapped, name)

    def __getitem__(self, key):
        return self.wrapped[key]

    def __iter__(self):
        return iter(self.wrapped)


def shown(**given):
    return given


proxy = Proxy({'count': 3, 'sum': 6})
print(dict(proxy))
print({**proxy, 'more': 1})
print(shown(**proxy))
target = {}
target.update(proxy)
target |= proxy
print(target)
pairs = Proxy([('a', 1)])
for way in (lambda: dict(pairs), lambda: {**pairs}, lambda: shown(**pairs), lambda: dict(3), lambda: {**3},
            lambda: shown(**3), lambda: shown(**object()), lambda: {**[1]}):
    try:
        print(way())
    except TypeError as e:
        print(type(e).__name__, e)


class Own:
    def __getitem__(self, key):
        return key * 2


own = Own()
own.keys = lambda: ['x', 'y']
print(dict(own), {**own}, shown(**own))


class Failing:
    @property
    def keys(self):
        raise ValueError('no keys today')


try:
    dict(Failing())
except ValueError as e:
    print(e)


# Annotations that were deleted are empty, not gone.
def annotated(a: int):
    pass


del annotated.__annotations__
print(annotated.__annotations__, annotated.__annotations__ is annotated.__annotations__)
annotated.__annotations__ = None
print(annotated.__annotations__)


# A weak proxy of a function passes on a keyword of any name.
import weakref


def method(self, other):
    return self, other


print(weakref.proxy(method)(self=1, other=2))
