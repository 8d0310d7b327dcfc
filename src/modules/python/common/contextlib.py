"""Utilities for with statements."""
import abc
import sys
from _collections import deque
from functools import wraps

__all__ = ['asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
           'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
           'redirect_stderr', 'suppress', 'aclosing', 'chdir']


def _has(cls, *methods):
    for method in methods:
        found = next((base.__dict__[method] for base in cls.__mro__ if method in base.__dict__), None)
        if found is None:
            return NotImplemented
    return True


GenericAlias, MethodType = type(list[int]), type(_has.__get__(abc))


class AbstractContextManager(abc.ABC):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractContextManager:
            return _has(C, '__enter__', '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(abc.ABC):
    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, C):
        if cls is AbstractAsyncContextManager:
            return _has(C, '__aenter__', '__aexit__')
        return NotImplemented


class ContextDecorator:
    """Lets a context manager be used as a decorator."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():  #: 84
                return func(*args, **kwds)  #: 85 return «func(*args, **kwds)»
        return inner


class AsyncContextDecorator:
    """Lets an asynchronous context manager be used as a decorator."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):  #: 99
            async with self._recreate_cm():  #: 100
                return await func(*args, **kwds)  #: 101
        return inner


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)  #: 109
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, '__doc__', None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    """Helper for @contextmanager decorator."""

    def __enter__(self):
        # What would keep the arguments alive is not needed any more.
        del self.args  #: 139 del «self.args», self.kwds, self.func
        del self.kwds, self.func
        try:
            return next(self.gen)  #: 141
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None  #: 143

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)  #: 148
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")  #: 153
            finally:
                self.gen.close()  #: 155
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)  #: 162
        except StopIteration as exc:
            # Raised anew inside the block it is the block's own.
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback  #: 171
                return False
            if isinstance(value, StopIteration) and exc.__cause__ is value:
                value.__traceback__ = traceback  #: 183
                return False
            raise  #: 185
        except BaseException as exc:
            if exc is not value:
                raise  #: 194
            exc.__traceback__ = traceback  #: 195
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")  #: 198
        finally:
            self.gen.close()  #: 200


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """Helper for @asynccontextmanager decorator."""

    async def __aenter__(self):
        del self.args  #: 139 del «self.args», self.kwds, self.func
        del self.kwds, self.func
        try:
            return await anext(self.gen)  #: 214
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None  #: 216

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)  #: 221
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")  #: 226
            finally:
                await self.gen.aclose()  #: 228
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)  #: 235
        except StopAsyncIteration as exc:
            return exc is not value
        except RuntimeError as exc:
            if exc is value:
                exc.__traceback__ = traceback  #: 244
                return False
            if isinstance(value, (StopIteration, StopAsyncIteration)) and exc.__cause__ is value:
                value.__traceback__ = traceback  #: 256
                return False
            raise  #: 258
        except BaseException as exc:
            if exc is not value:
                raise  #: 267
            exc.__traceback__ = traceback  #: 268
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")  #: 271
        finally:
            await self.gen.aclose()  #: 273


def contextmanager(func):
    """Decorator that makes a context manager of a generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)  #: 305
    return helper


def asynccontextmanager(func):
    """Decorator that makes an asynchronous context manager of an async generator function."""
    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)  #: 338
    return helper


class closing(AbstractContextManager):
    """Closes something at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()  #: 364 «self.thing.close»()


class aclosing(AbstractAsyncContextManager):
    """Closes something with aclose() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()  #: 390


class _RedirectStream(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    """Sends what is written to sys.stdout elsewhere."""
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Sends what is written to sys.stderr elsewhere."""
    _stream = 'stderr'


class chdir(AbstractContextManager):
    """Another working directory for the length of a with block."""

    def __init__(self, path):
        self.path, self._before = path, []

    def __enter__(self):
        import os
        self._before.append(os.getcwd())
        os.chdir(self.path)  #: 811

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._before.pop())


class suppress(AbstractContextManager):
    """Ends the block quietly at the exceptions given."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return
        if issubclass(exctype, self._exceptions):  #: 462 if «issubclass(exctype, self._exceptions)»:
            return True
        if issubclass(exctype, BaseExceptionGroup):  #: 464
            _, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest  #: 468
        return False


def _fix_context(new, outer, before):
    """The context of an exception raised by an exit callback leads to the exception before it."""
    while True:
        context = new.__context__
        if context is None or context is before:
            return
        if context is outer:
            break
        new = context
    new.__context__ = before


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves the callbacks to a new stack."""
        new = type(self)()
        new._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return new

    def push(self, exit):
        """Registers something with __exit__, or a callback of its signature."""
        cls = type(exit)
        try:
            method = cls.__exit__
        except AttributeError:
            self._exit_callbacks.append((True, exit))
        else:
            self._exit_callbacks.append((True, MethodType(method, exit)))
        return exit

    def enter_context(self, cm):
        """Enters the context manager; it is left with the stack."""
        cls = type(cm)
        try:
            enter, exit = cls.__enter__, cls.__exit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager "  #: 528 raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "⏎                f"not support the context manager protocol") from None
                            "protocol") from None
        result = enter(cm)  #: 530 result = «_enter(cm)»
        self._exit_callbacks.append((True, MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Registers a function to be called with these arguments."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)  #: 482
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Context managers and callbacks, left in reverse order."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        exc = exc_details[1]  #: 572
        received = exc is not None
        outer = sys.exception()
        suppressed = False
        pending = False
        while self._exit_callbacks:
            _, cb = self._exit_callbacks.pop()
            try:
                exc_details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if cb(*exc_details):  #: 604
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                _fix_context(new, outer, exc)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc  #: 619
            except BaseException:
                exc.__context__ = context
                raise  #: 622
        return received and suppressed

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)  #: 627


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """Context managers and callbacks of both kinds, left in reverse order."""

    async def __aenter__(self):
        return self

    async def enter_async_context(self, cm):
        """Enters the asynchronous context manager; it is left with the stack."""
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context "  #: 665 raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "⏎                f"not support the asynchronous context manager protocol"⏎               ) from None
                            "manager protocol") from None
        result = await enter(cm)  #: 668 result = «await _enter(cm)»
        self._exit_callbacks.append((False, MethodType(exit, cm)))
        return result

    def push_async_exit(self, exit):
        """Registers something with __aexit__, or a coroutine function of its signature."""
        cls = type(exit)
        try:
            method = cls.__aexit__
        except AttributeError:
            self._exit_callbacks.append((False, exit))
        else:
            self._exit_callbacks.append((False, MethodType(method, exit)))
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Registers a coroutine function to be called with these arguments."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)  #: 651
        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)  #: 705

    async def __aexit__(self, *exc_details):
        exc = exc_details[1]  #: 717
        received = exc is not None
        outer = sys.exception()
        suppressed = False
        pending = False
        while self._exit_callbacks:
            is_sync, cb = self._exit_callbacks.pop()
            try:
                exc_details = (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
                if is_sync:
                    cb_suppress = cb(*exc_details)  #: 749
                else:
                    cb_suppress = await cb(*exc_details)  #: 751
                if cb_suppress:
                    suppressed = True
                    pending = False
                    exc = None
            except BaseException as new:
                _fix_context(new, outer, exc)
                pending = True
                exc = new
        if pending:
            context = exc.__context__
            try:
                raise exc  #: 768
            except BaseException:
                exc.__context__ = context
                raise  #: 771
        return received and suppressed


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """A context manager that does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass
