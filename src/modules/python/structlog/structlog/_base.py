"""Loggers with values bound to them."""
from structlog.exceptions import DropEvent


class BoundLoggerBase:
    """Hands events, with what is bound, to processors and what they make of them to a logger."""

    def __init__(self, logger, processors, context):
        self._logger, self._processors, self._context = logger, processors, context

    def __repr__(self):
        return f'<{type(self).__name__}(context={self._context!r}, processors={self._processors!r})>'

    def __eq__(self, other):
        return getattr(other, '_context', NotImplemented) == self._context

    def bind(self, **new_values):
        return type(self)(self._logger, self._processors, type(self._context)(self._context, **new_values))

    def unbind(self, *keys):
        made = self.bind()
        for key in keys:
            del made._context[key]
        return made

    def try_unbind(self, *keys):
        made = self.bind()
        for key in keys:
            made._context.pop(key, None)
        return made

    def new(self, **new_values):
        self._context.clear()
        return self.bind(**new_values)

    def _process_event(self, method_name, event, event_kw):
        told = self._context.copy()
        told.update(**event_kw)
        if event is not None:
            told['event'] = event
        for processor in self._processors:
            told = processor(self._logger, method_name, told)
        if isinstance(told, (str, bytes, bytearray)):
            return (told,), {}
        if isinstance(told, tuple):
            return told
        if isinstance(told, dict):
            return (), told
        raise ValueError("Last processor didn't return an appropriate value.  Valid return values are a dict, a tuple of "
                         '(args, kwargs), bytes, or a str.')

    def _proxy_to_logger(self, method_name, event=None, **event_kw):
        try:
            args, kwargs = self._process_event(method_name, event, event_kw)
            return getattr(self._logger, method_name)(*args, **kwargs)
        except DropEvent:
            return None


class BoundLogger(BoundLoggerBase):
    """Has whatever methods its logger has."""

    def __getattr__(self, method_name):
        if method_name == '__deepcopy__':
            return None
        from functools import partial
        wrapped = partial(self._proxy_to_logger, method_name)
        setattr(self, method_name, wrapped)
        return wrapped


def get_context(bound_logger):
    """What is bound to a logger."""
    return bound_logger._context
