"""Functions that are called at the end of the program."""
import _frames

_functions = []


def register(func, /, *args, **kwargs):
    """Have a function called at the end; the last registered first."""
    if not callable(func):
        raise TypeError('the first argument must be callable')
    _functions.append((func, args, kwargs))
    return func


def unregister(func, /):
    _functions[:] = [entry for entry in _functions if entry[0] != func]


def _registered_by_the_program():
    """What a forked process has as well; the library registers its own there."""
    import sys
    weakref = sys.modules.get('weakref')
    finalizers = weakref and weakref.finalize._exitfunc
    return [entry for entry in _functions if entry[0] == finalizers or _is_the_programs(entry[0])]


def _is_the_programs(func):
    while (inner := getattr(func, '__func__', None) or getattr(func, 'func', None)) is not None:
        func = inner
    code = getattr(func, '__code__', None)
    return getattr(func, '__module__', None) == 'builtins' if code is None else not code.co_filename.startswith('<')


def _clear():
    _functions.clear()


def _ncallbacks():
    return len(_functions)


def _run_exitfuncs():
    while _functions:
        func, args, kwargs = _functions.pop()
        try:
            func(*args, **kwargs)
        except BaseException as exc:
            _frames.ignored(exc, f'Exception ignored in atexit callback {func!r}:')


from _frames import native as _native
_native(globals())
