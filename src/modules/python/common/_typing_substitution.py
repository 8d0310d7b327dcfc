"""Type variables, and what stands for them in a type that is given arguments."""
from types import GenericAlias

from _typing_arguments import ForwardRef, _convert, _inner, _is_unpacked, _stands_for_several
from _typing_aliases import _GenericAlias
from _typing_forms import Unpack
from _typing_variables import ParamSpec, TypeVar, TypeVarTuple

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


def _unpacked(params):
    """Parameters with those of unpacked tuples of known lengths in their place."""
    found = []
    for param in params:
        if _is_unpacked(param):
            inner = param if isinstance(param, GenericAlias) else param.__args__[0]
            if not isinstance(inner, (TypeVarTuple, ForwardRef)):
                if getattr(inner, '__origin__', None) is not tuple:
                    raise TypeError('Unpack[...] must be used with a tuple type')
                if ... not in inner.__args__:
                    found += inner.__args__
                    continue
        found.append(param)
    return tuple(found)


def _specialized(alias, params):  #: -
    """The arguments of an alias with its type variables replaced."""
    known = alias.__parameters__
    if not known:
        raise TypeError(f'{alias!r} is not a generic class')
    params = params if isinstance(params, tuple) else (params,)
    params = _unpacked(map(_convert, params))
    if _is_one_list(known, params):
        params = (params,)
    params = tuple(tuple(map(_convert, p)) if isinstance(p, list) else p for p in params)
    chosen = _chosen(alias, known, params)
    for variable in chosen:
        if not isinstance(variable, TypeVarTuple):
            chosen[variable] = variable.__typing_subst__(chosen[variable])
    return _substituted(alias.__args__, chosen)


def _is_one_list(known, params):
    """Whether the parameters are, without brackets of their own, the list for a ParamSpec that stands alone."""
    if len(known) != 1 or not isinstance(known[0], ParamSpec) or _is_parameters(params):
        return False
    return bool(params) or not known[0].has_default()


def _is_parameters(params):
    """Whether a ParamSpec's one argument is given as such: a list of types, or what stands for one."""
    return params and (isinstance(params[0], (list, tuple)) or _stands_for_several(params[0]))


def _chosen(alias, known, params):  #: -
    """Each type variable's argument; what is missing at the end is its default."""
    several = [at for at, k in enumerate(known) if isinstance(k, TypeVarTuple)]
    if len(several) > 1:
        raise TypeError(f'More than one TypeVarTuple parameter in {alias!r}')
    if several and (len(params) >= len(known) - 1 or any(map(_endless, params))):
        # One of them takes what the others leave.
        at, = several
        params = _filled(params, at, len(known) - at - 1)
        behind = len(params) - (len(known) - at - 1)
        those = params[at:behind]
        if not those and known[at].has_default():
            those = _unpacked((known[at].__default__,))
        params = (*params[:at], those, *params[behind:])
        return dict(zip(known, params))
    given = len(params)
    params = tuple(params) + tuple(_default_of(k) for k in known[given:] if k.has_default())
    if len(params) != len(known):
        word = 'many' if len(params) > len(known) else 'few'
        least = sum(1 for k in known if not k.has_default())
        if several:
            least -= 1
        expected = f'at least {least}' if word == 'few' else len(known)
        text = f'Too {word} arguments for {alias!r}'
        if word == 'many' or not any(isinstance(k, ParamSpec) for k in known[given:]):
            text += f'; actual {given}, expected {expected}'
        if isinstance(alias, type):
            _inner(_wrong_for_class, text, word == 'few')
        _determine_new_args(text, word == 'few')
    return dict(zip(known, params))


def _wrong_for_class(text, few):  #: in typing.py _generic_class_getitem
    if few:
        raise TypeError(text)  #: 1242 args = «prepare(cls, args)»
    _check_generic_specialization(text)  #: 1243 «_check_generic_specialization(cls, args)»


def _check_generic_specialization(text):  #: in typing.py
    raise TypeError(text)  #: 337 raise TypeError(f"Too {'many' if actual_len > expected_len else 'few'} arguments"⏎                f" for {cls}; actual {actual_len}, expected {expect_val}")


def _determine_new_args(text, few):  #: in typing.py
    if few:
        raise TypeError(text)  #: 1503 args = «prepare(self, args)»
    raise TypeError(text)  #: 1507 raise TypeError(f"Too {'many' if alen > plen else 'few'} arguments for {self};"⏎                f" actual {alen}, expected {plen}")


def _alias_getitem(self, params):  #: in typing.py __getitem__
    if not self.__parameters__:
        raise TypeError(f'{self!r} is not a generic class')  #: 1473 raise TypeError(f"{self} is not a generic class")
    return self._with(_specialized(self, params))  #: 1479 new_args = «self._determine_new_args(args)»


def _endless(param):
    """The X of an unpacked tuple[X, ...]; None of anything else."""
    if not _is_unpacked(param):
        return None
    inner = param if isinstance(param, GenericAlias) else param.__args__[0]
    args = getattr(inner, '__args__', ())
    return args[0] if len(args) == 2 and args[1] is ... else None


def _filled(params, left, right):
    """Parameters of which an unpacked tuple[X, ...] stands for any number, so that `left` and `right` are there."""
    endless = [(at, _endless(param)) for at, param in enumerate(params) if _endless(param) is not None]
    if len(endless) > 1:
        raise TypeError('More than one unpacked arbitrary-length tuple argument')
    if not endless:
        return params
    (at, filling), behind = endless[0], len(params) - endless[0][0] - 1
    end = len(params) - min(right, behind)
    return (*params[:min(left, at)], *[filling] * (left - at), *params[min(left, at):end], *[filling] * (right - behind),
            *params[end:])


def _default_of(variable):
    default = variable.__default__
    if isinstance(variable, TypeVarTuple):
        return _unpacked((default,))
    return tuple(default) if isinstance(default, list) else default


def _is_several(arg):
    return isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack and isinstance(arg.__args__[0], TypeVarTuple)


def _substituted(args, chosen):
    """Arguments with their type variables replaced; a variable for several types becomes several."""
    found = []
    for arg in args:
        if _is_several(arg) and arg.__args__[0] in chosen:
            found.extend(chosen[arg.__args__[0]])
        else:
            found.append(_substitute(arg, chosen))
    return tuple(found)


def _substitute(arg, chosen):
    if isinstance(arg, TypeVarTuple):
        arg.__typing_subst__(arg)
    if isinstance(arg, (TypeVar, ParamSpec)):
        return chosen.get(arg, arg)
    if isinstance(arg, (list, tuple)):
        return type(arg)(_substituted(arg, chosen))
    inner = () if isinstance(arg, type) and not isinstance(arg, GenericAlias) else getattr(arg, '__parameters__', ())
    if not inner:
        return arg
    params = []
    for p in inner:
        params.extend(chosen[p]) if isinstance(p, TypeVarTuple) else params.append(chosen[p])
    return arg[tuple(params)]
