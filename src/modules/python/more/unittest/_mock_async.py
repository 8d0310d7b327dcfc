"""What is awaited of a mock."""
import asyncio as _asyncio
import inspect as _inspect

from unittest._mock_signatures import _callable, _is_exception
from unittest._mock_calls import DEFAULT, _Call, _CallList
from unittest._mock_magics import Base, _delegated

__name__ = 'unittest.mock'  # where what is here is said to be


class AsyncMockMixin(Base):  #: in unittest/mock.py
    """What makes the calls of a mock give coroutines."""
    await_count, await_args = _delegated('await_count'), _delegated('await_args')
    await_args_list = _delegated('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__.update(_is_coroutine_marker=_inspect._marked, _mock_await_count=0, _mock_await_args=None,
                             _mock_await_args_list=_CallList(), __name__='AsyncMock', __defaults__=(),
                             __kwdefaults__={}, __annotations__=None)

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect  #: 2310
            if not _callable(effect):
                try:
                    result = next(effect)  #: 2313
                except StopIteration:
                    raise StopAsyncIteration  #: 2317
                if _is_exception(result):
                    raise result  #: 2319
            elif _asyncio.iscoroutinefunction(effect):
                result = await effect(*args, **kwargs)  #: 2321
            else:
                result = effect(*args, **kwargs)  #: 2323
            if result is not DEFAULT:
                return result
        wrapped = self._mock_wraps
        if self._mock_return_value is not DEFAULT or wrapped is None:
            return self.return_value
        if _asyncio.iscoroutinefunction(wrapped):
            return await wrapped(*args, **kwargs)  #: 2333 return «await self._mock_wraps(*args, **kwargs)»
        return wrapped(*args, **kwargs)  #: 2334 return «self._mock_wraps(*args, **kwargs)»

    def assert_awaited(self):
        if not self.await_count:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited.'
            raise AssertionError(msg)  #: 2344

    def assert_awaited_once(self):
        if self.await_count != 1:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited once. Awaited {self.await_count} times.'
            raise AssertionError(msg)  #: 2353

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'Expected await: {expected}\nNot awaited')  #: 2361
        if unlike := self._unlike(args, kwargs, self.await_args, 'await'):
            raise AssertionError(unlike[0]) from unlike[1]  #: 2371 raise AssertionError(_error_message()) from cause

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            msg = f'Expected {self._mock_name or "mock"} to have been awaited once. Awaited {self.await_count} times.'
            raise AssertionError(msg)  #: 2381
        return self.assert_awaited_with(*args, **kwargs)  #: 2382

    def assert_any_await(self, /, *args, **kwargs):
        never, cause = self._never(args, kwargs, self.await_args_list)
        if never:
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} await not found') from cause  #: 2393 raise AssertionError(⏎    '%s await not found' % expected_string⏎) from cause

    def assert_has_awaits(self, calls, any_order=False):
        lacking = self._lacking(calls, self.await_args_list, any_order, 'awaits')
        if lacking and not any_order:
            said, cause = lacking
            raise AssertionError(f'{said}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}') from cause  #: 2421 raise AssertionError(⏎    f'{problem}\n'⏎    f'Expected: {_CallList(calls)}\n'⏎    f'Actual: {self.await_args_list}'⏎) from cause
        if lacking:
            raise AssertionError(f'{lacking[0]!r} not all found in await list') from lacking[2]  #: 2437 raise AssertionError(⏎    '%r not all found in await list' % (tuple(not_found),)⏎) from cause

    def assert_not_awaited(self):
        if self.await_count:
            msg = (f'Expected {self._mock_name or "mock"} to not have been awaited. Awaited '
                   f'{self.await_count} times.')
            raise AssertionError(msg)  #: 2448

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count, self.await_args, self.await_args_list = 0, None, _CallList()
