"""What a program says to checkers of types, and what it asks of them."""
import collections as _collections
import functools as _functools
import sys as _sys
import types as _types

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    shown = repr(arg)
    shown = shown[:100] + '...' if len(shown) > 100 else shown
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')  #: 2622 raise AssertionError(f"Expected code to be unreachable, but got: {value}")


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


def no_type_check(arg):
    if isinstance(arg, type):
        for found in vars(arg).values():
            found = getattr(found, '__func__', found)
            if isinstance(found, (_types.FunctionType, type)) and found.__module__ == arg.__module__ and \
                    found.__qualname__ == f'{arg.__qualname__}.{found.__name__}':
                no_type_check(found)
    try:
        arg.__no_type_check__ = True  #: 2655
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    import functools
    import warnings
    warnings.warn("'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15",
                  DeprecationWarning, stacklevel=2)

    @functools.wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


# By modules, names and first lines.
_overload_registry = _collections.defaultdict(_functools.partial(_collections.defaultdict, dict))


def _overload_dummy(*args, **kwds):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions '
                              'outside a stub module should always be followed by an implementation that is not '
                              '@overload-ed.')


def overload(func):
    """Marks one signature of several."""
    named = getattr(func, '__func__', func)
    try:
        _overload_registry[named.__module__][named.__qualname__][named.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    func = getattr(func, '__func__', func)
    if func.__module__ not in _overload_registry:  #: 2736 if «f.__module__» not in _overload_registry:
        return []
    return list(_overload_registry[func.__module__].get(func.__qualname__, {}).values())


def clear_overloads():
    _overload_registry.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    def decorate(cls):
        cls.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls
    return decorate
