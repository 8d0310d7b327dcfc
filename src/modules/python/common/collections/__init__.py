"""Specialized container datatypes."""
import sys as _sys
from _frames import shortcuts as _shortcuts
from _operator import _tuplegetter
from _collections import deque, _deque_iterator, _deque_reverse_iterator, ordered__iter__ as _ordered__iter__, ordered__reversed__ as _ordered__reversed__, ordered_items as _ordered_items, ordered_keys as _ordered_keys, ordered_move_to_end as _ordered_move_to_end, ordered_values as _ordered_values

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque',
           'namedtuple']


class defaultdict(dict):
    """A dict that makes missing values by a function."""
    __module__ = 'collections'
    __slots__ = ('default_factory',)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        if args or kwargs:
            dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        name, contents, factory = type(self).__name__, dict.__repr__(self), self.default_factory
        # The factory counts as being shown already, which a partial looks at.
        functools = _sys.modules.get('functools')
        if id(factory) in _repr_running or functools is not None and isinstance(factory, functools.partial):
            return f'{name}(..., {contents})'
        _repr_running.add(id(factory))
        try:
            return f'{name}({factory!r}, {contents})'
        finally:
            _repr_running.discard(id(factory))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


_repr_running = set()
_shortcuts(12, defaultdict)


def _pairs(iterable):
    for pair in iterable:
        if type(pair) is tuple and len(pair) == 2:
            yield pair
            continue
        given = iter(pair)
        found = []
        for item in given:
            found.append(item)
            if len(found) > 2:
                raise ValueError('too many values to unpack (expected 2)')
        if len(found) < 2:
            raise ValueError(f'need more than {len(found)} value{"" if found else "s"} to unpack')
        yield tuple(found)


_UNSET = object()


class OrderedDict(dict):
    """A dict whose order matters in comparisons and can be changed."""
    __module__ = 'collections'

    def __init__(self, /, *args, **kwds):
        if args or kwds:
            OrderedDict.update(self, *args, **kwds)

    def update(self, /, *args, **kwds):
        """Set what a mapping or an iterable of pairs has, and the keyword arguments."""
        if len(args) > 1:
            raise TypeError(f'expected at most 1 arguments, got {len(args)}')
        other = args[0] if args else ()
        if type(other) not in (dict, OrderedDict):
            if hasattr(other, 'keys'):
                for key in other.keys():
                    self[key] = other[key]
                other = ()
            elif type(other) not in (list, tuple) or any(type(pair) is not tuple or len(pair) != 2 for pair in other):
                other = _pairs(other)
        if type(self).__setitem__ is dict.__setitem__:
            dict.update(self, other, **kwds)
            return
        for pairs in dict(other), kwds:
            for key, value in pairs.items():
                self[key] = value

    def popitem(self, last=True):
        """Remove and return a (key, value) pair: the last one, or the first one if last is false."""
        if not self:
            raise KeyError('dictionary is empty')  #: 171
        if last:
            return dict.popitem(self)
        key = next(dict.__iter__(self))
        return key, dict.pop(self, key)

    def pop(self, key, default=_UNSET):
        """Remove the key and return its value, or the default."""
        if default is not _UNSET:
            return dict.pop(self, key, default)
        if key in self:
            return dict.pop(self, key)
        # CPython gives the key itself to the exception, which takes None and tuples apart.
        raise KeyError(*(() if key is None else key if isinstance(key, tuple) else (key,)))

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(a == b for a, b in zip(self, other))
        return dict.__eq__(self, other)  #: 318

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        if id(self) in _repr_running:
            return '...'
        _repr_running.add(id(self))
        try:
            return f'{type(self).__name__}({dict(self.items())!r})'
        finally:
            _repr_running.discard(id(self))

    keys, values, items = _ordered_keys, _ordered_values, _ordered_items
    __iter__, __reversed__, move_to_end = _ordered__iter__, _ordered__reversed__, _ordered_move_to_end

    def copy(self):
        made = type(self)()
        for key in self:
            made[key] = self[key]
        return made

    def setdefault(self, key, default=None):
        """The value of the key, which is the default if there was none."""
        return dict.setdefault(self, key, default)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self)
        new.update(other)  #: 328
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(other)
        new.update(self)  #: 335
        return new

    def __reduce__(self):
        return type(self), (), self.__getstate__(), None, iter(self.items())


