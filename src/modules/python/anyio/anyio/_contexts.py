"""Context managers that are classes, and do what a generator of theirs does."""
import contextlib
import inspect


def _made(self, held, kind, name, known, wrong):
    """What the method makes, once it is a manager of that kind and no other thing."""
    if held is not None:
        raise RuntimeError(f'this {type(self).__qualname__} has already been entered')
    made = getattr(self, name)()
    if not isinstance(made, kind):
        for is_such, words in known:
            if is_such(made):
                if inspect.iscoroutine(made):
                    made.close()
                raise TypeError(f'{name}() returned {words}')
        raise TypeError(f'{name}() did not return {wrong}, but {type(made)!r}')
    if made is self:
        raise TypeError(f"{type(self).__qualname__}.{name}() returned self. Did you forget to add the @{name.strip('_')} decorator and a "
                        "'yield' statement?")
    return made


def _entered(self, held):
    if held is None:
        raise RuntimeError(f'this {type(self).__qualname__} has not been entered yet')
    return held


class ContextManagerMixin:
    """A context manager by its `__contextmanager__`, a generator with `@contextmanager`."""
    __module__ = 'anyio'
    # What the generator has made, between entering and leaving.
    __held = None

    def __enter__(self):
        made = _made(self, self.__held, contextlib.AbstractContextManager, '__contextmanager__', (
            (inspect.isgenerator, 'a generator object instead of a context manager. Did you forget to add the @contextmanager decorator?'),
        ), 'a context manager object')
        value = made.__enter__()
        self.__held = made
        return value

    def __exit__(self, exc_type, exc_val, exc_tb):
        made = _entered(self, self.__held)
        del self.__held
        return made.__exit__(exc_type, exc_val, exc_tb)


class AsyncContextManagerMixin:
    """An async one by its `__asynccontextmanager__`, a generator with `@asynccontextmanager`."""
    __module__ = 'anyio'
    __held = None

    async def __aenter__(self):
        made = _made(self, self.__held, contextlib.AbstractAsyncContextManager, '__asynccontextmanager__', (
            (inspect.isasyncgen, 'an async generator instead of an async context manager. Did you forget to add the @asynccontextmanager '
             'decorator?'),
            (inspect.iscoroutine, 'a coroutine object instead of an async context manager. Did you forget to add the @asynccontextmanager '
             "decorator and a 'yield' statement?"),
        ), 'an async context manager')
        value = await made.__aenter__()
        self.__held = made
        return value

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        made = _entered(self, self.__held)
        del self.__held
        return await made.__aexit__(exc_type, exc_val, exc_tb)
