# Keys are made by functions, methods, classes and instances; what fails leaves the list as it was.
import functools
import operator
import traceback


def negative(x):
    if x == 30:
        raise ValueError(x)
    return -x

numbers = [10, 20, 30, 40]
try:
    numbers.sort(key=negative)
except ValueError:
    print(traceback.format_exc())
print(numbers, sorted([], key=negative), sorted([1, 2], key=negative), sorted(range(2500), key=lambda x: -x)[:2])
try:
    numbers.sort(key=lambda x: numbers.append(x) or x)
except ValueError as error:
    print(error, numbers)


class Turned:
    def __call__(self, x):
        return -x

    def rest(self, x):
        return x % 3

print(sorted([1, 2, 3], key=Turned()), sorted([1, 2, 3], key=Turned().rest), sorted('bCa', key=str.upper))
print(sorted([(1, 'b'), (0, 'c')], key=operator.itemgetter(1)), sorted([3, 1], key=[3, 1].index))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)), sorted('ab', key=lambda c: next(iter([ord(c) % 2]))))


def nested(n):
    return sorted([n, 1], key=lambda x: nested(n - 1) if n else [x])

print(nested(3))
