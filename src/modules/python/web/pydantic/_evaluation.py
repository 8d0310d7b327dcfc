"""What annotations stand for, and the names they are looked up by."""
import sys
import types
import typing
from typing import Annotated, ForwardRef, Literal, get_args, get_origin

from ._repr import is_union


def eval_type(kind, spaces):
    """A type with its names looked up in namespaces, the nearest first."""
    if kind is None:
        return type(None)
    if isinstance(kind, str):
        return eval_type(_evaluated(kind, spaces), spaces)
    if isinstance(kind, ForwardRef):
        return eval_type(_evaluated(kind.__forward_arg__, spaces), spaces)
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal or not args:
        return kind
    if origin is Annotated:
        inner = eval_type(args[0], spaces)
        return kind if inner is args[0] else Annotated[(inner, *args[1:])]
    found = tuple([eval_type(each, spaces) for each in arg] if isinstance(arg, list) else arg if arg is ...
                  else eval_type(arg, spaces) if not isinstance(arg, (int, bytes)) else arg for arg in args)
    if all(one is other or isinstance(one, list) and one == other for one, other in zip(found, args)):
        return kind
    if is_union(origin):
        return typing.Union[found]
    if isinstance(kind, types.GenericAlias):
        return types.GenericAlias(origin, found)
    if hasattr(kind, 'copy_with'):
        return kind.copy_with(found)
    return origin[found]


class _Spaces(dict):
    def __init__(self, spaces):
        self.spaces = spaces

    def __missing__(self, name):
        for space in self.spaces:
            if name in space:
                return space[name]
        raise KeyError(name)


def _evaluated(text, spaces):
    merged = {}
    for space in reversed(spaces):
        merged.update(space)
    return eval(text.strip(), merged)


def spaces_of(cls, parent=None):
    """The namespaces in which a class's annotations are looked up."""
    module = sys.modules.get(getattr(cls, '__module__', ''), None)
    found = [dict(vars(cls)) if hasattr(cls, '__dict__') else {}, {cls.__name__: cls}]
    found[0] = {k: v for k, v in found[0].items() if not k.startswith('__') and isinstance(v, type)}
    found.append({p.__name__: p for p in getattr(cls, '__type_params__', ())})
    if parent:
        found.append(parent)
    if module is not None:
        found.append(vars(module))
    return found
