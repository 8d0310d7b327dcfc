"""Headers, in the order in which they come."""
import re
from collections.abc import Mapping
from contextlib import suppress

from werkzeug._internal import _missing
from werkzeug.datastructures._dicts import MultiDict, _frozen, iter_multi_items
from werkzeug.exceptions import BadRequestKeyError


def _text(value, options=None):
    if options:
        from werkzeug.http import dump_options_header
        value = dump_options_header(value, {key.replace('_', '-'): each for key, each in options.items()})
    value = value if isinstance(value, str) else str(value)
    if re.search('[\r\n]', value):
        raise ValueError('Header values must not contain newline characters.')
    return value


class Headers:
    """Pairs that are found by names of any case."""

    def __init__(self, defaults=None):
        self._list = []
        if defaults is not None:
            self.extend(defaults)

    def __getitem__(self, key):
        if isinstance(key, str):
            return self._get_key(key)
        return self._list[key] if isinstance(key, int) else self.__class__(self._list[key])

    def _get_key(self, key):
        wanted = key.lower()
        for name, value in self._list:
            if name.lower() == wanted:
                return value
        raise BadRequestKeyError(key)

    def __eq__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return {(key.lower(), value) for key, value in self._list} == {(key.lower(), value) for key, value in other._list}

    __hash__ = None

    def get(self, key, default=None, type=None):
        try:
            found = self._get_key(key)
        except KeyError:
            return default
        try:
            return found if type is None else type(found)
        except ValueError:
            return default

    def getlist(self, key, type=None):
        found, wanted = [], key.lower()
        for name, value in self:
            if name.lower() == wanted:
                try:
                    found.append(value if type is None else type(value))
                except ValueError:
                    pass
        return found

    def get_all(self, name):
        return self.getlist(name)

    def items(self, lower=False):
        for key, value in self:
            yield key.lower() if lower else key, value

    def keys(self, lower=False):
        for key, _ in self.items(lower):
            yield key

    def values(self):
        for _, value in self.items():
            yield value

    def extend(self, arg=None, /, **kwargs):
        for found in (arg or (), kwargs):
            for key, value in iter_multi_items(found):
                self.add(key, value)

    def __delitem__(self, key):
        if isinstance(key, str):
            self.remove(key)
        else:
            del self._list[key]

    def remove(self, key):
        wanted = key.lower()
        self._list[:] = [pair for pair in self._list if pair[0].lower() != wanted]

    def pop(self, key=None, default=_missing):
        if key is None or isinstance(key, int):
            return self._list.pop(-1 if key is None else key)
        if default is not _missing and key not in self:
            return default
        found = self._get_key(key)
        self.remove(key)
        return found

    def popitem(self):
        return self._list.pop()

    def __contains__(self, key):
        with suppress(KeyError):
            self._get_key(key)
            return True
        return False

    def __iter__(self):
        return iter(self._list)

    def __len__(self):
        return len(self._list)

    def add(self, key, value, /, **kwargs):
        self._list.append((key, _text(value, kwargs)))

    def add_header(self, key, value, /, **kwargs):
        self.add(key, value, **kwargs)

    def clear(self):
        self._list.clear()

    def set(self, key, value, /, **kwargs):
        """Puts it in the place of the first of that name, and takes the others away."""
        pair, wanted = (key, _text(value, kwargs)), key.lower()
        at = next((at for at, (name, _) in enumerate(self._list) if name.lower() == wanted), None)
        if at is None:
            self._list.append(pair)
        else:
            self._list[at:] = [pair, *(each for each in self._list[at + 1:] if each[0].lower() != wanted)]

    def setlist(self, key, values):
        if not values:
            return self.remove(key)
        first, *rest = values
        self.set(key, first)
        for value in rest:
            self.add(key, value)

    def setdefault(self, key, default):
        if key not in self:
            self.set(key, default)
        return self._get_key(key)

    def setlistdefault(self, key, default):
        if key not in self:
            self.setlist(key, default)
        return self.getlist(key)

    def __setitem__(self, key, value):
        if isinstance(key, str):
            self.set(key, value)
        elif isinstance(key, int):
            self._list[key] = value[0], _text(value[1])
        else:
            self._list[key] = [(name, _text(each)) for name, each in value]

    def update(self, arg=None, /, **kwargs):
        if isinstance(arg, (Headers, MultiDict)):
            pairs = [(key, arg.getlist(key)) for key in arg.keys()]
        else:
            pairs = list(arg.items() if isinstance(arg, Mapping) else arg or ())
        is_mapping = not isinstance(arg, (list, tuple))
        for at, (key, value) in enumerate([*pairs, *kwargs.items()]):
            if isinstance(value, (list, tuple, set)) and (is_mapping or at >= len(pairs)):
                self.setlist(key, value)
            else:
                self.set(key, value)

    __or__, __ior__ = MultiDict.__or__, MultiDict.__ior__

    def to_wsgi_list(self):
        return list(self)

    def copy(self):
        return self.__class__(self._list)

    def __copy__(self):
        return self.copy()

    def __str__(self):
        return '\r\n'.join([*(f'{key}: {value}' for key, value in self), '\r\n'])

    def __repr__(self):
        return f'{type(self).__name__}({list(self)!r})'


class EnvironHeaders(Headers):
    """The headers that an environment has."""
    vars().update(_frozen('__delitem__ __setitem__ add add_header extend update pop popitem set setlist setdefault setlistdefault remove clear '
                          '__ior__'))

    def __init__(self, environ):
        super().__init__()
        self.environ = environ

    def __eq__(self, other):
        return self.environ is other.environ if isinstance(other, EnvironHeaders) else NotImplemented

    __hash__ = None

    def __getitem__(self, key):
        return self._get_key(key)

    def _get_key(self, key):
        if not isinstance(key, str):
            raise BadRequestKeyError(key)
        name = key.upper().replace('-', '_')
        return self.environ[name if name in ('CONTENT_TYPE', 'CONTENT_LENGTH') else f'HTTP_{name}']

    def __len__(self):
        return sum(1 for _ in self)

    def __iter__(self):
        for key, value in self.environ.items():
            if key.startswith('HTTP_') and key not in ('HTTP_CONTENT_TYPE', 'HTTP_CONTENT_LENGTH'):
                yield key[5:].replace('_', '-').title(), value
            elif key in ('CONTENT_TYPE', 'CONTENT_LENGTH') and value:
                yield key.replace('_', '-').title(), value

    def copy(self):
        raise TypeError(f'cannot create {type(self).__name__!r} copies')

    def __or__(self, other):
        raise TypeError(f'cannot create {type(self).__name__!r} copies')
