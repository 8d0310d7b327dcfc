"""Containers, and the views of mappings."""
from _collections import deque
from abc import ABCMeta, abstractmethod

from collections._abc_iteration import GenericAlias, Iterable, Sized, _has

__name__ = 'collections.abc'  # where what is here is said to be  #: in <frozen _collections_abc>


class Reversible(Iterable):
    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__reversed__', '__iter__') if cls is Reversible else NotImplemented


class Container(metaclass=ABCMeta):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__contains__') if cls is Container else NotImplemented


class Collection(Sized, Iterable, Container):
    __slots__ = ()

    @classmethod
    def __subclasshook__(cls, C):
        return _has(C, '__len__', '__iter__', '__contains__') if cls is Collection else NotImplemented


class Set(Collection):
    __slots__ = ()

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(e in other for e in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)  #: 591

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)  #: 596

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(e in self for e in other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)  #: 611

    @classmethod
    def _from_iterable(cls, it):
        return cls(it)  #: 620

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)  #: 625

    __rand__ = __and__

    def isdisjoint(self, other):
        return not any(value in self for value in other)

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(e for s in (self, other) for e in s)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)  #: 648
        return self._from_iterable(value for value in self if value not in other)  #: 649

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)  #: 656
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)  #: 664
        return (self - other) | (other - self)  #: 665

    __rxor__ = __xor__

    def _hash(self):
        return hash(frozenset(self))


class MutableSet(Set):
    __slots__ = ()

    @abstractmethod
    def add(self, value):
        raise NotImplementedError  #: 723

    @abstractmethod
    def discard(self, value):
        raise NotImplementedError  #: 728

    def remove(self, value):
        if value not in self:
            raise KeyError(value)  #: 733
        self.discard(value)  #: 734

    def pop(self):
        try:
            value = next(iter(self))  #: 738
        except StopIteration:
            raise KeyError from None  #: 742
        self.discard(value)  #: 743
        return value

    def clear(self):
        try:
            while True:
                self.pop()  #: 750
        except KeyError:
            pass

    def __ior__(self, it):
        for value in it:  #: 755
            self.add(value)  #: 756
        return self

    def __iand__(self, it):
        for value in self - it:
            self.discard(value)  #: 761
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()  #: 766
            return self
        if not isinstance(it, Set):
            it = self._from_iterable(it)  #: 769
        for value in it:  #: 770
            if value in self:
                self.discard(value)  #: 772
            else:
                self.add(value)  #: 774
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()  #: 779
        else:
            for value in it:  #: 781
                self.discard(value)  #: 782
        return self


class Mapping(Collection):
    __abc_tpflags__ = 1 << 6
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError  #: 806

    def get(self, key, default=None):
        try:
            return self[key]  #: 811
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]  #: 817
        except KeyError:
            return False
        return True

    def keys(self):
        return KeysView(self)  #: 825

    def items(self):
        return ItemsView(self)  #: 829

    def values(self):
        return ValuesView(self)  #: 833

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())  #: 838

    __reversed__ = None


class MappingView(Sized):
    __slots__ = ('_mapping',)
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)  #: 854

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'


class KeysView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)  #: 868

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        yield from self._mapping


class ItemsView(MappingView, Set):
    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        return set(it)  #: 886

    def __contains__(self, item):
        key, value = item
        try:
            v = self._mapping[key]  #: 891
        except KeyError:
            return False
        return v is value or v == value

    def __iter__(self):
        for key in self._mapping:  #: 898
            yield (key, self._mapping[key])  #: 899


class ValuesView(MappingView, Collection):
    __slots__ = ()

    def __contains__(self, value):
        for key in self._mapping:  #: 910
            v = self._mapping[key]  #: 911
            if v is value or v == value:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:  #: 917
            yield self._mapping[key]  #: 918


class MutableMapping(Mapping):
    __slots__ = ()
    __marker = object()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError  #: 937

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError  #: 941

    def pop(self, key, default=__marker):
        try:
            value = self[key]  #: 950
        except KeyError:
            if default is self.__marker:
                raise  #: 953
            return default
        del self[key]  #: 956
        return value

    def popitem(self):
        try:
            key = next(iter(self))  #: 964
        except StopIteration:
            raise KeyError from None  #: 966
        value = self[key]  #: 967
        del self[key]  #: 968
        return key, value

    def clear(self):
        try:
            while True:
                self.popitem()  #: 975
        except KeyError:
            pass

    def update(self, other=(), /, **kwds):
        if isinstance(other, Mapping):  #: 985
            for key in other:  #: 986
                self[key] = other[key]  #: 987
        elif hasattr(other, 'keys'):
            for key in other.keys():  #: 989
                self[key] = other[key]  #: 990
        else:
            for key, value in other:  #: 992
                self[key] = value  #: 993
        for key, value in kwds.items():  #: 994
            self[key] = value  #: 995

    def setdefault(self, key, default=None):
        try:
            return self[key]  #: 1000
        except KeyError:
            self[key] = default  #: 1002
        return default


class Sequence(Reversible, Collection):
    __abc_tpflags__ = 1 << 5
    __slots__ = ()

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError  #: 1025

    def __iter__(self):
        i = 0
        try:
            while True:
                yield self[i]
                i += 1
        except IndexError:
            return

    def __contains__(self, value):
        return any(v is value or v == value for v in self)

    def __reversed__(self):
        for i in reversed(range(len(self))):  #: 1044
            yield self[i]  #: 1045

    def index(self, value, start=0, stop=None):
        if start < 0:
            start = max(len(self) + start, 0)  #: 1055
        if stop is not None and stop < 0:
            stop += len(self)  #: 1057
        i = start
        while stop is None or i < stop:
            try:
                v = self[i]  #: 1062
            except IndexError:
                break
            if v is value or v == value:
                return i
            i += 1
        raise ValueError  #: 1068

    def count(self, value):
        return sum(1 for v in self if v is value or v == value)  #: 1072


class MutableSequence(Sequence):
    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError  #: 1122

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError  #: 1126

    @abstractmethod
    def insert(self, index, value):
        raise IndexError  #: 1131

    def append(self, value):
        self.insert(len(self), value)  #: 1135

    def clear(self):
        try:
            while True:
                self.pop()  #: 1141
        except IndexError:
            pass

    def reverse(self):
        n = len(self)  #: 1147
        for i in range(n // 2):
            self[i], self[n - i - 1] = self[n - i - 1], self[i]

    def extend(self, values):
        if values is self:
            values = list(values)  #: 1154
        for v in values:  #: 1155
            self.append(v)  #: 1156

    def pop(self, index=-1):
        v = self[index]  #: 1162
        del self[index]  #: 1163
        return v

    def remove(self, value):
        del self[self.index(value)]  #: 1170

    def __iadd__(self, values):
        self.extend(values)  #: 1173
        return self


for _abstract, _classes in (
    (Sequence, [tuple, str, range, memoryview, bytes, bytearray]),
    (MutableSequence, [list, bytearray]),
    (Set, [frozenset]),
    (MutableSet, [set]),
    (Mapping, [type(type.__dict__)]),
    (MutableMapping, [dict]),
    (KeysView, [type({}.keys())]),
    (ItemsView, [type({}.items())]),
    (ValuesView, [type({}.values())]),
):
    for _class in _classes:
        _abstract.register(_class)
MutableSequence.register(deque)
del deque, _abstract, _classes, _class
