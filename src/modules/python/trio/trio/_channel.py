"""Channels in memory: many senders, many receivers, one buffer."""
import contextlib
import functools
import math
import types
from collections import OrderedDict, deque, namedtuple
from trio import _run, abc
from trio._errors import BrokenResourceError, Cancelled, ClosedResourceError, EndOfChannel, WouldBlock, public

MemoryChannelStatistics = namedtuple(
    'MemoryChannelStatistics',
    'current_buffer_used max_buffer_size open_send_channels open_receive_channels tasks_waiting_send tasks_waiting_receive peak_buffer_used')


class _State:
    def __init__(self, size):
        self.size, self.data, self.peak = size, deque(), 0
        self.senders = self.receivers = 0
        self.sending, self.receiving = OrderedDict(), OrderedDict()

    def statistics(self):
        return MemoryChannelStatistics(len(self.data), self.size, self.senders, self.receivers, len(self.sending), len(self.receiving), self.peak)


class _open_memory_channel:
    """Callable as it is and with a type in brackets."""

    def __call__(self, max_buffer_size):
        if max_buffer_size != math.inf and not isinstance(max_buffer_size, int):
            raise TypeError('max_buffer_size must be an integer or math.inf')
        if max_buffer_size < 0:
            raise ValueError('max_buffer_size must be >= 0')
        state = _State(max_buffer_size)
        return MemorySendChannel._create(state), MemoryReceiveChannel._create(state)

    def __getitem__(self, kind):
        return self


open_memory_channel = _open_memory_channel()


class _Made(type(abc.SendChannel)):
    def __call__(cls, *args, **kwargs):
        raise TypeError(f'{cls.__module__}.{cls.__qualname__} has no public constructor')

    def _create(cls, *args):
        return super().__call__(*args)


class _End:
    """What both ends do; `_tasks` are those that wait at this one."""

    def __init__(self, state):
        self._state, self._closed, self._tasks = state, False, {}
        self._count(1)

    def statistics(self):
        return self._state.statistics()

    def clone(self):
        if self._closed:
            raise ClosedResourceError
        return type(self)._create(self._state)

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self.close()

    def close(self):
        if self._closed:
            return
        self._closed = True
        for task in self._tasks:
            _run.reschedule(task, _run.Error(ClosedResourceError()))
            self._waiting.pop(task, None)
        self._tasks.clear()
        self._count(-1)

    async def aclose(self):
        self.close()
        await _run.checkpoint()

    async def _wait(self, value):
        task = _run.current_task()
        self._tasks[task] = None
        self._waiting[task] = value
        task.custom_sleep_data = self

        def abort(raise_cancel):
            del self._tasks[task], self._waiting[task]
            return _run.Abort.SUCCEEDED

        return await _run.wait_task_rescheduled(abort, self._why)


def _wake(waiting, result):
    """Takes who has waited longest; returns what it waited with."""
    task, value = waiting.popitem(last=False)
    task.custom_sleep_data._tasks.pop(task, None)
    _run.reschedule(task, result)
    return value


class MemorySendChannel(_End, abc.SendChannel, metaclass=_Made):
    """The end to send by."""
    _why = 'queue.put'
    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def _waiting(self):
        return self._state.sending

    def _count(self, change):
        state = self._state
        state.senders += change
        if not state.senders:
            while state.receiving:
                _wake(state.receiving, _run.Error(EndOfChannel()))

    def __repr__(self):
        return f'<send channel at {id(self):#x}, using buffer at {id(self._state):#x}>'

    def send_nowait(self, value):
        state = self._state
        if self._closed:
            raise ClosedResourceError
        if not state.receivers:
            raise BrokenResourceError
        if state.receiving:
            _wake(state.receiving, _run.Value(value))
        elif len(state.data) < state.size:
            state.data.append(value)
            state.peak = max(state.peak, len(state.data))
        else:
            raise WouldBlock

    async def send(self, value):
        await _run.checkpoint_if_cancelled()
        try:
            self.send_nowait(value)
        except WouldBlock:
            pass
        else:
            await _run.cancel_shielded_checkpoint()
            return
        await self._wait(value)


