"""Functional tools for creating and using iterators."""
import operator as _operator
import types as _types

__all__ = ['accumulate', 'batched', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count',
           'cycle', 'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product',
           'repeat', 'starmap', 'takewhile', 'tee', 'zip_longest']
_missing = object()


class _Generated:
    """An iterator over a generator: a loop runs that directly, next() passes through here."""
    __slots__ = ('_items', '__weakref__')

    def __iter__(self):
        return self._items

    def __next__(self):
        return next(self._items)


def _size(value, text):
    if value is None:
        return None
    try:
        value = _operator.index(value)
    except TypeError:
        value = -1
    if value < 0 or value > 0x7fffffffffffffff:
        raise ValueError(text)
    return value


class count:
    __module__ = 'itertools'
    __slots__ = ('_next', '_step')

    def __init__(self, start=0, step=1):
        if not hasattr(start, '__add__') or isinstance(start, (str, list, tuple)):
            raise TypeError('a number is required')
        self._next = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next = value + self._step
        return value

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return f'{type(self).__name__}({self._next!r})'
        return f'{type(self).__name__}({self._next!r}, {self._step!r})'


class repeat:
    __module__ = 'itertools'
    __slots__ = ('_object', '_left')

    def __init__(self, object=_missing, times=None):
        if object is _missing:
            raise TypeError("repeat() missing required argument 'object' (pos 1)")
        self._object = object
        self._left = None if times is None else max(_operator.index(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        left = '' if self._left is None else f', {self._left}'
        return f'{type(self).__name__}({self._object!r}{left})'


class cycle(_Generated):
    __slots__ = ()

    def __init__(self, iterable, /):
        self._items = self._generate(iter(iterable))

    @staticmethod
    def _generate(iterator):
        saved = []
        for item in iterator:
            yield item
            saved.append(item)
        while saved:
            yield from saved


class chain(_Generated):
    __slots__ = ()

    def __init__(self, *iterables):
        self._items = self._generate(iter(iterables))

    @staticmethod
    def _generate(iterables):
        for iterable in iterables:
            for item in iterable:
                yield item

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls.__new__(cls)
        self._items = cls._generate(iter(iterable))
        return self

    __class_getitem__ = classmethod(_types.GenericAlias)


class islice(_Generated):
    __slots__ = ()

    def __init__(self, iterable, /, *args):
        if not args or len(args) > 3:
            word, bound = ('at least', 2) if not args else ('at most', 4)
            raise TypeError(f'islice expected {word} {bound} arguments, got {len(args) + 1}')
        if len(args) == 1:
            text = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
            start, stop, step = 0, _size(args[0], text), 1
        else:
            text = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
            start, stop = _size(args[0], text) or 0, _size(args[1], text)
            text = 'Step for islice() must be a positive integer or None.'
            step = 1 if len(args) < 3 or args[2] is None else _size(args[2], text)
            if step == 0:
                raise ValueError(text)
        self._items = self._generate(iter(iterable), start, stop, step)

    @staticmethod
    def _generate(iterator, start, stop, step):
        at = 0
        target = start if stop is None else min(start, stop)
        while at < target:
            try:
                next(iterator)
            except StopIteration:
                return
            at += 1
        target = start
        while stop is None or target < stop:
            while True:
                try:
                    item = next(iterator)
                except StopIteration:
                    return
                at += 1
                if at > target:
                    break
            yield item
            target += step
            while at < target and (stop is None or at < stop) and step > 1:
                if stop is not None and target >= stop and at >= stop:
                    break
                try:
                    next(iterator)
                except StopIteration:
                    return
                at += 1


class starmap(_Generated):
    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._items = self._generate(function, iter(iterable))

    @staticmethod
    def _generate(function, iterator):
        for args in iterator:
            yield function(*args)


class takewhile(_Generated):
    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._items = self._generate(predicate, iter(iterable))

    @staticmethod
    def _generate(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                return
            yield item


class dropwhile(_Generated):
    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._items = self._generate(predicate, iter(iterable))

    @staticmethod
    def _generate(predicate, iterator):
        for item in iterator:
            if not predicate(item):
                yield item
                break
        for item in iterator:
            yield item


class filterfalse(_Generated):
    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._items = self._generate(bool if function is None else function, iter(iterable))

    @staticmethod
    def _generate(function, iterator):
        for item in iterator:
            if not function(item):
                yield item


class compress(_Generated):
    __slots__ = ()

    def __init__(self, data, selectors):
        self._items = self._generate(zip(data, selectors))

    @staticmethod
    def _generate(pairs):
        for item, selected in pairs:
            if selected:
                yield item


class accumulate(_Generated):
    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._items = self._generate(iter(iterable), _operator.add if func is None else func, initial)

    @staticmethod
    def _generate(iterator, function, total):
        if total is None:
            try:
                total = next(iterator)
            except StopIteration:
                return
        yield total
        for item in iterator:
            total = function(total, item)
            yield total


class pairwise(_Generated):
    __slots__ = ()

    def __init__(self, iterable, /):
        self._items = self._generate(iter(iterable))

    @staticmethod
    def _generate(iterator):
        try:
            before = next(iterator)
        except StopIteration:
            return
        for item in iterator:
            yield before, item
            before = item


class batched(_Generated):
    __slots__ = ()

    def __init__(self, iterable, n, *, strict=False):
        n = _operator.index(n)
        if n < 1:
            raise ValueError('n must be at least one')
        self._items = self._generate(iter(iterable), n, strict)

    @staticmethod
    def _generate(iterator, n, strict):
        batch = []
        for item in iterator:
            batch.append(item)
            if len(batch) == n:
                yield tuple(batch)
                batch = []
        if batch:
            if strict:
                raise ValueError('batched(): incomplete batch')
            yield tuple(batch)


class zip_longest(_Generated):
    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._items = self._generate([iter(it) for it in iterables], fillvalue)

    @staticmethod
    def _generate(iterators, fill):
        left = len(iterators)
        if not left:
            return
        while True:
            row = []
            for at, iterator in enumerate(iterators):
                if iterator is None:
                    row.append(fill)
                    continue
                try:
                    row.append(next(iterator))
                except StopIteration:
                    left -= 1
                    if not left:
                        return
                    iterators[at] = None
                    row.append(fill)
            yield tuple(row)


class product(_Generated):
    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        repeat = _operator.index(repeat)
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        self._items = self._generate([tuple(it) for it in iterables] * repeat)

    @staticmethod
    def _generate(pools):
        if not all(pools):
            return
        at = [0] * len(pools)
        row = [pool[0] for pool in pools]
        while True:
            yield tuple(row)
            for place in range(len(pools) - 1, -1, -1):
                at[place] += 1
                if at[place] < len(pools[place]):
                    row[place] = pools[place][at[place]]
                    break
                at[place] = 0
                row[place] = pools[place][0]
            else:
                return


class permutations(_Generated):
    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None and not isinstance(r, int):
            raise TypeError('Expected int as r')
        r = len(pool) if r is None else r
        if r < 0:
            raise ValueError('r must be non-negative')
        self._items = self._generate(pool, r)

    @staticmethod
    def _generate(pool, r):
        n = len(pool)
        if r > n:
            return
        indices = list(range(n))
        cycles = list(range(n, n - r, -1))
        yield tuple(pool[i] for i in indices[:r])
        while True:
            for i in range(r - 1, -1, -1):
                cycles[i] -= 1
                if cycles[i]:
                    j = n - cycles[i]
                    indices[i], indices[j] = indices[j], indices[i]
                    yield tuple([pool[k] for k in indices[:r]])
                    break
                indices.append(indices.pop(i))
                cycles[i] = n - i
            else:
                return


class combinations(_Generated):
    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        r = _operator.index(r)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._items = self._generate(pool, r)

    @staticmethod
    def _generate(pool, r):
        n = len(pool)
        if r > n:
            return
        chosen = list(range(r))
        while True:
            yield tuple([pool[k] for k in chosen])
            place = r - 1
            while place >= 0 and chosen[place] == place + n - r:
                place -= 1
            if place < 0:
                return
            first = chosen[place] + 1
            chosen[place:] = range(first, first + r - place)


class combinations_with_replacement(_Generated):
    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        r = _operator.index(r)
        if r < 0:
            raise ValueError('r must be non-negative')
        self._items = self._generate(pool, r)

    @staticmethod
    def _generate(pool, r):
        n = len(pool)
        if not n and r:
            return
        chosen = [0] * r
        while True:
            yield tuple([pool[k] for k in chosen])
            place = r - 1
            while place >= 0 and chosen[place] == n - 1:
                place -= 1
            if place < 0:
                return
            chosen[place:] = [chosen[place] + 1] * (r - place)


class _grouper:
    """One group of groupby()."""
    __module__ = 'itertools'
    __slots__ = ('_parent', '_key')

    def __init__(self, parent, key):
        self._parent = parent
        self._key = key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _missing:
            parent._advance()
        if not parent._key == self._key:
            raise StopIteration
        value = parent._value
        parent._value = _missing
        return value


class groupby:
    __module__ = 'itertools'
    __slots__ = ('_iterator', '_function', '_key', '_target', '_value', '_group')

    def __init__(self, iterable, key=None):
        self._iterator = iter(iterable)
        self._function = key
        self._key = self._target = self._value = _missing
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        self._value = value = next(self._iterator)
        self._key = value if self._function is None else self._function(value)

    def __next__(self):
        self._group = None
        while True:
            if self._key is not _missing and (self._target is _missing or not self._key == self._target):
                break
            self._advance()
        self._target = self._key
        self._group = _grouper(self, self._key)
        return self._key, self._group


class _tee:
    __module__ = 'itertools'
    __slots__ = ('_iterator', '_link', '__weakref__')

    def __init__(self, iterable):
        if isinstance(iterable, _tee):
            self._iterator, self._link = iterable._iterator, iterable._link
        else:
            # A link: the value and the next link, once they are known.
            self._iterator, self._link = iter(iterable), [None, None]

    def __iter__(self):
        return self

    def __next__(self):
        link = self._link
        if link[1] is None:
            link[0] = next(self._iterator)
            link[1] = [None, None]
        value, self._link = link
        return value

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    n = _operator.index(n)
    if n < 0:
        raise ValueError('n must be >= 0')
    if not n:
        return ()
    first = iterable if isinstance(iterable, _tee) else _tee(iterable)
    return (_tee(first), *[_tee(first) for _ in range(n - 1)])


for _name in __all__:
    globals()[_name].__module__ = 'itertools'
del _name


from _frames import extension as _extension
_extension(count, repeat, cycle, chain, islice, starmap, takewhile, dropwhile, filterfalse, compress, accumulate,
           pairwise, batched, zip_longest, product, permutations, combinations,
           combinations_with_replacement, groupby)
