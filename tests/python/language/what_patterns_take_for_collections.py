import array
import collections
from collections import UserDict, UserList, deque
from collections.abc import Mapping, MutableSequence, Sequence


class Plain:
    pass


class MappingFirst(UserDict, Sequence):
    __getitem__ = UserDict.__getitem__


class ListLast(UserDict, Plain, list):
    pass


class DictFirst(dict, Sequence):
    pass


class SequenceFirst(UserList, Mapping):
    pass


class Text(str):
    pass


def kind(value):
    match value:
        case [*_]:
            first = 'sequence'
        case {}:
            first = 'mapping'
        case _:
            first = 'neither'
    return first


for value in (MappingFirst(), ListLast(), DictFirst(), SequenceFirst(), array.array('b', b'ab'), deque(), range(3),
              memoryview(b'a'), bytearray(b'a'), b'a', 'a', Text('a'), collections.OrderedDict(), iter([]), {1}):
    print(type(value).__name__, kind(value))
print(isinstance(array.array('i'), MutableSequence))

match array.array('b', b'abc'):
    case [x, y, *z]:
        print(x, y, z)
match UserDict({0: 1, 2: 3}):
    case {2: found, **rest}:
        print(found, rest)
match collections.ChainMap({'a': 1}, {'b': 2}):
    case {'a': 1, **rest}:
        print(rest)
