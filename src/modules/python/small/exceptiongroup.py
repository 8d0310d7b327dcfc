"""Groups of exceptions for Pythons that have none: this one's own, and `catch`, which stands for `except*`."""
import inspect as _inspect
from builtins import BaseExceptionGroup, ExceptionGroup
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from contextlib import suppress
from traceback import format_exception, format_exception_only, print_exc, print_exception

__version__ = '1.3.2'
__all__ = ['BaseExceptionGroup', 'ExceptionGroup', 'catch', 'format_exception', 'format_exception_only', 'print_exc',
           'print_exception', 'suppress']
_NO_KINDS = 'each key must be either an exception classes or an iterable thereof'


def _is_kind(value):
    return isinstance(value, type) and issubclass(value, BaseException)


def _kinds(key):
    """The classes of exceptions that a key names."""
    if not _is_kind(key) and not isinstance(key, _Iterable):
        raise TypeError(_NO_KINDS)
    return (key,) if _is_kind(key) else tuple(key)


def catch(__handlers):
    """A context that hands the exceptions of each kind to that kind's handler, as a group."""
    if not isinstance(__handlers, _Mapping):
        raise TypeError('the argument must be a mapping')
    entries = []
    for key, handler in __handlers.items():
        kinds = _kinds(key)
        if not callable(handler):
            raise TypeError('handlers must be callable')
        for kind in kinds:
            if not _is_kind(kind):
                raise TypeError(_NO_KINDS)
            if issubclass(kind, BaseExceptionGroup):
                raise TypeError('catching ExceptionGroup with catch() is not allowed. Use except instead.')
        entries.append((kinds, handler))
    return _Catcher(entries)


class _Catcher:
    """The context of `catch`."""

    def __init__(self, entries):
        self._entries = entries

    def __enter__(self):
        pass

    def __exit__(self, etype, exc, tb):
        if exc is None:
            return False
        left = self.handle_exception(exc)
        if left is exc or left is None:
            return left is None
        context = left.__context__
        try:
            raise left
        finally:
            left.__context__ = context

    def handle_exception(self, exc):
        """What is to be raised after the handlers: the exception itself if they took none of it."""
        alone = not isinstance(exc, BaseExceptionGroup)
        rest, raised = BaseExceptionGroup('', [exc]) if alone else exc, []
        for kinds, handler in self._entries:
            matched, rest = rest.split(kinds)
            if matched:
                if alone:
                    matched.__suppress_context__ = False
                self._hand_over(matched, handler, exc, raised)
            if not rest:
                break
        if raised:
            raised += [rest] if rest else []
            return raised[0] if len(raised) == 1 else BaseExceptionGroup('', raised)
        return exc if alone and rest else rest

    def _hand_over(self, matched, handler, exc, raised):
        """Runs a handler while the group that it gets is being handled."""
        context = matched.__context__
        try:
            try:
                raise matched
            except BaseExceptionGroup:
                matched.__context__ = context
                result = handler(matched)
        except BaseException as new:
            raised.append(new)
            return
        if _inspect.iscoroutine(result):
            raise TypeError(f'Error trying to handle {matched!r} with {handler!r}. '
                            'Exception handler must be a sync function.') from exc
