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
