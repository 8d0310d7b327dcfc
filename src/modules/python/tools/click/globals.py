"""The stack of contexts that are entered."""
import threading


class _Stack(threading.local):
    contexts = None


_stack = _Stack()


def get_current_context(silent=False):
    if _stack.contexts:
        return _stack.contexts[-1]
    if not silent:
        raise RuntimeError('There is no active click context.')


def push_context(ctx):
    if _stack.contexts is None:
        _stack.contexts = []
    _stack.contexts.append(ctx)


def pop_context():
    _stack.contexts.pop()


def resolve_color_default(color=None):
    if color is not None:
        return color
    ctx = get_current_context(silent=True)
    return None if ctx is None else ctx.color
