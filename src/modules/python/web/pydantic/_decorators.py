"""Functions of classes that validate or dump: what marks them, and how a class gathers them."""
import inspect
from copy import copy
from dataclasses import dataclass
from functools import cached_property, partial, partialmethod
from typing import Any

from pydantic_core import PydanticUndefined

from .errors import PydanticUserError


@dataclass
class Info:
    kind: str
    fields: tuple = ()
    mode: str = 'after'
    check_fields: Any = None
    return_type: Any = PydanticUndefined
    when_used: str = 'always'
    json_schema_input_type: Any = PydanticUndefined
    each_item: bool = False
    always: bool = False


class Decorated:
    """A marked function, which stands for what it wraps."""

    def __init__(self, wrapped, info, shim=None):
        self.wrapped, self.decorator_info, self.shim = wrapped, info, shim

    def __get__(self, obj, obj_type=None):
        return self.wrapped.__get__(obj, obj_type)

    def __set_name__(self, owner, name):
        if hasattr(self.wrapped, '__set_name__'):
            self.wrapped.__set_name__(owner, name)

    def __call__(self, *args, **kwargs):
        return self.wrapped(*args, **kwargs)

    def __getattr__(self, name):
        if name in ('wrapped', '__deepcopy__', '__copy__'):
            raise AttributeError(name)
        found = getattr(self.wrapped, name)
        return partial(self._given, found) if name in ('setter', 'deleter') else found

    def _given(self, give, function):
        self.wrapped = give(function)
        return self


Decorated.__name__ = Decorated.__qualname__ = 'PydanticDescriptorProxy'


class Bound:
    """A marked function of a class."""

    def __init__(self, cls, name, shim, info):
        from .fields import ComputedFieldInfo
        self.cls, self.cls_var_name, self.shim, self.info = cls, name, shim, copy(info)
        function = found(cls, name)
        if shim is not None:
            function = shim(function)
        self.func = bare(function, False) if isinstance(function, Decorated) else function


def found(cls, name):
    """The function as the class offers it: bound if it is a class method."""
    for base in cls.__mro__:
        if name in vars(base):
            value = vars(base)[name]
            if isinstance(value, Decorated):
                value = value.wrapped
            if isinstance(value, (property, cached_property)):
                return value
            get = getattr(value, '__get__', None)
            return get(None, cls) if get else value


def bare(function, unwraps_methods=True):
    while True:
        if isinstance(function, (classmethod, staticmethod)):
            function = function.__func__
        elif isinstance(function, (partial, partialmethod)):
            function = function.func
        elif isinstance(function, property):
            function = function.fget
        elif isinstance(function, cached_property):
            function = function.func
        elif isinstance(function, Decorated):
            function = function.wrapped
        else:
            return function


def first_parameter(function):
    try:
        return next(iter(inspect.signature(bare(function)).parameters), None)
    except (ValueError, TypeError):
        return None


def as_classmethod(function):
    if not isinstance(function, (classmethod, staticmethod)) and first_parameter(function) == 'cls':
        return classmethod(function)
    return function


_LISTS = ('validators', 'field_validators', 'root_validators', 'field_serializers', 'model_serializers', 'model_validators', 'computed_fields')


class Infos:
    """The marked functions of a class and its bases, by kind and name."""

    def __init__(self):
        for name in _LISTS:
            setattr(self, name, {})

    @classmethod
    def build(cls, owner, replace=True):
        from .fields import ComputedFieldInfo
        infos = cls()
        mro = getattr(owner, '__mro__', (owner, object))
        for base in reversed(mro[1:-1]):
            known = base.__dict__.get('__pydantic_decorators__')
            if known is None:
                known = cls._own(base, False)
            for name in _LISTS:
                getattr(infos, name).update({key: Bound(owner, key, each.shim, each.info) for key, each in getattr(known, name).items()})
        own = cls._own(owner, replace)
        for name in _LISTS:
            getattr(infos, name).update(getattr(own, name))
        seen = set()
        for each in infos.field_serializers.values():
            for field in each.info.fields:
                if field in seen:
                    raise PydanticUserError(f'Multiple field serializer functions were defined for field {field!r}, this is not allowed.',
                                            code='multiple-field-serializers')
                seen.add(field)
        return infos

    @classmethod
    def _own(cls, owner, replace):
        infos, replaced = cls(), []
        for name, value in list(vars(owner).items()):
            if isinstance(value, Decorated):
                info = value.decorator_info
                kind = info.kind if isinstance(info, Info) else 'computed_fields'
                getattr(infos, kind)[name] = Bound(owner, name, value.shim, info)
                replaced.append((name, value.wrapped))
        if replace:
            for name, value in replaced:
                setattr(owner, name, value)
        return infos


def _positional(function):
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError):
        return None, None
    parameters = list(signature.parameters.values())
    count = sum(1 for p in parameters if p.kind in (0, 1) and (p.default is inspect.Parameter.empty or p is parameters[0]))
    return count, signature


def takes_info(function, mode, kind='field'):
    """Whether a function that validates wants to be told about the validation."""
    count, signature = _positional(function)
    if count is None:
        return False
    few = 2 if mode == 'wrap' else 1
    if count in (few, few + 1):
        return count == few + 1
    raise PydanticUserError(f'Unrecognized {kind} validator function signature for {function} with `mode={mode}`: {signature}',
                            code='validator-signature')


def serializer_info(function, mode, kind, own=0):
    count, signature = _positional(function)
    if count is None:
        return False
    few = own + (2 if mode == 'wrap' else 1)
    if count in (few, few + 1):
        return count == few + 1
    raise PydanticUserError(f'Unrecognized {kind} function signature for {function} with `mode={mode}`:{signature}',
                            code=f"{kind.replace('_', '-')}-signature")
