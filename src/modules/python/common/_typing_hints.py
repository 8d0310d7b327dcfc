"""What annotations stand for when the program runs."""
import _frames
import types as _types
from types import GenericAlias

from _typing_arguments import _argument, _convert

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


def _evaluate(value, globals, locals, within):
    if value.__forward_arg__ in within:
        return value
    within |= {value.__forward_arg__}
    globals = getattr(_frames.modules().get(value.__forward_module__), '__dict__', globals)
    made = eval(value.__forward_code__, globals, locals)  #: 1081 «eval(self.__forward_code__, globalns, localns)»,
    made = _argument(made, value.__forward_is_class__, value.__forward_is_argument__,
                     'Forward references must evaluate to types.')
    made = _eval_type(made, globals, locals, recursive_guard=within)  #: 1086 self.__forward_value__ = «_eval_type(⏎    type_,⏎    globalns,⏎    localns,⏎    type_params,⏎    recursive_guard=(recursive_guard | {self.__forward_arg__}),⏎)»
    value.__forward_value__, value.__forward_evaluated__ = made, True
    return made


def _eval_type(value, globals, locals, type_params=(), *, recursive_guard=frozenset()):
    """What a type is once all names in it are looked up."""
    if isinstance(value, str):
        value = ForwardRef(value)
    if isinstance(value, ForwardRef):
        return _evaluate(value, globals, locals, recursive_guard)  #: 474 return «t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)»
    kinds = GenericAlias, _types.UnionType, _GenericAlias
    if not isinstance(value, kinds) or isinstance(value, _LiteralGenericAlias):
        return value
    if isinstance(value, GenericAlias) and value.__unpacked__:
        return Unpack[_eval_type(value.__origin__[value.__args__], globals, locals, recursive_guard=recursive_guard)]
    args = tuple(  #: 489 ev_args = «tuple(⏎    _eval_type(⏎        a, globalns, localns, type_params, recursive_guard=recursive_guard⏎    )⏎    for a in t.__args__⏎)»
        _eval_type(a, globals, locals, recursive_guard=recursive_guard)  #: 490     «_eval_type(⏎        a, globalns, localns, type_params, recursive_guard=recursive_guard⏎    )»
        for a in value.__args__)
    if all(new is old for new, old in zip(args, value.__args__)):
        return value
    if isinstance(value, GenericAlias):
        return GenericAlias(value.__origin__, args)
    if isinstance(value, _GenericAlias):
        return value._with(args)
    made = args[0]
    for arg in args[1:]:
        made = made | arg
    return made


def _parameters_of(obj):
    return {p.__name__: p for p in getattr(obj, '__type_params__', ())}


# What may have annotations and mostly has none.
_WITHOUT_HINTS = (_types.BuiltinFunctionType, _types.FunctionType, _types.MethodType, _types.ModuleType,
                  _types.WrapperDescriptorType, _types.MethodWrapperType, _types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations, with text evaluated."""
    hints = {}
    if getattr(obj, '__no_type_check__', None):
        return hints
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = _frames.modules().get(base.__module__)
            scope = globalns if globalns is not None else getattr(module, '__dict__', {})
            own = base.__dict__.get('__annotations__', {})
            if not isinstance(own, dict):
                continue
            names = localns
            if localns is None:
                # The module's names come before those of the class.
                own_names = {**_parameters_of(base), **base.__dict__}
                scope, names = (own_names, scope) if globalns is None else (scope, own_names)
                if globalns is None and (new := [n for n in _parameters_of(base) if n not in base.__dict__ and n in names]):
                    names = {n: value for n, value in names.items() if n not in new}
            for name, value in own.items():
                value = ForwardRef(value, False, is_class=True) if isinstance(value, str) else _convert(value)
                hints[name] = _eval_type(value, scope, names)  #: 2456 value = «_eval_type(value, base_globals, base_locals, base.__type_params__)»
    else:
        target = obj
        while hasattr(target, '__wrapped__'):
            target = target.__wrapped__
        scope = globalns if globalns is not None else getattr(target, '__globals__', getattr(obj, '__dict__', {}))
        annotations = getattr(obj, '__annotations__', None)
        if annotations is None and isinstance(obj, _WITHOUT_HINTS):
            return hints
        if annotations is None:
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')  #: 2479 raise TypeError('{!r} is not a module, class, method, '⏎                'or function.'.format(obj))
        for name, value in annotations.items():
            if isinstance(value, str):
                value = ForwardRef(value, not isinstance(obj, _types.ModuleType))
            hints[name] = _eval_type(_convert(value), scope, localns if localns is not None else _parameters_of(target))  #: 2494 hints[name] = «_eval_type(value, globalns, localns, type_params)»
    return hints if include_extras else {name: _strip(value) for name, value in hints.items()}


def _strip(value):
    if isinstance(value, _AnnotatedAlias):
        return _strip(value.__origin__)
    if isinstance(value, _GenericAlias):
        if value.__origin__ in (Required, NotRequired, ReadOnly):
            return _strip(value.__args__[0])
        if not isinstance(value, _LiteralGenericAlias):
            args = tuple(map(_strip, value.__args__))
            return value if args == value.__args__ else value._with(args)
    elif isinstance(value, (GenericAlias, _types.UnionType)):
        args = tuple(map(_strip, value.__args__))
        if args == value.__args__:
            return value
        if isinstance(value, GenericAlias):
            return GenericAlias(value.__origin__, args)
        made = args[0]
        for arg in args[1:]:
            made = made | arg
        return made
    return value
