"""Test cases whose methods may be coroutine functions."""
import asyncio
import contextvars
import inspect

from unittest.case import TestCase, _warn_of_value


class IsolatedAsyncioTestCase(TestCase):
    """A test case with an event loop of its own."""
    loop_factory = None

    def __init__(self, methodName='runTest'):
        super().__init__(methodName)  #: 39
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, exit = cls.__aenter__, cls.__aexit__
        except AttributeError:
            what = f"'{cls.__module__}.{cls.__qualname__}' object"
            raise TypeError(f'{what} does not support the asynchronous context manager protocol') from None  #: 77 raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "⏎                f"not support the asynchronous context manager protocol"⏎               ) from None
        result = await enter(cm)  #: 80
        self.addAsyncCleanup(exit, cm, None, None, None)
        return result

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)  #: 89
        self._callAsync(self.asyncSetUp)  #: 90

    def _callTestMethod(self, method):
        if self._callMaybeAsync(method) is not None:  #: 93
            _warn_of_value(method, 4)

    def _callTearDown(self):
        self._callAsync(self.asyncTearDown)  #: 98
        self._asyncioTestContext.run(self.tearDown)  #: 99

    def _callCleanup(self, function, *args, **kwargs):
        self._callMaybeAsync(function, *args, **kwargs)  #: 102

    def _callAsync(self, func, /, *args, **kwargs):
        assert self._asyncioRunner is not None, 'asyncio runner is not initialized'  #: 105
        assert inspect.iscoroutinefunction(func), f'{func!r} is not an async function'  #: 106
        return self._asyncioRunner.run(  #: 107
            func(*args, **kwargs),  #: 108
            context=self._asyncioTestContext  #: 109
        )  #: 110

    def _callMaybeAsync(self, func, /, *args, **kwargs):
        assert self._asyncioRunner is not None, 'asyncio runner is not initialized'  #: 113
        if inspect.iscoroutinefunction(func):
            return self._asyncioRunner.run(  #: 115
                func(*args, **kwargs),  #: 116
                context=self._asyncioTestContext,  #: 117
            )  #: 118
        else:
            return self._asyncioTestContext.run(func, *args, **kwargs)  #: 120

    def _setupAsyncioRunner(self):
        assert self._asyncioRunner is None, 'asyncio runner is already initialized'
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)

    def _tearDownAsyncioRunner(self):
        self._asyncioRunner.close()

    def run(self, result=None):
        self._setupAsyncioRunner()
        try:
            return super().run(result)  #: 134
        finally:
            self._tearDownAsyncioRunner()

    def debug(self):
        self._setupAsyncioRunner()
        super().debug()
        self._tearDownAsyncioRunner()

    def __del__(self):
        if self._asyncioRunner is not None:  #: 144
            self._tearDownAsyncioRunner()
