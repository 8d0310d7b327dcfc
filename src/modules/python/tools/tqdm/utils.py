"""Streams that count, that are given up when they break, that take bytes; and what the environment sets."""
import functools
import os

from tqdm._meter import FormatReplace, disp_len, disp_trim


class ObjectWrapper:
    def __init__(self, wrapped):
        self.wrapper_setattr('_wrapped', wrapped)

    def wrapper_setattr(self, name, value):
        return object.__setattr__(self, name, value)

    def wrapper_getattr(self, name):
        return getattr(self, name)

    def __setattr__(self, name, value):
        setattr(self._wrapped, name, value)

    def __getattr__(self, name):
        return getattr(self._wrapped, name)


class _Stream(ObjectWrapper):
    def __eq__(self, other):
        return self._wrapped == getattr(other, '_wrapped', other)

    def __hash__(self):
        return hash(self._wrapped)


class SimpleTextIOWrapper(_Stream):
    """Text for a stream that takes bytes."""

    def __init__(self, wrapped, encoding):
        self.wrapper_setattr('encoding', encoding)
        super().__init__(wrapped)

    def write(self, s):
        return self._wrapped.write(s.encode(self.__dict__['encoding']))


class DisableOnWriteError(_Stream):
    """A stream whose bar is drawn no more once it is closed or fails."""

    def __init__(self, wrapped, tqdm_instance):
        super().__init__(wrapped)
        from weakref import ref
        bar = ref(tqdm_instance)
        for name in ('write', 'flush'):
            if hasattr(wrapped, name):
                self.wrapper_setattr(name, self._guarded(getattr(wrapped, name), bar))

    @staticmethod
    def _guarded(method, bar):
        def inner(*args, **kwargs):
            try:
                return method(*args, **kwargs)
            except (OSError, ValueError) as error:
                if 'closed' not in str(error) if isinstance(error, ValueError) else error.errno != 5:
                    raise
                if bar() is not None:
                    bar().miniters = float('inf')

        return inner


class CallbackIOWrapper(ObjectWrapper):
    """A stream that tells how much each read or write was."""

    def __init__(self, callback, stream, method='read'):
        super().__init__(stream)
        if method not in ('read', 'write'):
            raise KeyError('Can only wrap read/write methods')
        wrapped = getattr(stream, method)

        @functools.wraps(wrapped)
        def call(*args, **kwargs):
            result = wrapped(*args, **kwargs)
            callback(len(result if method == 'read' else args[0]))
            return result

        self.wrapper_setattr(method, call)


def envwrap(name, app='', types=None, is_method=False):
    """Defaults of a function's parameters that the environment's variables NAME_… set."""
    if name.endswith('_'):
        from warnings import warn
        name = name[:-1]
        warn('Trailing underscore in `name` is automatic', DeprecationWarning, stacklevel=2)
    prefixes = [f'{part}_'.upper() for part in ((name, f'{name}_{app}') if app else (name,))]
    found = {key[len(prefix):].lower(): value for prefix in prefixes for key, value in os.environ.items() if key.startswith(prefix)}

    def wrap(function):
        if not found:
            return (functools.partialmethod if is_method else functools.partial)(function)
        from inspect import signature
        known = signature(function).parameters
        values = {key: _typed(known[key], value, {} if types is None else types) for key, value in found.items() if key in known}
        return (functools.partialmethod if is_method else functools.partial)(function, **values)

    return wrap


def _typed(parameter, text, types):
    if parameter.annotation is not parameter.empty:
        for kind in getattr(parameter.annotation, '__args__', (parameter.annotation,)):
            try:
                return kind(text)
            except Exception:
                continue
        return text
    if parameter.default is not None:
        return type(parameter.default)(text)
    try:
        return types[parameter.name](text)
    except KeyError:
        return text
