"""Pickles of static methods and `__new__` of built-in classes, whose `__module__` is None, and of classes that take such a
`__new__` for their own."""
import pickle


class Count(int):
    __new__ = int.__new__


class Hex(int):
    def __new__(cls, digits, *, base):
        return int.__new__(cls, digits, base)

    def __getnewargs_ex__(self):
        return (format(self, 'X'),), {'base': 16}


class Pair(tuple):
    class Name(str):
        pass


count = Count(5)
count.unit = 'apples'
for method in (int.__new__, object.__new__, bytearray.maketrans, str.maketrans, int.from_bytes, dict.fromkeys, list.__len__,
               [1].__len__, str.index, 'ab'.index, Pair.count, Pair([1, 1]).count, Pair.Name('s').upper, len):
    print(method.__qualname__, end=' ')
    print([pickle.loads(pickle.dumps(method, protocol)) == method or 'equal' for protocol in (0, 2, 4, 5)])
print(int.__new__.__module__, str.maketrans.__module__, dict.fromkeys.__module__, len.__module__)
print(int.__new__.__self__, str.maketrans.__self__, dict.fromkeys.__self__, len.__self__)
for protocol in range(6):
    copy, number = pickle.loads(pickle.dumps((count, Hex('FACE', base=16)), protocol))
    print(type(copy).__name__, copy, copy.unit, type(number).__name__, number)
