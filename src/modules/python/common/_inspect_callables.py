"""The signature that a callable has."""
import sys
import types
from collections import namedtuple as _namedtuple

__name__ = 'inspect'  # where what is here is said to be  #: in inspect.py


def _of_function(function):
    code = function.__code__
    names, count = code.co_varnames, code.co_argcount
    annotations = getattr(function, '__annotations__', None) or {}
    defaults = function.__defaults__ or ()
    kwdefaults = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for at, name in enumerate(names[:count]):
        behind = at - (count - len(defaults))
        add(name, 0 if at < code.co_posonlyargcount else 1, defaults[behind] if behind >= 0 else _empty)
    only = code.co_kwonlyargcount
    at = count + only
    if code.co_flags & CO_VARARGS:
        add(names[at], 2)
        at += 1
    for name in names[count:count + only]:
        add(name, 3, kwdefaults.get(name, _empty))
    if code.co_flags & CO_VARKEYWORDS:
        add(names[at], 4)
    return Signature(parameters, return_annotation=annotations.get('return', _empty))


def _without_first(sig):
    parameters = list(sig._parameters.values())
    if parameters and parameters[0].kind in (0, 1):
        parameters.pop(0)
    elif not parameters or parameters[0].kind != 2:
        raise ValueError('invalid method signature')
    return sig.replace(parameters=parameters)


def _declared(owner, name):
    """What stands for a native function of a module or a class."""
    import _signatures
    found = getattr(getattr(_signatures, owner, None), name, None) if owner else None
    return found if isfunction(found) else None


def _signature_from_callable(obj, follow_wrapper_chains=True, skip_bound_arg=True, globals=None, locals=None, eval_str=False, sigcls=None):
    if sigcls is not None:
        sig = _signature_from_callable(obj, follow_wrapper_chains, skip_bound_arg)
        sig = sig._evaluated(obj, globals, locals) if eval_str else sig
        return sigcls(sig._parameters.values(), return_annotation=sig._return_annotation)
    import functools
    follow_wrapped, skip_first = follow_wrapper_chains, skip_bound_arg
    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))  #: 2494
    if isinstance(obj, types.MethodType):
        sig = _signature_from_callable(obj.__func__, follow_wrapped, skip_first)
        return _without_first(sig) if skip_first else sig
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_from_callable(obj, skip_bound_arg=skip_first)
    given = found = getattr(obj, '__signature__', None)
    if found is not None:
        if not isinstance(found, (Signature, str)) and callable(found):
            found = found()
        if isinstance(found, str):
            found = _of_text(obj, found)
        if not isinstance(found, Signature):
            raise TypeError(f'unexpected object {given!r} in __signature__ attribute')
        return found
    partial = getattr(obj, '__partialmethod__', None)
    if isinstance(partial, functools.partialmethod):
        wrapped = _signature_from_callable(partial.func, follow_wrapped)
        sig = _of_partial(wrapped, partial, (None, *partial.args))
        first = next(iter(wrapped._parameters.values()))
        return sig if first.kind == 2 else sig.replace(parameters=(first, *sig._parameters.values()))
    if isinstance(obj, functools.partial):
        return _of_partial(_signature_from_callable(obj.func, follow_wrapped), obj, obj.args)
    text = getattr(obj, '__text_signature__', None) if isfunction(obj) else None
    if text:
        return _of_text(obj, text)
    if isbuiltin(obj) and '.' not in obj.__qualname__:
        told = _told_of(obj, obj.__module__, obj.__name__)
        if told is not None:
            return told
    if isfunction(obj) or _like_function(obj):
        return _of_function(obj)
    if isclass(obj):
        return _of_class(obj, follow_wrapped, skip_first)
    if isroutine(obj) or isinstance(obj, types.MethodWrapperType):
        *owner, name = obj.__qualname__.split('.')
        sig = _of_native(obj, owner, name)
        bound = isbuiltin(obj) or isinstance(obj, types.MethodWrapperType)
        # None has methods that are bound to it, which looks like being bound to nothing.
        bound = bound and obj.__self__ is not None
        bound = bound and next(iter(sig.parameters), None) in ('self', 'type', 'cls', 'args')
        return _without_first(sig) if owner and bound and skip_first else sig
    call = getattr_static(type(obj), '__call__', None)
    if call is not None:
        text = getattr(obj, '__text_signature__', None)
        if text:
            return _of_text(obj, text)
        import _frames
        call = (_frames.text_of(call) if isinstance(call, types.WrapperDescriptorType) else None) or call
        return _signature_from_callable(_bound_to(call, obj), follow_wrapped, skip_first)
    raise ValueError(f'callable {obj!r} is not supported by signature')