class MemoryReceiveChannel(_End, abc.ReceiveChannel, metaclass=_Made):
    """The end to receive by."""
    _why = 'queue.get'
    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def _waiting(self):
        return self._state.receiving

    def _count(self, change):
        state = self._state
        state.receivers += change
        if not state.receivers:
            while state.sending:
                _wake(state.sending, _run.Error(BrokenResourceError()))
            state.data.clear()

    def __repr__(self):
        return f'<receive channel at {id(self):#x}, using buffer at {id(self._state):#x}>'

    def receive_nowait(self):
        state = self._state
        if self._closed:
            raise ClosedResourceError
        if state.sending:
            state.data.append(_wake(state.sending, _run.Value(None)))
        if state.data:
            return state.data.popleft()
        if not state.senders:
            raise EndOfChannel
        raise WouldBlock

    async def receive(self):
        await _run.checkpoint_if_cancelled()
        try:
            value = self.receive_nowait()
        except WouldBlock:
            pass
        else:
            await _run.cancel_shielded_checkpoint()
            return value
        return await self._wait(None)


class _Items(abc.ReceiveChannel):
    """Asks the generator for one more before it receives."""

    def __init__(self, receiver, asked):
        self._receiver, self._asked = receiver, asked

    async def receive(self):
        self._asked.release()
        return await self._receiver.receive()

    async def aclose(self):
        await self._receiver.aclose()


async def _end(items):
    """Closes a generator; the GeneratorExit that a nursery in it has put into a group is no error."""
    try:
        await items.aclose()
    except BaseExceptionGroup as group:
        exits, rest = group.split(GeneratorExit)
        todo, seen = [exits] if exits else [], 0
        for error in todo:
            if isinstance(error, BaseExceptionGroup):
                todo.extend(error.exceptions)
            else:
                seen += 1
        if seen > 1:
            rest = group.derive([*(rest.exceptions if rest else ()), AssertionError('More than one GeneratorExit found.')])
        if rest is not None:
            raise rest from None


def as_safe_channel(fn):
    from trio._nursery import open_nursery
    from trio._sync import Semaphore

    async def feed(items, sender, asked, task_status):
        with sender:
            try:
                task_status.started()
                while True:
                    await asked.acquire()
                    if not sender._state.receivers:
                        break
                    try:
                        value = await anext(items)
                    except StopAsyncIteration:
                        return
                    try:
                        await sender.send(value)
                    except BrokenResourceError:
                        break
            finally:
                await _end(items)

    @contextlib.asynccontextmanager
    @functools.wraps(fn)
    async def manager(*args, **kwargs):
        sender, receiver = open_memory_channel(0)
        try:
            async with open_nursery(strict_exception_groups=True) as nursery:
                asked = Semaphore(0)
                await nursery.start(feed, fn(*args, **kwargs), sender, asked)
                with receiver:
                    yield _Items(receiver, asked)
                nursery.cancel_scope.cancel('exited trio.as_safe_channel context manager')
        except BaseExceptionGroup as group:
            for error in group.exceptions:
                if isinstance(error, (KeyboardInterrupt, SystemExit)):
                    raise type(error)(*error.args) from group
            others = [error for error in group.exceptions if not isinstance(error, Cancelled)]
            if len(others) > 1:
                group.add_note('Encountered exception during cleanup of generator object, as well as exception in the contextmanager body - '
                               'unable to unwrap.')
                raise group from None
            error = others[0] if others else group.exceptions[0]
            raise error from error.__cause__

    return manager


public(MemorySendChannel, MemoryReceiveChannel, MemoryChannelStatistics, as_safe_channel)
