"""What may be called, and how."""
import functools as _functools
import inspect as _inspect
import types as _types

__name__ = 'unittest.mock'  # where what is here is said to be

FunctionTypes = _types.FunctionType, _types.MethodType


def _is_exception(value):  #: in unittest/mock.py
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def _is_list(value):
    return type(value) in (list, tuple)


def _is_magic(name):
    return f'__{name[2:-2]}__' == name


def _callable(value):
    if isinstance(value, type):
        return True
    if isinstance(value, (staticmethod, classmethod, _types.MethodType)):
        return _callable(value.__func__)
    return getattr(value, '__call__', None) is not None


def _instances_callable(value):
    """Whether it can be called; of a class, whether its instances can."""
    if not isinstance(value, type):
        return getattr(value, '__call__', None) is not None
    return any(vars(base).get('__call__') is not None for base in value.__mro__)


def _within(value):
    """The mock behind a function that create_autospec has made."""
    return value.mock if isinstance(value, FunctionTypes) and hasattr(value, 'mock') else value


# How what is mocked is called

def _signature_of(spec, as_instance, bound):
    """What is called when `spec` is, and its signature, without the first parameter if it is `bound`; None: unknown."""
    if isinstance(spec, type) and not as_instance:
        spec, bound = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        bound = bound or isinstance(spec, classmethod)
        spec = spec.__func__
    elif not isinstance(spec, FunctionTypes):
        spec = getattr(spec, '__call__', None)
        if spec is None:
            return None
    try:
        return spec, _inspect.signature(_functools.partial(spec, None) if bound else spec)
    except ValueError:
        return None


def _described_as(function, original):
    for name in ('__name__', '__doc__', '__module__', '__defaults__', '__kwdefaults__'):
        try:
            setattr(function, name, getattr(original, name))
        except AttributeError:
            pass


def _check_signature(spec, mock, bound, instance=False):
    """The mock takes what `spec` takes."""
    found = _signature_of(spec, instance, bound)
    if found is None:
        return
    original, sig = found

    def checksig(self, /, *args, **kwargs):
        sig.bind(*args, **kwargs)  #: 133
    _described_as(checksig, original)
    type(mock)._mock_check_sig, type(mock).__signature__ = checksig, sig


class _Later:
    """An attribute of an autospec that nobody has asked for yet."""

    def __init__(self, spec, spec_set, parent, name):
        self.spec, self.spec_set, self.parent, self.name = spec, spec_set, parent, name


def _refuse_typos(names):
    for typo in ('autospect', 'auto_spec', 'set_spec'):
        if typo in names:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


def _is_bound(spec, name, is_type):
    """Whether the first parameter of `spec`'s method is given by looking it up."""
    if not is_type:
        if name in getattr(spec, '__dict__', ()):
            return False
        spec = spec.__class__
    for base in spec.__mro__:
        if name in vars(base):
            return is_type and isinstance(vars(base)[name], FunctionTypes)
    return is_type
