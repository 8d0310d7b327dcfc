"""`loop` in templates."""
from jinja2.async_utils import auto_aiter, auto_to_list
from jinja2.utils import missing


class LoopContext:
    """Where a loop is; it gives what the loop runs over, each with itself."""
    index0 = -1

    def __init__(self, iterable, undefined, recurse=None, depth0=0):
        self._iterable, self._iterator = iterable, self._to_iterator(iterable)
        self._undefined, self._recurse, self.depth0 = undefined, recurse, depth0
        self._length, self._after, self._current, self._before, self._last_changed_value = None, missing, missing, missing, missing

    _to_iterator = staticmethod(iter)
    depth = property(lambda self: self.depth0 + 1)
    index = property(lambda self: self.index0 + 1)
    first = property(lambda self: self.index0 == 0)

    @property
    def length(self):
        if self._length is None:
            try:
                self._length = len(self._iterable)
            except TypeError:
                rest = list(self._iterator)
                self._iterator = self._to_iterator(rest)
                self._length = len(rest) + self.index + (self._after is not missing)
        return self._length

    def __len__(self):
        return self.length

    @property
    def revindex0(self):
        return self.length - self.index

    @property
    def revindex(self):
        return self.length - self.index0

    def _peek_next(self):
        if self._after is missing:
            self._after = next(self._iterator, missing)
        return self._after

    @property
    def last(self):
        return self._peek_next() is missing

    @property
    def previtem(self):
        return self._undefined('there is no previous item') if self.first else self._before

    @property
    def nextitem(self):
        found = self._peek_next()
        return self._undefined('there is no next item') if found is missing else found

    def cycle(self, *args):
        if not args:
            raise TypeError('no items for cycling given')
        return args[self.index0 % len(args)]

    def changed(self, *value):
        differs = self._last_changed_value != value
        if differs:
            self._last_changed_value = value
        return differs

    def __iter__(self):
        return self

    def _step(self, value):
        self.index0 += 1
        self._before, self._current, self._after = self._current, value, missing
        return value, self

    def __next__(self):
        return self._step(next(self._iterator) if self._after is missing else self._after)

    def __call__(self, iterable):
        if self._recurse is None:
            raise TypeError("The loop must have the 'recursive' marker to be called recursively.")
        return self._recurse(iterable, self._recurse, depth=self.depth)

    def __repr__(self):
        return f'<{type(self).__name__} {self.index}/{self.length}>'


class AsyncLoopContext(LoopContext):
    """The same over asynchronous iterators."""
    _to_iterator = staticmethod(auto_aiter)

    @property
    async def length(self):
        if self._length is None:
            try:
                self._length = len(self._iterable)
            except TypeError:
                rest = await auto_to_list(self._iterator)
                self._iterator = self._to_iterator(rest)
                self._length = len(rest) + self.index + (self._after is not missing)
        return self._length

    @property
    async def revindex0(self):
        return await self.length - self.index

    @property
    async def revindex(self):
        return await self.length - self.index0

    async def _peek_next(self):
        if self._after is missing:
            self._after = await anext(self._iterator, missing)
        return self._after

    @property
    async def last(self):
        return await self._peek_next() is missing

    @property
    async def nextitem(self):
        found = await self._peek_next()
        return self._undefined('there is no next item') if found is missing else found

    def __aiter__(self):
        return self

    async def __anext__(self):
        return self._step(await self._iterator.__anext__() if self._after is missing else self._after)


LoopContext.__module__ = AsyncLoopContext.__module__ = 'jinja2.runtime'
