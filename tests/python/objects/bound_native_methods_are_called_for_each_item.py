# map, filter, sorted and their kin with a method of a built-in object: its errors name what they name in a call.
import functools

counts = {'a': 3, 'b': 1, 'c': 2}
print(sorted(counts, key=counts.get), max(counts, key=counts.__getitem__), list(map(counts.get, 'abz')))
print(list(filter('abc'.__contains__, 'xay')), list(map([1, 2, 3].__getitem__, (0, 2))))
print(functools.reduce('{}{}'.format, 'abc'), list(iter(iter([1, 2, 3]).__next__, 3)))
items = []
print(list(map(items.append, range(3))), items)


class Items(list):
    pass


def shown(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)

shown(lambda: list(map([1].append, [1], [2])))
shown(lambda: list(map(Items([1]).append, [1], [2])))
shown(lambda: list(map(Items([1]).pop, ['x'])))
shown(lambda: list(map([1].index, [1, 5])))
shown(lambda: sorted([2, 1], key='x'.join))
shown(lambda: min([3, 2], key=(5).__add__))


class Called:
    def __call__(self, *args, **keywords):
        return args, keywords


class Static:
    __call__ = staticmethod(lambda *args: args)

shown(lambda: Called()(1, x=2))
shown(lambda: Static()(1))
shown(lambda: functools.partial(Called(), 1)(2, y=3))
