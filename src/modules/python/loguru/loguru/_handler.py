"""A handler: formats records and hands them to its sink."""
import functools
import os
import sys
import threading
import traceback
from _thread import _part_rlock, allocate_lock
from contextlib import contextmanager

from loguru import _colors


class Message(str):
    """What a sink is given, with the record it was made of."""
    __slots__ = ('record',)


# What is printed may log in its turn.
_printing = _part_rlock()


class Errors:
    """What becomes of errors in a handler: they are printed, or go on to who logs."""

    def __init__(self, caught, handler_id):
        self.caught, self._id = caught, handler_id

    def print(self, record=None, exception=None):
        if not sys.stderr:
            return
        exception = exception if exception is not None else sys.exception()
        with _printing:
            try:
                sys.stderr.write(f'--- Logging error in Loguru Handler #{self._id} ---\n')
                try:
                    shown = str(record)
                except Exception:
                    shown = '/!\\ Unprintable record /!\\'
                sys.stderr.write(f'Record was: {shown}\n')
                traceback.print_exception(exception, file=sys.stderr)
                sys.stderr.write('--- End of logging error ---\n')
            except OSError:
                pass


class Handler:
    """`layout`: a Format, or a function that gives the format of each record. `exceptions`: what an ExceptionFormatter is made
    with."""

    def __init__(self, *, sink, name, levelno, layout, filter_, colorize, serialize, enqueue, context, errors, exceptions, id_,
                 level_codes):
        self._sink, self._name, self._id, self.levelno = sink, name, id_, levelno
        self._layout, self._filter, self._colorize, self._serialize = layout, filter_, colorize, serialize
        self._errors, self._exceptions, self._level_codes = errors, exceptions, level_codes
        self._formats = functools.lru_cache(maxsize=64)(_colors.Format)
        self._stopped = False
        self._lock, self._within = allocate_lock(), threading.local()
        self._queue = None
        if enqueue:
            if context is None:
                import multiprocessing as context
            self._queue, self._confirmed = context.SimpleQueue(), context.Event()
            self._confirmation_lock = context.Lock()
            self._queue_lock, self._owner = allocate_lock(), os.getpid()
            self._thread = threading.Thread(target=self._write_queued, daemon=True, name=f'loguru-writer-{id_}')
            self._thread.start()

    def __getstate__(self):
        state = {**self.__dict__, '_lock': None, '_within': None, '_formats': None}
        if self._queue is not None:
            state.update(_sink=None, _thread=None, _queue_lock=None)
        return state

    def __setstate__(self, state):
        self.__dict__.update(state, _lock=allocate_lock(), _within=threading.local(),
                             _formats=functools.lru_cache(maxsize=64)(_colors.Format))
        if self._queue is not None:
            self._queue_lock = allocate_lock()

    def __repr__(self):
        return f'(id={self._id}, level={self.levelno}, sink={self._name})'

    @contextmanager
    def _held(self):
        if getattr(self._within, 'held', False):
            raise RuntimeError(
                'Could not acquire internal lock because it was already in use (deadlock avoided). This likely happened because '
                "the logger was re-used inside a sink, a signal handler or a '__del__' method. This is not permitted because the "
                'logger and its handlers are not re-entrant.')
        self._within.held = True
        try:
            with self._lock:
                yield
        finally:
            self._within.held = False

    def emit(self, record, level_id, from_decorator, raw, tokens):
        """Hands a record to the sink. `tokens`: those of a message with markup, or None."""
        try:
            if self.levelno > record['level'].no or self._filter is not None and not self._filter(record):
                return
            text = self._text(record, self._level_codes[level_id], from_decorator, raw, tokens)
            message = Message(_serialized(text, record) if self._serialize else text)
            message.record = record
            with self._held():
                if self._stopped:
                    return
                if self._queue is not None:
                    self._queue.put(message)
                else:
                    self._sink.write(message)
        except Exception:
            if not self._errors.caught:
                raise
            self._errors.print(record)

    def _text(self, record, level, from_decorator, raw, tokens):
        layout = self._layout
        if callable(layout):
            layout = self._formats(layout(record))
        fields = record.copy()
        fields['exception'] = ''
        if record['exception']:
            _, value, tb = record['exception']
            from loguru._traces import ExceptionFormatter
            fields['exception'] = ExceptionFormatter(*self._exceptions).format_exception(value, tb, from_decorator)
        if tokens is not None and (_colors.strip(tokens) != record['message'] or not self._colorize):
            tokens = None
        if raw:
            return record['message'] if tokens is None else _colors.colorize(tokens, level)
        if not self._colorize:
            return layout.stripped.format_map(fields)
        if tokens is not None:
            fields['message'] = layout.coloring(record['message'], tokens, level)
        return layout.colorize(level).format_map(fields)

    def stop(self):
        with self._held():
            self._stopped = True
            if self._queue is not None:
                if self._owner != os.getpid():
                    return
                self._queue.put(None)
                self._thread.join()
                self._queue.close()
            self._sink.stop()

    def complete_queue(self):
        """Waits until all that is queued is written."""
        if self._queue is not None:
            with self._confirmation_lock:
                self._queue.put(True)
                self._confirmed.wait()
                self._confirmed.clear()

    def tasks_to_complete(self):
        if self._queue is not None and self._owner != os.getpid():
            return []
        with self._queue_lock if self._queue is not None else self._held():
            return self._sink.tasks_to_complete()

    def _write_queued(self):
        while True:
            try:
                message = self._queue.get()
            except Exception:
                with self._queue_lock:
                    self._errors.print()
                continue
            if message is None:
                break
            if message is True:
                self._confirmed.set()
                continue
            with self._queue_lock:
                try:
                    self._sink.write(message)
                except Exception:
                    self._errors.print(message.record)


def _serialized(text, record):
    import json
    exception = record['exception']
    if exception is not None:
        name = None if exception.type is None else exception.type.__name__
        exception = {'type': name, 'value': exception.value, 'traceback': bool(exception.traceback)}
    elapsed, file, level, time = record['elapsed'], record['file'], record['level'], record['time']
    process, thread = record['process'], record['thread']
    shown = {'elapsed': {'repr': elapsed, 'seconds': elapsed.total_seconds()}, 'exception': exception, 'extra': record['extra'],
             'file': {'name': file.name, 'path': file.path}, 'function': record['function'],
             'level': {'icon': level.icon, 'name': level.name, 'no': level.no}, 'line': record['line'],
             'message': record['message'], 'module': record['module'], 'name': record['name'],
             'process': {'id': process.id, 'name': process.name}, 'thread': {'id': thread.id, 'name': thread.name},
             'time': {'repr': time, 'timestamp': time.timestamp()}}
    return json.dumps({'text': text, 'record': shown}, default=str, ensure_ascii=False) + '\n'