def _of_native(obj, owner, name):
    from _native_signatures import text_of
    operator = name == '__new__' or isinstance(obj, (types.WrapperDescriptorType, types.MethodWrapperType))
    module = (getattr(obj, '__module__', None) or '').removeprefix('_')
    # A class method that another class has inherited is shown as its own.
    owners = [owner[-1]] if owner else [module + ':']
    holder = getattr(obj, '__self__', None)
    if owner and holder is not None:
        owners += [base.__name__ for base in (holder if isclass(holder) else type(holder)).__mro__]
    texts = [None] if operator else owners
    text = next((text for each in texts if (text := text_of(each, name)) is not None), None)
    if text is None or not owner or operator:
        import _frames
        declared = _frames.text_of(obj)
        if declared is not None and owner:
            return _of_text(obj, text) if operator and text else _positional_first(_of_function(declared))
        declared = declared or _declared(*owner[-1:] or [obj.__module__], name)
        if declared is not None:
            return _of_function(declared)
    if text is None and owner and not operator:
        from _native_signatures import text_of_any
        text = text_of_any(name)
    if text == '?':
        raise ValueError(f'{obj!r} builtin has invalid signature')
    if text is None or text == '!':
        raise ValueError(f'no signature found for builtin {obj!r}')
    return _of_text(obj, text)


def _positional_first(sig):
    """A method's parameters as C has them: `self` has no name there."""
    parameters = list(sig._parameters.values())
    if parameters and parameters[0].kind == 1:
        parameters[0] = parameters[0].replace(kind=0)
    return sig.replace(parameters=parameters)


def _told_of(obj, module, name, asked=None):
    """The signature of something native, if it is known; CPython may have none that can be read."""
    from _native_signatures import text_of
    text = text_of((module or '').removeprefix('_') + ':', name)
    if text == '!':
        asked = obj if asked is None else asked
        raise ValueError(f"no signature found for builtin {'type ' if isclass(asked) else ''}{asked!r}")
    if text == '?':
        raise ValueError(f'{obj!r} builtin has invalid signature')
    return None if text is None else _of_text(obj, text)


def _bound_to(descriptor, obj):
    get = None if isclass(descriptor) else getattr(type(descriptor), '__get__', None)
    return descriptor if get is None else get(descriptor, obj, type(obj))


def _like_function(obj):
    """Whether something that is no function has all that a signature is made of."""
    if not callable(obj) or isclass(obj):
        return False
    code, defaults, only = (getattr(obj, name, _empty) for name in ('__code__', '__defaults__', '__kwdefaults__'))
    annotations = getattr(obj, '__annotations__', None)
    return (iscode(code) and isinstance(getattr(obj, '__name__', None), str)
            and (defaults is None or isinstance(defaults, tuple)) and (only is None or isinstance(only, dict))
            and (annotations is None or isinstance(annotations, dict)))


_NATIVE = (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType,
           types.BuiltinFunctionType)


def _own_method(cls, name):
    """A method that Python code wrote, as the class gives it."""
    method = getattr(cls, name, None) if name == '__new__' else getattr_static(cls, name, None)
    if isinstance(method, _NATIVE):
        import _frames
        method = _frames.text_of(method)
    if method is None:
        return None
    return method if name == '__new__' else _bound_to(method, cls)


