"""Dictionaries with several values for a key, and others that cannot be changed."""
from collections.abc import Iterable, Mapping
from copy import deepcopy

from werkzeug import exceptions
from werkzeug._internal import _missing


def _immutable(self, *_, **__):
    raise TypeError(f'{type(self).__name__!r} objects are immutable')


def _frozen(names):
    return dict.fromkeys(names.split(), _immutable)


_DICT = 'setdefault update __setitem__ __delitem__ pop popitem clear __ior__'


def iter_multi_items(mapping):
    """Each key with each of its values."""
    if isinstance(mapping, MultiDict):
        yield from mapping.items(multi=True)
    elif isinstance(mapping, Mapping):
        for key, value in mapping.items():
            for each in value if isinstance(value, (list, tuple, set)) else (value,):
                yield key, each
    else:
        yield from mapping


class ImmutableDictMixin:
    vars().update(_frozen(_DICT))
    _hash_cache = None

    @classmethod
    def fromkeys(cls, keys, value=None):
        return cls(zip(keys, [value] * len(list(keys))))

    def __reduce_ex__(self, protocol):
        return type(self), (dict(self),)

    def _items(self):
        return self.items()

    def __hash__(self):
        if self._hash_cache is None:
            self._hash_cache = hash(frozenset(self._items()))
        return self._hash_cache


class ImmutableMultiDictMixin(ImmutableDictMixin):
    vars().update(_frozen('add popitemlist poplist setlist setlistdefault'))

    def __reduce_ex__(self, protocol):
        return type(self), (list(self.items(multi=True)),)

    def _items(self):
        return self.items(multi=True)


class ImmutableList(list):
    vars().update(_frozen('__delitem__ __iadd__ __imul__ __setitem__ append extend insert pop remove reverse sort clear'))

    def __hash__(self):
        return hash(tuple(self))

    def __repr__(self):
        return f'{type(self).__name__}({list.__repr__(self)})'


class TypeConversionDict(dict):
    def get(self, key, default=None, type=None):
        try:
            found = self[key]
        except KeyError:
            return default
        try:
            return found if type is None else type(found)
        except (ValueError, TypeError):
            return default


class ImmutableTypeConversionDict(ImmutableDictMixin, TypeConversionDict):
    def copy(self):
        return TypeConversionDict(self)

    def __copy__(self):
        return self


class ImmutableDict(ImmutableDictMixin, dict):
    def __repr__(self):
        return f'{type(self).__name__}({dict.__repr__(self)})'

    def copy(self):
        return dict(self)

    def __copy__(self):
        return self


class MultiDict(TypeConversionDict):
    """Lists of values, of which the first is what a key gives."""

    def __init__(self, mapping=None):
        found = {}
        if isinstance(mapping, MultiDict):
            found = {key: values[:] for key, values in mapping.lists()}
        elif isinstance(mapping, Mapping):
            for key, value in mapping.items():
                values = list(value) if isinstance(value, (list, tuple, set)) else [value]
                if values:
                    found[key] = values
        else:
            for key, value in mapping or ():
                found.setdefault(key, []).append(value)
        super().__init__(found)

    def __getstate__(self):
        return dict(self.lists())

    def __setstate__(self, value):
        super().clear()
        super().update(value)

    def __iter__(self):
        # A dict of this one has its first values.
        return super().__iter__()

    def __getitem__(self, key):
        if key in self and (found := super().__getitem__(key)):
            return found[0]
        raise exceptions.BadRequestKeyError(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, [value])

    def add(self, key, value):
        super().setdefault(key, []).append(value)

    def getlist(self, key, type=None):
        values, found = dict.get(self, key, ()), []
        for value in values:
            try:
                found.append(value if type is None else type(value))
            except (ValueError, TypeError):
                pass
        return found

    def setlist(self, key, new_list):
        super().__setitem__(key, list(new_list))

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def setlistdefault(self, key, default_list=None):
        if key not in self:
            super().__setitem__(key, list(default_list or ()))
        return super().__getitem__(key)

    def items(self, multi=False):
        for key, values in super().items():
            for value in values if multi else values[:1]:
                yield key, value

    def lists(self):
        for key, values in super().items():
            yield key, list(values)

    def values(self):
        for values in super().values():
            yield values[0]

    def listvalues(self):
        return super().values()

    def copy(self):
        return self.__class__(self)

    def deepcopy(self, memo=None):
        return self.__class__(deepcopy(self.to_dict(flat=False), memo))

    def to_dict(self, flat=True):
        return dict(self.items() if flat else self.lists())

    def update(self, mapping):
        for key, value in iter_multi_items(mapping):
            self.add(key, value)

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        found = self.copy()
        found.update(other)
        return found

    def __ior__(self, other):
        if not isinstance(other, (Mapping, Iterable)):
            return NotImplemented
        self.update(other)
        return self

    def _popped(self, key, found):
        if not found:
            raise exceptions.BadRequestKeyError(key)
        return found[0]

    def pop(self, key, default=_missing):
        if key not in self and default is not _missing:
            return default
        return self._popped(key, super().pop(key, None))

    def popitem(self):
        key, values = self.popitemlist()
        return key, self._popped(key, values)

    def poplist(self, key):
        return super().pop(key, [])

    def popitemlist(self):
        try:
            return super().popitem()
        except KeyError as e:
            raise exceptions.BadRequestKeyError(e.args[0]) from None

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.deepcopy(memo=memo)

    def __repr__(self):
        return f'{type(self).__name__}({list(self.items(multi=True))!r})'


