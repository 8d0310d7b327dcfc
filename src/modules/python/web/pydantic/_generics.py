"""Type variables, what stands for them, and models made for them."""
import sys
import typing
from typing import Annotated, Generic, TypeVar, Union

from ._repr import is_union


def args_of(kind):
    told = kind.__dict__.get('__pydantic_generic_metadata__') if isinstance(kind, type) else None
    return told['args'] if told else typing.get_args(kind)


def origin_of(kind):
    told = kind.__dict__.get('__pydantic_generic_metadata__') if isinstance(kind, type) else None
    return told['origin'] if told else typing.get_origin(kind)


def variables(kind):
    if isinstance(kind, TypeVar):
        yield kind
    elif isinstance(kind, type) and '__pydantic_generic_metadata__' in kind.__dict__:
        yield from kind.__pydantic_generic_metadata__['parameters']
    elif isinstance(kind, (list, tuple)):
        for each in kind:
            yield from variables(each)
    else:
        for each in args_of(kind):
            yield from variables(each)


def replaced(kind, known):
    """A type with what is known of its variables put in."""
    if not known:
        return kind
    if isinstance(kind, TypeVar):
        return known.get(kind, kind)
    args, origin = args_of(kind), origin_of(kind)
    if origin is Annotated:
        return Annotated[(replaced(args[0], known), *args[1:])]
    if origin is typing.Literal:
        return kind
    if args:
        found = tuple(replaced(each, known) for each in args)
        if all(one is other for one, other in zip(found, args)):
            return kind
        if is_union(origin):
            return Union[found]
        if isinstance(kind, typing._GenericAlias) and getattr(kind, '_name', None) and not isinstance(origin, typing._SpecialForm) and hasattr(typing, kind._name):
            origin = getattr(typing, kind._name)
        return origin[found[0] if len(found) == 1 else found]
    if isinstance(kind, type) and '__pydantic_generic_metadata__' in kind.__dict__:
        parameters = kind.__pydantic_generic_metadata__['parameters']
        if parameters:
            found = tuple(replaced(each, known) for each in parameters)
            if found != tuple(parameters):
                return kind[found]
        return kind
    if isinstance(kind, list):
        return [replaced(each, known) for each in kind]
    return kind


def of_model(cls):
    """What stands for the variables of a model's origin."""
    told = cls.__pydantic_generic_metadata__
    return dict(zip(told['origin'].__pydantic_generic_metadata__['parameters'], told['args'])) if told['args'] and told['origin'] else {}


def mapped(target, parameters, args):
    known, wanted = {}, len(parameters)
    if len(args) > wanted:
        raise TypeError(f'Too many arguments for {target}; actual {len(args)}, expected {wanted}')
    for n, parameter in enumerate(parameters):
        if n < len(args):
            known[parameter] = args[n]
        elif getattr(parameter, 'has_default', lambda: False)():
            known[parameter] = replaced(parameter.__default__, known)
        else:
            wanted -= sum(getattr(p, 'has_default', lambda: False)() for p in parameters)
            raise TypeError(f'Too few arguments for {target}; actual {len(args)}, expected at least {wanted}')
    return known


def of_alias(alias):
    origin = typing.get_origin(alias)
    parameters = getattr(origin, '__parameters__', None) or getattr(origin, '__type_params__', ())
    return mapped(origin, parameters, typing.get_args(alias)) if origin is not None and parameters else {}


_MADE, _MAKING = {}, {}


def _key(args):
    return tuple((each, typing.get_args(each) if is_union(typing.get_origin(each)) else ()) for each in args)


def parametrized(cls, values):
    from .main import BaseModel
    if cls is BaseModel:
        raise TypeError('Type parameters should be placed on typing.Generic, not BaseModel')
    if not hasattr(cls, '__parameters__'):
        raise TypeError(f'{cls} cannot be parametrized because it does not inherit from typing.Generic')
    told = cls.__pydantic_generic_metadata__
    if not told['parameters'] and Generic not in cls.__bases__:
        raise TypeError(f'{cls} is not a generic class')
    values = values if isinstance(values, tuple) else (values,)
    known = mapped(cls, told['parameters'], values)
    if known and all(key is value for key, value in known.items()):
        return cls
    args = tuple(replaced(each, known) for each in told['args']) if told['args'] else tuple(known.values())
    origin = told['origin'] or cls
    try:
        key = (origin, _key(args))
        if key in _MADE:
            return _MADE[key]
    except TypeError:
        key = None
    if key in _MAKING and key is not None:
        return _MAKING[key]
    name = origin.model_parametrized_name(args)
    frame = sys._getframe(2)
    namespace = {'__module__': frame.f_globals.get('__name__', origin.__module__), '__qualname__': name}
    parameters = tuple(dict.fromkeys(variables(args)))
    _MAKING[key] = _Later(key)
    try:
        if not origin.__pydantic_complete__:
            try:
                origin.model_rebuild(raise_errors=False, _types_namespace=dict(frame.f_locals))
            except Exception:
                pass
        made = type(origin)(name, (origin,), namespace, __pydantic_generic_metadata__={'origin': origin, 'args': args, 'parameters': parameters},
                            __pydantic_reset_parent_namespace__=False)
    finally:
        later = _MAKING.pop(key)
    if key is not None:
        _MADE[key] = made
    if frame.f_locals is frame.f_globals:  # what is made in a module's own lines can be found there, as by pickle
        frame.f_globals.setdefault(name, made)
    return made


class _Later:
    """A parametrized model that is being made."""

    def __init__(self, key):
        self.key = key

    def __call__(self):
        pass

    def found(self):
        return _MADE.get(self.key)
