"""What functools and operator make is copied and pickled; weak references and what holds them are copied."""
import copy
import functools
import operator
import pickle
import weakref


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


@functools.lru_cache
def squared(n):
    return n * n


print(pickle.loads(pickle.dumps(squared)) is squared, copy.copy(squared) is squared, copy.deepcopy([squared])[0] is squared)
part = functools.partial(int, base=2)
part.about = ['binary']
for other in copy.copy(part), copy.deepcopy(part), pickle.loads(pickle.dumps(part)):
    print(other('101'), other.about, other.about is part.about)

for made in (operator.attrgetter('real', 'imag'), operator.itemgetter(1, 0), operator.methodcaller('split', ',', 1),
             operator.methodcaller('split', sep=',', maxsplit=1)):
    print(pickle.loads(pickle.dumps(made)), copy.copy(made))
print(operator.__or__(1, 2), operator.__neg__(3), operator.__iadd__([1], [2]), operator.__concat__('a', 'b'))


class Thing:
    pass


kept = Thing()
reference = weakref.ref(kept)
print(copy.copy(reference) is reference, copy.deepcopy([reference])[0] is reference)
values = weakref.WeakValueDictionary(a=kept)
print(dict(copy.copy(values)) == dict(copy.deepcopy(values)) == {'a': kept})
keys = weakref.WeakKeyDictionary({kept: [1]})
print(copy.copy(keys)[kept] is keys[kept], copy.deepcopy(keys)[kept] is keys[kept], copy.deepcopy(keys)[kept])


class Odd:
    def __reduce__(self):
        return Odd, (), None, None, None, print


class Lost:
    __reduce_ex__ = None

    def __getattribute__(self, name):
        if name == '__reduce_ex__':
            raise AttributeError(name)
        return super().__getattribute__(name)

    def __reduce__(self):
        return 'Lost'


told(lambda: type(copy.copy(Lost())))
try:
    copy.copy(Odd())
except TypeError as error:
    print('TypeError', 'positional arguments' in str(error))