class ImmutableMultiDict(ImmutableMultiDictMixin, MultiDict):
    def copy(self):
        return MultiDict(self)

    def __copy__(self):
        return self


class CombinedMultiDict(ImmutableMultiDictMixin, MultiDict):
    """Several of them as one."""

    def __init__(self, dicts=None):
        super().__init__()
        self.dicts = list(dicts or ())

    def __reduce_ex__(self, protocol):
        return type(self), (self.dicts,)

    @classmethod
    def fromkeys(cls, keys, value=None):
        raise TypeError(f'cannot create {cls.__name__!r} instances by fromkeys')

    def __getitem__(self, key):
        for each in self.dicts:
            if key in each:
                return each[key]
        raise exceptions.BadRequestKeyError(key)

    def get(self, key, default=None, type=None):
        for each in self.dicts:
            if key in each:
                try:
                    return each[key] if type is None else type(each[key])
                except (ValueError, TypeError):
                    continue
        return default

    def getlist(self, key, type=None):
        return [value for each in self.dicts for value in each.getlist(key, type)]

    def keys(self):
        return {key for each in self.dicts for key in each}

    def __iter__(self):
        return iter(self.keys())

    def items(self, multi=False):
        found = set()
        for each in self.dicts:
            for key, value in each.items(multi):
                if multi or key not in found:
                    found.add(key)
                    yield key, value

    def values(self):
        for _, value in self.items():
            yield value

    def lists(self):
        found = {}
        for each in self.dicts:
            for key, values in each.lists():
                found.setdefault(key, []).extend(values)
        return found.items()

    def listvalues(self):
        return (values for _, values in self.lists())

    def copy(self):
        return MultiDict(self)

    def __len__(self):
        return len(self.keys())

    def __contains__(self, key):
        return any(key in each for each in self.dicts)

    def __repr__(self):
        return f'{type(self).__name__}({self.dicts!r})'


def _told(name):
    method = getattr(dict, name)

    def change(self, *args, **kwargs):
        found = method(self, *args, **kwargs)
        if self.on_update is not None:
            self.on_update(self)
        return found
    change.__name__ = name
    return change


class CallbackDict(dict):
    """Says when it is changed."""

    def __init__(self, initial=None, on_update=None):
        super().__init__(() if initial is None else initial)
        self.on_update = on_update

    __setitem__, __delitem__, clear, popitem, update = map(_told, ('__setitem__', '__delitem__', 'clear', 'popitem', 'update'))

    def setdefault(self, key, default=None):
        was_there = key in self
        found = super().setdefault(key, default)
        if not was_there and self.on_update is not None:
            self.on_update(self)
        return found

    def pop(self, key, *default):
        was_there = key in self
        found = super().pop(key, *default)
        if was_there and self.on_update is not None:
            self.on_update(self)
        return found

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return f'<{type(self).__name__} {super().__repr__()}>'
