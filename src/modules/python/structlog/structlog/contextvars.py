"""What is told with every event of a context: of a task, a thread."""
import contextvars
from contextlib import contextmanager

_PREFIX = 'structlog_'
_vars = {}
_ASYNC_CALLING_STACK = contextvars.ContextVar('_ASYNC_CALLING_STACK')
_ASYNC_CALLING_THREAD = contextvars.ContextVar('_ASYNC_CALLING_THREAD')


def get_contextvars():
    """What is bound."""
    return {var.name[len(_PREFIX):]: value for var, value in contextvars.copy_context().items()
            if var.name.startswith(_PREFIX) and value is not Ellipsis}


def get_merged_contextvars(bound_logger):
    """What is bound in the context and to a logger."""
    return {**get_contextvars(), **bound_logger._context}


def merge_contextvars(logger, method_name, event_dict):
    """Puts what is bound into an event."""
    for key, value in get_contextvars().items():
        event_dict.setdefault(key, value)
    return event_dict


def clear_contextvars():
    for var in contextvars.copy_context():
        if var.name.startswith(_PREFIX):
            var.set(Ellipsis)


def bind_contextvars(**kw):
    """Binds values; gives what resets them."""
    tokens = {}
    for key, value in kw.items():
        name = _PREFIX + key
        if name not in _vars:
            _vars[name] = contextvars.ContextVar(name, default=Ellipsis)
        tokens[key] = _vars[name].set(value)
    return tokens


def reset_contextvars(**kw):
    for key, token in kw.items():
        _vars[_PREFIX + key].reset(token)


def unbind_contextvars(*keys):
    for key in keys:
        if _PREFIX + key in _vars:
            _vars[_PREFIX + key].set(Ellipsis)


@contextmanager
def bound_contextvars(**kw):
    """Binds values for a block."""
    before = get_contextvars()
    bind_contextvars(**kw)
    try:
        yield
    finally:
        unbind_contextvars(*kw)
        bind_contextvars(**{key: before[key] for key in before if key in kw})
