"""How asyncio words callbacks, and the stacks that it keeps."""
import functools
import inspect
import reprlib
import sys
import traceback

_STACK_DEPTH = 10


def _get_function_source(func):
    """Where a function of the program's is defined: file and line."""
    func = inspect.unwrap(func)
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    if isinstance(func, (functools.partial, functools.partialmethod)):
        return _get_function_source(func.func)
    return None


def _format_callback_source(func, args, *, debug=False):
    source = _get_function_source(func)
    place = f' at {source[0]}:{source[1]}' if source else ''
    return _format_callback(func, args, None, debug=debug) + place


def _format_args_and_kwargs(args, kwargs, *, debug=False):
    """Arguments are shown in debug mode only: they may be nobody else's business."""
    if not debug:
        return '()'
    shown = [reprlib.repr(arg) for arg in args or ()]
    shown += [f'{name}={reprlib.repr(value)}' for name, value in (kwargs or {}).items()]
    return f'({", ".join(shown)})'


def _format_callback(func, args, kwargs, *, debug=False, suffix=''):
    given = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=given)
    name = getattr(func, '__qualname__', None) or getattr(func, '__name__', None) or repr(func)
    return name + given


def extract_stack(f=None, limit=None):
    """As traceback.extract_stack, of few frames and without the lines' texts."""
    frame = sys._getframe().f_back if f is None else f
    depth = _STACK_DEPTH if limit is None else limit
    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), limit=depth, lookup_lines=False)
    stack.reverse()
    return stack
