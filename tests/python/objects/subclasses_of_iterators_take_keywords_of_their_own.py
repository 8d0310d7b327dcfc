# A subclass of filter, map, chain … whose __init__ takes keywords; names of native functions; indices that are subclasses of int.
import itertools
import operator
import pickle
import warnings

for cls, args in ((filter, (None, [0, 1])), (map, (str, [1])), (zip, ([1],)), (itertools.chain, ([1], [2])),
                  (itertools.cycle, ([1],)), (itertools.islice, ([1, 2], 1)), (itertools.pairwise, ([1, 2],)),
                  (itertools.starmap, (max, [(1, 2)])), (itertools.takewhile, (bool, [1])), (enumerate, ('a',)),
                  (itertools.groupby, ([1],))):
    class Named(cls):
        def __init__(self, *args, label=None):
            self.label = label

    try:
        named = Named(*args, label='mine')
        print(cls.__name__, named.label, next(named))
    except TypeError as e:
        print(cls.__name__, e)
    try:
        cls(*args, label='mine')
    except TypeError as e:
        print(e)
print(str.maketrans.__qualname__, bytes.maketrans.__qualname__, object.__new__.__qualname__, len.__qualname__)


class Small(int):
    def __index__(self):
        return 8


class Long:
    def __len__(self):
        return -10 ** 30


print(operator.index(Small(7)), list(range(10))[Small(7)], 'abc' * Small(2))
try:
    len(Long())
except ValueError as e:
    print(e)


class Slotted(set):
    __slots__ = 'note',


for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    given = Slotted([1])
    given.note = 'kept'
    back = pickle.loads(pickle.dumps(given, protocol))
    print(back, back.note)

view = memoryview(bytearray(b'abcdef'))
view[1,] = 66
print(view[0,], view.tobytes(), '{0[{]} {1[a}b]}'.format({'{': 1}, {'a}b': 2}))
for index in (0, 1), ():
    try:
        view[index]
    except (TypeError, NotImplementedError) as e:
        print(type(e).__name__, e)


def catching():
    while True:
        try:
            yield
        except Exception as e:
            print(repr(e))


generator = catching()
next(generator)
warnings.simplefilter('ignore')
generator.throw(ValueError, TypeError(1))
generator.throw(ValueError, ('two', 'arguments'))
generator.throw(ValueError, ValueError('as it is'))
