"""What stands for values that are not there."""
from jinja2.exceptions import UndefinedError
from jinja2.utils import missing, object_type_repr


class Undefined:
    """It can be printed, iterated and tested; all else fails."""
    __slots__ = '_undefined_hint', '_undefined_obj', '_undefined_name', '_undefined_exception'

    def __init__(self, hint=None, obj=missing, name=None, exc=UndefinedError):
        self._undefined_hint, self._undefined_obj, self._undefined_name, self._undefined_exception = hint, obj, name, exc

    @property
    def _undefined_message(self):
        obj, name = self._undefined_obj, self._undefined_name
        if self._undefined_hint:
            return self._undefined_hint
        if obj is missing:
            return f'{name!r} is undefined'
        if isinstance(name, str):
            return f'{object_type_repr(obj)!r} has no attribute {name!r}'
        return f'{object_type_repr(obj)} has no element {name!r}'

    def _fail_with_undefined_error(self, *args, **kwargs):
        raise self._undefined_exception(self._undefined_message)

    def __getattr__(self, name):
        if name[:2] == '__' and name[-2:] == '__':
            raise AttributeError(name)
        return self._fail_with_undefined_error()

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __div__ = __rdiv__ = _fail_with_undefined_error
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pos__ = __neg__ = _fail_with_undefined_error
    __call__ = __getitem__ = __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = __complex__ = _fail_with_undefined_error
    __pow__ = __rpow__ = _fail_with_undefined_error

    def __eq__(self, other):
        return type(self) is type(other)

    def __ne__(self, other):
        return not self.__eq__(other)

    def __hash__(self):
        return id(type(self))

    def __str__(self):
        return ''

    def __len__(self):
        return 0

    def __iter__(self):
        yield from ()

    async def __aiter__(self):
        for each in ():
            yield each

    def __bool__(self):
        return False

    def __repr__(self):
        return 'Undefined'


class ChainableUndefined(Undefined):
    """Its attributes and items are undefined as well."""
    __slots__ = ()

    def __html__(self):
        return str(self)

    def __getattr__(self, name):
        if name[:2] == '__' and name[-2:] == '__':
            raise AttributeError(name)
        return self

    def __getitem__(self, _name):
        return self


class DebugUndefined(Undefined):
    """It is printed as what was asked for."""
    __slots__ = ()

    def __str__(self):
        if self._undefined_hint:
            text = f'undefined value printed: {self._undefined_hint}'
        elif self._undefined_obj is missing:
            text = self._undefined_name
        else:
            text = f'no such element: {object_type_repr(self._undefined_obj)}[{self._undefined_name!r}]'
        return f'{{{{ {text} }}}}'


class StrictUndefined(Undefined):
    """It can do nothing."""
    __slots__ = ()
    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __hash__ = __contains__ = Undefined._fail_with_undefined_error


def make_logging_undefined(logger=None, base=Undefined):
    """An undefined that says when it is printed, iterated or tested, and when something fails."""
    if logger is None:
        import logging
        import sys
        logger = logging.getLogger('jinja2.runtime')
        logger.addHandler(logging.StreamHandler(sys.stderr))

    class LoggingUndefined(base):
        __slots__ = ()

        def _fail_with_undefined_error(self, *args, **kwargs):
            try:
                super()._fail_with_undefined_error(*args, **kwargs)
            except self._undefined_exception as e:
                logger.error('Template variable error: %s', e)
                raise e

        def _warn(self):
            logger.warning('Template variable warning: %s', self._undefined_message)

        def __str__(self):
            self._warn()
            return super().__str__()

        def __iter__(self):
            self._warn()
            return super().__iter__()

        def __bool__(self):
            self._warn()
            return super().__bool__()
    LoggingUndefined.__qualname__ = 'make_logging_undefined.<locals>.LoggingUndefined'
    return LoggingUndefined


for _kind in (Undefined, ChainableUndefined, DebugUndefined, StrictUndefined):
    _kind.__module__ = 'jinja2.runtime'
