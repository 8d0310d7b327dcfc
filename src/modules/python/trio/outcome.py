"""What a call has come to, kept as a value."""
__version__ = '1.3.0.post0'


class AlreadyUsedError(RuntimeError):
    """An outcome can be unwrapped once."""


class Outcome:
    """A value or an error."""
    __slots__ = ('_used',)

    def __init__(self, content):
        setattr(self, self.__slots__[0], content)
        self._used = False

    def _use(self):
        if self._used:
            raise AlreadyUsedError
        self._used = True
        return getattr(self, self.__slots__[0])

    def __repr__(self):
        return f'{type(self).__name__}({getattr(self, self.__slots__[0])!r})'

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return getattr(self, self.__slots__[0]) == getattr(other, self.__slots__[0])

    def __hash__(self):
        return hash(getattr(self, self.__slots__[0]))


class Value(Outcome):
    __slots__ = ('value',)

    def unwrap(self):
        return self._use()

    def send(self, gen):
        return gen.send(self._use())

    async def asend(self, agen):
        return await agen.asend(self._use())


class Error(Outcome):
    __slots__ = ('error',)

    def __init__(self, error):
        if not isinstance(error, BaseException):
            raise TypeError(f"'error' must be <class 'BaseException'> (got {error!r} that is a {type(error)!r}).")
        super().__init__(error)

    def unwrap(self):
        error = self._use()
        try:
            raise error
        finally:
            del error, self

    def send(self, gen):
        return gen.throw(self._use())

    async def asend(self, agen):
        return await agen.athrow(self._use())


Maybe = Value | Error
for _class in AlreadyUsedError, Outcome, Value, Error:
    _class.__module__ = 'outcome'


def capture(sync_fn, *args, **kwargs):
    try:
        return Value(sync_fn(*args, **kwargs))
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next
        return Error(error)


async def acapture(async_fn, *args, **kwargs):
    try:
        return Value(await async_fn(*args, **kwargs))
    except BaseException as error:
        error.__traceback__ = error.__traceback__.tb_next
        return Error(error)
