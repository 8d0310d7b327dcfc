"""Where records go besides files: streams, handlers of logging, functions and coroutine functions."""
import asyncio
import inspect
import weakref


class StreamSink:
    def __init__(self, stream):
        self._stream = stream

    def write(self, message):
        self._stream.write(message)
        if callable(getattr(self._stream, 'flush', None)):
            self._stream.flush()

    def stop(self):
        if callable(getattr(self._stream, 'stop', None)):
            self._stream.stop()

    def tasks_to_complete(self):
        complete = getattr(self._stream, 'complete', None)
        return [complete()] if inspect.iscoroutinefunction(complete) else []


class CallableSink:
    def __init__(self, function):
        self.write = function

    def stop(self):
        pass

    def tasks_to_complete(self):
        return []


class StandardSink(CallableSink):
    """A handler of logging."""

    def __init__(self, handler):
        self._handler = handler

    def write(self, message):
        import logging
        said = message.record
        error = said['exception']
        record = logging.getLogger().makeRecord(
            said['name'], said['level'].no, said['file'].path, said['line'], str(message), (),
            (error.type, error.value, error.traceback) if error else None, said['function'], {'extra': said['extra']})
        if error:
            # Its text is in the message.
            record.exc_text = '\n'
        record.levelname = said['level'].name
        self._handler.handle(record)

    def stop(self):
        self._handler.close()


class AsyncSink:
    """A coroutine function, each call of which becomes a task of the running loop."""

    def __init__(self, function, loop, errors):
        self._function, self._loop, self._errors = function, loop, errors
        self._tasks = weakref.WeakSet()

    def write(self, message):
        try:
            loop = self._loop or asyncio.get_running_loop()
        except RuntimeError:
            return
        task = loop.create_task(self._function(message))

        def check(task):
            if task.cancelled() or task.exception() is None:
                return
            if not self._errors.caught:
                raise task.exception()
            self._errors.print(message.record, task.exception())

        task.add_done_callback(check)
        self._tasks.add(task)

    def stop(self):
        for task in self._tasks:
            task.cancel()

    def tasks_to_complete(self):
        return [self._complete_task(task) for task in self._tasks]

    def __getstate__(self):
        return {**self.__dict__, '_tasks': None}

    def __setstate__(self, state):
        self.__dict__.update(state, _tasks=weakref.WeakSet())

    async def _complete_task(self, task):
        if task.get_loop() is asyncio.get_running_loop():
            try:
                await task
            except Exception:
                pass