def _of_class(obj, follow_wrapped, skip_first=True):
    call = _own_method(type(obj), '__call__') if type(obj) is not type else None
    code = getattr(getattr(call, '__func__', call), '__code__', None)
    if call is not None and not getattr(code, 'co_filename', '').startswith('<stdlib>/enum'):
        return _signature_from_callable(call, follow_wrapped, skip_first)
    new, init = _own_method(obj, '__new__'), _own_method(obj, '__init__')
    for base in obj.__mro__[:-1]:
        told = _told_of(base, base.__module__, base.__name__, obj)
        if told is not None:
            return told
        if new is not None and '__new__' in base.__dict__:
            sig = _signature_from_callable(new, follow_wrapped)
            return _without_first(sig) if skip_first else sig
        if init is not None and '__init__' in base.__dict__:
            return _signature_from_callable(init, follow_wrapped, skip_first)
    if init is None and isfunction(obj.__init__):
        # That of a base that programs do not see.
        return _signature_from_callable(_bound_to(obj.__init__, obj), follow_wrapped, skip_first)
    for base in obj.__mro__[:-1]:
        declared = _declared(base.__name__, '__init__')
        if declared is not None and base.__module__.lstrip('_').startswith('asyncio'):
            return _without_first(_of_function(declared))
    for base in obj.__mro__[:-1]:
        if isinstance(base.__doc__, str) and ')\n--\n\n' in base.__doc__:
            from _native_signatures import of_docstring
            told = of_docstring(base)
            if told is not None:
                return _of_text(base, told)
    if type in obj.__mro__:
        if obj is type:
            raise ValueError(f'no signature found for builtin {obj!r}')
        raise ValueError(f'callable {obj!r} is not supported by signature')
    if obj.__init__ is object.__init__ and obj.__new__ is object.__new__ and obj is not super:
        return Signature()
    raise ValueError(f'no signature found for builtin type {obj!r}')


def _of_text(obj, text):
    """A signature written as text: `$` before a parameter that is bound already, which makes it positional-only."""
    import ast
    clean = ' '.join(text.replace('$', ' ').split())
    try:
        tree = ast.parse(f'def foo{clean}: pass').body[0].args
        names, values = {**vars(sys.modules.get(getattr(obj, '__module__', None), sys))}, {}
        exec(f'def foo{clean}: pass', names, values)
    except (SyntaxError, NameError, AttributeError, TypeError):
        raise ValueError(f'{obj!r} has invalid signature')
    if any(isinstance(value, (types.ModuleType, type)) for value in
           (*(values['foo'].__defaults__ or ()), *(values['foo'].__kwdefaults__ or {}).values())):
        raise ValueError(f'{obj!r} has invalid signature')
    parameters = list(_of_function(values['foo'])._parameters.values())
    if '$' in text and parameters:
        if getattr(obj, '__self__', None) is not None and not ismodule(obj.__self__):
            del parameters[0]
        else:
            parameters[0] = parameters[0].replace(kind=0)
    return Signature(parameters)


def _of_partial(sig, partial, args):
    try:
        bound = sig.bind_partial(*args, **partial.keywords)
    except TypeError as ex:
        raise ValueError(f'partial object {partial!r} has incorrect arguments') from ex
    parameters, keywords, keyword = [], [], False
    for name, p in sig._parameters.items():
        if name in bound.arguments:
            if p.kind == 0 or p.kind == 1 and name not in partial.keywords:
                continue
            keyword = keyword or p.kind == 1
            if p.kind in (1, 3):
                p = p.replace(default=bound.arguments[name])
        if keyword and p.kind != 2:
            keywords.append(p.replace(kind=3) if p.kind == 1 else p)
        elif not keyword:
            parameters.append(p)
    return sig.replace(parameters=parameters + keywords)
FullArgSpec = _namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')


def getfullargspec(func):
    """The parameters of a function, in the old form."""
    spec = FullArgSpec
    try:
        sig = _signature_from_callable(func, False, False)  #: 1362 sig = «_signature_from_callable(func,⏎                               follow_wrapper_chains=False,⏎                               skip_bound_arg=False,⏎                               sigcls=Signature,⏎                               eval_str=False)»
    except Exception as ex:
        raise TypeError('unsupported callable') from ex  #: 1372
    kinds = lambda *wanted: [p.name for p in sig._parameters.values() if p.kind in wanted]
    defaults = tuple(p.default for p in sig._parameters.values() if p.kind in (0, 1) and p.default is not _empty)
    only = {p.name: p.default for p in sig._parameters.values() if p.kind == 3 and p.default is not _empty}
    annotations = {} if sig.return_annotation is _empty else {'return': sig.return_annotation}
    annotations |= {p.name: p.annotation for p in sig._parameters.values() if p.annotation is not _empty}
    return spec(kinds(0, 1), next(iter(kinds(2)), None), next(iter(kinds(4)), None), defaults or None, kinds(3),
                only or None, annotations)