_shortcuts(14, OrderedDict)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):  #: in collections/__init__.py
    """Make a subclass of tuple with named fields."""
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))  #: 383 field_names = list(«map(str, field_names)»)
    typename = _sys.intern(str(typename))
    import keyword
    if rename:
        seen = set()
        for at, name in enumerate(names):
            if not name.isidentifier() or keyword.iskeyword(name) or name.startswith('_') or name in seen:
                names[at] = f'_{at}'
            seen.add(name)
    for name in [typename] + names:
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')  #: 400 raise ValueError('Type names and field names must be valid '⏎                 f'identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')  #: 403 raise ValueError('Type names and field names cannot be a '⏎                 f'keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')  #: 409 raise ValueError('Field names cannot start with an underscore: '⏎                 f'{name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')  #: 412
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')  #: 419
        field_defaults = dict(zip(names[len(names) - len(defaults):], defaults))
    names = tuple(map(_sys.intern, names))
    count = len(names)
    arguments = ''.join(f', {name}' for name in names)
    listed = '(' + ', '.join(names) + (',)' if count == 1 else ')')
    scope = {'_make': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    exec(f'def __new__(_cls{arguments}): return _make(_cls, {listed})', scope)
    new = scope['__new__']
    new.__qualname__ = f'{typename}.__new__'
    new.__doc__ = f'Create new instance of {typename}{listed}'
    new.__defaults__ = defaults

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)  #: 449 result = «tuple_new(cls, iterable)»
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')  #: 451 raise TypeError(f'Expected {num_fields} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):  #: in collections/__init__.py
        pop = kwds.pop
        result = self._make([pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise TypeError(f'Got unexpected field names: {list(kwds)!r}')  #: 460
        return result

    def __repr__(self):
        shown = ', '.join(f'{name}={value!r}' for name, value in zip(names, self))
        return f'{type(self).__name__}({shown})'

    def _asdict(self):
        return dict(zip(names, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': typename + listed,
        '__slots__': (),
        '_fields': names,
        '_field_defaults': field_defaults,
        '__new__': new,
        '_make': classmethod(_make),
        '__replace__': _replace,
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': names,
    }
    for method in (_make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    for at, name in enumerate(names):
        namespace[name] = _tuplegetter(at, f'Alias for field number {at}')
    result = type(typename, (tuple,), namespace)
    if module is None:
        try:
            module = _sys._getframe(1).f_globals.get('__name__', '__main__')  #: 521
        except ValueError:
            # A module that another one's `__getattr__` imports has no frame of the program's below it.
            module = '__main__'
    result.__module__ = module
    return result


def _count_elements(mapping, iterable):
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1


_shortcuts(15, _count_elements)


def _counts(counter, other, both, alone=lambda others: others):
    """The elements of two counters, each with what comes of its counts, or of the other's alone."""
    for element, count in counter.items():
        yield element, both(count, other[element])
    for element, count in other.items():
        if element not in counter:
            yield element, alone(count)


class Counter(dict):
    """A dict that counts."""

    def __init__(self, iterable=None, /, **kwds):  #: in collections/__init__.py
        super().__init__()  #: 607
        self.update(iterable, **kwds)  #: 608

    def __missing__(self, key):
        return 0

    def total(self):
        """Sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):  #: in collections/__init__.py
        """The n most common elements and their counts, most common first."""
        if n is None:
            return sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        import heapq
        return heapq.nlargest(n, self.items(), key=lambda pair: pair[1])  #: 633 return «heapq.nlargest(n, self.items(), key=_itemgetter(1))»

    def elements(self):
        """Each element as often as it counts."""
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod  #: in collections/__init__.py
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')  #: 667 raise NotImplementedError(⏎    'Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):  #: in collections/__init__.py
        """Add counts."""
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, 'items'):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)  #: 695 self[elem] = «count + self_get(elem, 0)»
                else:
                    super().update(iterable)  #: 698
            else:
                _count_elements(self, iterable)  #: 700
        if kwds:
            self.update(kwds)  #: 702

    def subtract(self, iterable=None, /, **kwds):  #: in collections/__init__.py
        """Take counts away; they may become negative."""
        if iterable is not None:
            if isinstance(iterable, dict) or hasattr(iterable, 'items'):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count  #: 724 self[elem] = «self_get(elem, 0) - count»
            else:
                for element in iterable:  #: 726 for elem in «iterable»:
                    self[element] = self.get(element, 0) - 1  #: 727 self[elem] = «self_get(elem, 0)» - 1
        if kwds:
            self.subtract(kwds)  #: 729

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):  #: in collections/__init__.py
        if elem in self:  #: 740
            super().__delitem__(elem)  #: 741

    def __repr__(self):
        if not self:
            return f'{self.__class__.__name__}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return f'{self.__class__.__name__}({shown!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _positive(self, pairs):
        result = Counter()
        for element, count in pairs:
            if count > 0:
                result[element] = count
        return result

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive(_counts(self, other, lambda count, others: count + others))

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive(_counts(self, other, lambda count, others: count - others, lambda others: -others))

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive(_counts(self, other, max))

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._positive((e, min(c, other[e])) for e, c in self.items())

    def __pos__(self):
        return self._positive(self.items())

    def __neg__(self):
        return self._positive((e, -c) for e, c in self.items())

    def _keep_positive(self):
        for element in [e for e, c in self.items() if not c > 0]:
            del self[element]
        return self

    def __iadd__(self, other):  #: in collections/__init__.py
        for element, count in other.items():  #: 934 for elem, count in «other.items»():
            self[element] += count
        return self._keep_positive()  #: 936

    def __isub__(self, other):  #: in collections/__init__.py
        for element, count in other.items():  #: 947 for elem, count in «other.items»():
            self[element] -= count
        return self._keep_positive()  #: 949

    def __ior__(self, other):  #: in collections/__init__.py
        for element, count in other.items():  #: 960 for elem, other_count in «other.items»():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()  #: 964

    def __iand__(self, other):  #: in collections/__init__.py
        for element, count in self.items():
            if other[element] < count:  #: 976 other_count = «other[elem]»
                self[element] = other[element]
        return self._keep_positive()  #: 979


# Those that rest on the abstract classes are read when a program first asks for one.
_BY_ABSTRACT_CLASSES = frozenset(('ChainMap', 'UserDict', 'UserList', 'UserString'))


def __getattr__(name):
    if name in _BY_ABSTRACT_CLASSES:
        import _user_containers
        found = globals()[name] = getattr(_user_containers, name)
        return found
    if name == 'abc':
        import collections.abc
        return collections.abc
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted({*globals(), *__all__, 'abc'})


from _frames import extension as _extension
_extension(defaultdict, OrderedDict)
