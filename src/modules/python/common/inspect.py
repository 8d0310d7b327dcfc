"""Looking into live objects."""
import _frames
import sys
import types
from collections import OrderedDict as _OrderedDict
import enum as _enum

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 256, 512


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or isinstance(object, types.MethodWrapperType))


def ismethoddescriptor(object):
    import functools
    if isclass(object) or ismethod(object) or isfunction(object) or isinstance(object, functools.partial):
        return False
    cls = type(object)
    return hasattr(cls, '__get__') and not hasattr(cls, '__set__') and not hasattr(cls, '__delete__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):  #: 346
        return False
    return hasattr(type(object), '__set__') or hasattr(type(object), '__delete__')


def iscode(object):
    return isinstance(object, types.CodeType)


def isframe(object):
    return isinstance(object, types.FrameType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isawaitable(object):
    """True if the object can be awaited."""
    return (isinstance(object, types.CoroutineType) or hasattr(type(object), '__await__')
            or isinstance(object, types.GeneratorType) and bool(object.gi_code.co_flags & 0x100))


def isabstract(object):
    if not isinstance(object, type):
        return False
    found = getattr(object, '__abstractmethods__', None)
    if found is not None or not hasattr(type(object), 'register'):
        return bool(found)
    # Its metaclass has not finished yet: __init_subclass__ asks.
    values = [*vars(object).values()]
    values += [getattr(object, name, None) for base in object.__bases__
               for name in getattr(base, '__abstractmethods__', ())]
    return any(getattr(value, '__isabstractmethod__', False) for value in values)


def _has_flag(f, flag):
    import functools
    while True:
        if ismethod(f):
            f = f.__func__
        elif isinstance(getattr(f, '__partialmethod__', None), functools.partialmethod):
            f = f.__partialmethod__.func
        elif isinstance(f, (functools.partial, functools.partialmethod)):
            f = f.func
        else:
            break
    code = getattr(f, '__code__', None)
    return (isfunction(f) and code is not None or _functionlike(f, code)) and bool(code.co_flags & flag)


def _functionlike(obj, code):
    """Whether what is no function has all that one has: a compiled one of Cython's, a mock of one."""
    if not isinstance(code, types.CodeType) or not callable(obj) or isclass(obj):
        return False
    missing = object()
    parts = (('__name__', str), ('__defaults__', (tuple, type(None))), ('__kwdefaults__', (dict, type(None))),
             ('__annotations__', (dict, type(None))))
    return all(isinstance(getattr(obj, name, None if name == '__annotations__' else missing), kind) for name, kind in parts)


_marked = object()


def markcoroutinefunction(func):
    target = func.__func__ if hasattr(func, '__func__') else func
    target._is_coroutine_marker = _marked
    return func


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    if _has_flag(obj, CO_COROUTINE):
        return True
    target = obj.__func__ if ismethod(obj) else obj
    return getattr(target, '_is_coroutine_marker', None) is _marked


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_GEN = GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = \
    'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'
_CORO = CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = \
    'CORO_CREATED', 'CORO_RUNNING', 'CORO_SUSPENDED', 'CORO_CLOSED'
_AGEN = AGEN_CREATED, AGEN_RUNNING, AGEN_SUSPENDED, AGEN_CLOSED = \
    'AGEN_CREATED', 'AGEN_RUNNING', 'AGEN_SUSPENDED', 'AGEN_CLOSED'


def _state(running, suspended, frame, states):
    return states[1 if running else 2 if suspended else 3 if frame is None else 0]


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, _GEN)


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, _CORO)


def getasyncgenstate(agen):
    return _state(agen.ag_running, agen.ag_suspended, agen.ag_frame, _AGEN)


def currentframe():
    """The caller's frame."""
    return sys._getframe(1)


def stack(context=1):
    """The frames from the caller's up to the program's first, each with lines of its source."""
    from _inspect_more import getouterframes
    return getouterframes(sys._getframe(1), context)


def unwrap(func, *, stop=None):
    """The function below all wrappers."""
    wrapper, seen = func, {id(func)}
    while not isclass(func) and hasattr(func, '__wrapped__') and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen or len(seen) >= sys.getrecursionlimit():
            raise ValueError(f'wrapper loop when unwrapping {wrapper!r}')
        seen.add(id(func))
    return func


def getmembers(object, predicate=None):
    """The attributes, sorted by name."""
    return _members(object, predicate, getattr)


def _members(object, predicate, getter):
    found, names, seen = [], dir(object), set()
    bases = object.__mro__ if isclass(object) else ()
    try:
        # What a metaclass shows in another way for the class than for its instances.
        names += [name for base in (object.__bases__ if bases else ()) for name, value in vars(base).items()
                  if isinstance(value, types.DynamicClassAttribute)]
    except AttributeError:
        pass
    for name in names:
        try:
            value = getter(object, name)
            if name in seen:
                raise AttributeError
        except AttributeError:
            value = next((vars(base)[name] for base in bases if name in vars(base)), seen)
            if value is seen:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
        seen.add(name)
    return sorted(found, key=lambda pair: pair[0])


def getmodule(object, _filename=None):
    if ismodule(object):  #: 1002
        return object
    if hasattr(object, '__module__'):
        found = _frames.modules().get(object.__module__)
        if found is None and str(object.__module__).startswith('asyncio.'):
            found = __import__(object.__module__, fromlist=['*'])
        return found
    from _inspect_more import module_of
    return module_of(object, _filename)


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    """The docstring without its indentation; that of the class above if it has none."""
    doc = getattr(object, '__doc__', None)
    if doc is None:
        from _inspect_more import inherited_doc
        doc = inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margin = min((len(l) - len(l.lstrip(' ')) for l in lines[1:] if l.strip(' ')), default=0)
    lines = [lines[0].lstrip(' ')] + [l[margin:] for l in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if not isclass(obj) and not ismodule(obj) and not callable(obj):
        raise TypeError(f'{obj!r} is not a module, class, or callable.')  #: 254 raise TypeError(f"{obj!r} is not a module, class, or callable.")
    found = dict(obj.__dict__.get('__annotations__', {}) if isclass(obj) else getattr(obj, '__annotations__', None) or {})
    if eval_str:
        if isclass(obj):
            scope, own = getattr(sys.modules.get(obj.__module__), '__dict__', {}), vars(obj)
        else:
            target = obj if ismodule(obj) else unwrap(obj)
            scope, own = vars(obj) if ismodule(obj) else getattr(target, '__globals__', {}), {}
        scope = scope if globals is None else globals
        own = own if locals is None else locals
        locals = {**{p.__name__: p for p in getattr(obj, '__type_params__', ())}, **own}
        found = {k: eval(v, scope, locals) if isinstance(v, str) else v for k, v in found.items()}
    return found


class _empty:
    """Marks what is not given."""


class BufferFlags(_enum.IntFlag):
    """How memory is asked for (`__buffer__`)."""
    SIMPLE, WRITABLE, FORMAT, ND = 0x0, 0x1, 0x4, 0x8
    STRIDES = 0x10 | ND
    C_CONTIGUOUS, F_CONTIGUOUS, ANY_CONTIGUOUS, INDIRECT = 0x20 | STRIDES, 0x40 | STRIDES, 0x80 | STRIDES, 0x100 | STRIDES
    CONTIG, CONTIG_RO = ND | WRITABLE, ND
    STRIDED, STRIDED_RO = STRIDES | WRITABLE, STRIDES
    RECORDS, RECORDS_RO = STRIDES | WRITABLE | FORMAT, STRIDES | FORMAT
    FULL, FULL_RO = INDIRECT | WRITABLE | FORMAT, INDIRECT | FORMAT
    READ, WRITE = 0x100, 0x200


class _ParameterKind(_enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only',
                'variadic keyword')[self]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    from _annotations import written
    return written(annotation, base_module)


class Parameter:
    """One parameter of a signature."""
    __slots__ = ('_name', '_kind', '_default', '_annotation')
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)  #: 2724 self._kind = «_ParameterKind(kind)»
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')  #: 2726
        if default is not _empty and self.kind in (2, 4):
            raise ValueError(f'{self.kind.description} parameters cannot have default values')  #: 2731 raise ValueError(msg)
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')  #: 2736
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')  #: 2740 raise TypeError(msg)
        if name[:1] == '.' and name[1:].isdigit():
            # A generator expression's iterator.
            if self.kind != 1:
                raise ValueError(f'implicit arguments must be passed as positional or keyword arguments, '
                                 f'not {self.kind.description}')
            self._kind, name = Parameter.POSITIONAL_ONLY, f'implicit{name[1:]}'
        import keyword
        if keyword.iskeyword(name) and self.kind != 0 or not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))  #: 2761
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {'_default': self._default, '_annotation': self._annotation}

    def __setstate__(self, state):
        self._default, self._annotation = state['_default'], state['_annotation']

    def replace(self, *, name=_marked, kind=_marked, annotation=_marked, default=_marked):
        return type(self)(self.name if name is _marked else name, self.kind if kind is _marked else kind,
                          default=self.default if default is _marked else default,
                          annotation=self.annotation if annotation is _marked else annotation)

    __replace__ = replace

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text += f': {formatannotation(self.annotation)}'
        if self.default is not _empty:
            text += f' = {self.default!r}' if self.annotation is not _empty else f'={self.default!r}'
        return {2: '*', 4: '**'}.get(int(self.kind), '') + text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self.name, self.kind, self.default, self.annotation) == \
            (other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, int(self.kind), self.annotation, self.default))


class BoundArguments:
    """Arguments by the names of their parameters."""
    __slots__ = ('arguments', '_signature', '__weakref__')

    def __init__(self, signature, arguments):
        self._signature, self.arguments = signature, arguments

    signature = property(lambda self: self._signature)

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    __hash__ = None

    def __setstate__(self, state):
        self._signature, self.arguments = state['_signature'], state['arguments']

    def __getstate__(self):
        return {'_signature': self._signature, 'arguments': self.arguments}

    @property
    def args(self):
        found = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            value = self.arguments[name]
            found.extend(value) if parameter.kind == 2 else found.append(value)
        return tuple(found)

    @property
    def kwargs(self):
        found, started = {}, False
        for name, parameter in self.signature.parameters.items():
            if not started and (parameter.kind in (3, 4) or name not in self.arguments and parameter.kind != 2):
                started = True
            if not started or name not in self.arguments:
                continue
            if parameter.kind == 4:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        complete = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind == 2:
                complete[name] = ()
            elif parameter.kind == 4:
                complete[name] = {}
        self.arguments = complete

    def __repr__(self):
        return f'<{type(self).__name__} ({", ".join(f"{k}={v!r}" for k, v in self.arguments.items())})>'


class Signature:
    """The parameters of a callable and what it returns."""
    __slots__ = ('_return_annotation', '_parameters')
    empty = _empty
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        self._parameters, highest, defaulted = {}, 0, False
        for p in () if parameters is None else parameters:  #: 3024 for param in «parameters»:
            if not __validate_parameters__:
                self._parameters[p.name] = p
                continue
            if p.kind < highest:
                kinds = f'{_ParameterKind(highest).description} parameter before {p.kind.description} parameter'
                raise ValueError(f'wrong parameter order: {kinds}')  #: 3035 raise ValueError(msg)
            highest = p.kind
            if p.kind in (0, 1):
                if defaulted and p.default is _empty:
                    raise ValueError('non-default argument follows default argument')  #: 3046 raise ValueError(msg)
                defaulted = p.default is not _empty
            if p.name in self._parameters:
                raise ValueError(f'duplicate parameter name: {p.name!r}')  #: 3053 raise ValueError(msg)
            self._parameters[p.name] = p
        self._return_annotation = return_annotation

    return_annotation = property(lambda self: self._return_annotation)

    @property
    def parameters(self):
        return types.MappingProxyType(_OrderedDict(self._parameters))

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        sig = _signature_from_callable(obj, follow_wrapped)  #: 3066 return «_signature_from_callable(obj, sigcls=cls,⏎                                follow_wrapper_chains=follow_wrapped,⏎                                globals=globals, locals=locals, eval_str=eval_str)»
        if eval_str:
            sig = sig._evaluated(obj, globals, locals)
        if cls is not Signature and type(sig) is Signature:
            sig = cls(sig._parameters.values(), return_annotation=sig._return_annotation)
        return sig

    def _evaluated(self, obj, globals, locals):
        scope = globals if globals is not None else getattr(unwrap(obj), '__globals__', None)
        if scope is None and isclass(obj):
            scope = vars(sys.modules[obj.__module__])
        read = lambda value: eval(value, scope, locals) if isinstance(value, str) else value
        parameters = [p.replace(annotation=read(p.annotation)) for p in self._parameters.values()]
        return self.replace(parameters=parameters, return_annotation=read(self.return_annotation))

    def replace(self, *, parameters=_marked, return_annotation=_marked):
        parameters = self._parameters.values() if parameters is _marked else parameters
        return type(self)(parameters, return_annotation=self.return_annotation if return_annotation is _marked else return_annotation)

    __replace__ = replace

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def _bind(self, args, kwargs, partial):
        arguments, kwargs = {}, dict(kwargs)
        parameters, at, shadowed, extra = list(self._parameters.values()), 0, [], None
        for n, value in enumerate(args):
            p = parameters[at] if at < len(parameters) else None
            if p is None:
                raise TypeError('too many positional arguments')  #: 3179 raise TypeError('too many positional arguments') from None
            if p.kind in (3, 4):
                raise TypeError('too many positional arguments')  #: 3184 raise TypeError(⏎    'too many positional arguments') from None
            at += 1
            if p.kind == 2:
                arguments[p.name] = tuple(args[n:])
                break
            if p.kind == 1 and p.name in kwargs:
                raise TypeError(f'multiple values for argument {p.name!r}')  #: 3197 raise TypeError(⏎    'multiple values for argument {arg!r}'.format(⏎        arg=param.name)) from None
            arguments[p.name] = value
        else:
            while at < len(parameters) and (p := parameters[at]).kind != 2:
                if p.kind == 0 and p.name in kwargs:
                    shadowed.append(p.name)  # a keyword of that name is for **kwargs
                elif p.name in kwargs or p.kind == 4 or p.default is not _empty or partial:
                    break
                else:
                    kind = ' keyword-only' if p.kind == 3 else ''
                    raise TypeError(f'missing a required{kind} argument: {p.name!r}')  #: 3173 raise TypeError(msg) from None
                at += 1
        for p in parameters[at:]:
            if p.kind == 4:
                extra = p.name
            elif p.kind != 2 and p.name in kwargs:
                arguments[p.name] = kwargs.pop(p.name)
            elif p.kind != 2 and not partial and p.default is _empty:
                raise TypeError(f'missing a required argument: {p.name!r}')  #: 3228 raise TypeError('missing a required argument: {arg!r}'. \⏎                format(arg=param_name)) from None
        if kwargs:
            if extra is None and shadowed:
                raise TypeError('got some positional-only arguments passed as keyword arguments: '
                                f'{", ".join(shadowed)!r}')
            if extra is None:
                raise TypeError(f'got an unexpected keyword argument {next(iter(kwargs))!r}')
            arguments[extra] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)  #: 3260 return «self._bind(args, kwargs)»

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)  #: 3267 return «self._bind(args, kwargs, partial=True)»

    def format(self, *, max_width=None):
        shown, positional, starred = [], False, False
        for p in self._parameters.values():
            if p.kind == 0:
                positional = True
            elif positional:
                shown.append('/')
                positional = False
            if p.kind == 2:
                starred = True
            elif p.kind == 3 and not starred:
                shown.append('*')
                starred = True
            shown.append(str(p))
        if positional:
            shown.append('/')
        text = f'({", ".join(shown)})'
        if max_width is not None and len(text) > max_width:
            text = '(\n    ' + ',\n    '.join(shown) + '\n)'
        if self.return_annotation is not _empty:
            text += f' -> {formatannotation(self.return_annotation)}'
        return text

    def __str__(self):
        return self.format()

    def __repr__(self):
        return f'<{type(self).__name__} {self}>'

    def _basis(self):
        """What makes it equal to others: keyword-only parameters have no order."""
        plain = tuple(p for p in self._parameters.values() if p.kind != 3)
        return plain, {p.name: p for p in self._parameters.values() if p.kind == 3}, self.return_annotation

    def __hash__(self):
        plain, only, returns = self._basis()
        return hash((plain, frozenset(only.values()), returns))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._basis() == other._basis()


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


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)  #: 3340 return «Signature.from_callable(obj, follow_wrapped=follow_wrapped,⏎                               globals=globals, locals=locals, eval_str=eval_str)»


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
    from _inspect_more import getattr_static
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
    if isclass(getattr(obj, '__self__', None)):
        owners += [base.__name__ for base in obj.__self__.__mro__]
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
    from _inspect_more import getattr_static
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


from collections import namedtuple as _namedtuple
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


def _code_of(object):
    object = getattr(object, '__func__', object)
    for name in '__wrapped__', '__code__', 'f_code', 'tb_frame':
        if name == '__wrapped__':
            object = unwrap(object) if hasattr(object, name) else object
        elif hasattr(object, name):
            found = getattr(object, name)
            return found.f_code if name == 'tb_frame' else found
    return object if hasattr(object, 'co_firstlineno') else None


def getfile(object):
    """Where an object was defined."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))  #: 924
    if isclass(object):
        owner = getattr(object, '__module__', None)
        module = sys.modules.get(owner)
        if getattr(module, '__file__', None):
            return module.__file__
        if owner == '__main__':
            raise OSError('source code not available')  #: 931
        raise TypeError('{!r} is a built-in class'.format(object))  #: 932
    code = _code_of(object)
    if code is None:
        kind = type(object).__name__
        raise TypeError(f'module, class, method, function, traceback, frame, or code object was expected, got {kind}')  #: 943 raise TypeError('module, class, method, function, traceback, frame, or '⏎                'code object was expected, got {}'.format(⏎                type(object).__name__))
    return code.co_filename


def getsourcefile(object):
    """The file to read the source from, None if there is none."""
    import linecache
    import os
    file = getfile(object)  #: 963 filename = «getfile(object)»
    if file.startswith('<') or file in linecache.cache or os.path.exists(file):
        return file
    module = getmodule(object, file)
    if module is sys.modules['__main__'] or getattr(module, '__loader__', None) is not None or \
            getattr(getattr(module, '__spec__', None), 'loader', None) is not None:
        return file


def findsource(object):
    """The lines of a definition's file."""
    import linecache
    file = getsourcefile(object)  #: 1060
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if file[:1] != '<' or file[-1:] != '>':
            raise OSError('source code not available')
    lines = linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')  #: 1078
    return lines, 0 if ismodule(object) else _first_line(object, lines) - 1


def _first_line(object, lines):  #: -
    code = _code_of(object)
    if code is not None:
        first = code.co_firstlineno
    else:
        first = vars(object).get('__firstlineno__')
        if first is None:
            raise OSError('source code not available')
    if first > len(lines):
        raise OSError('lineno is out of bounds')
    return first


def _indent(line):
    return len(line) - len(line.lstrip())


def _logical_lines(lines):
    """(first, last, text of the first) of each statement or part of one that the tokenizer ends with NEWLINE, and of
    each comment that stands alone."""
    depth, quote, first = 0, '', None
    for at, line in enumerate(lines):
        here, joined = 0, False
        if first is None:
            text = line.strip()
            if not text or text[0] == '#':
                if text:
                    yield at, at, text, _indent(line)
                continue
            first = at
        while here < len(line):
            c = line[here]
            joined = c == '\\'
            if quote:
                if c == '\\':
                    here += 1
                elif line.startswith(quote, here):
                    here += len(quote) - 1
                    quote = ''
            elif c == '#':
                break
            elif c in '\'"':
                quote = c * 3 if line.startswith(c * 3, here) else c
                here += len(quote) - 1
            elif joined and not line[here + 1:].strip():
                break
            else:
                depth += (c in '([{') - (c in ')]}')
            here += 1
        if len(quote) == 1 and not joined:
            quote = ''
        # A bracket too many ends what began outside of these lines.
        if depth < 0 or not depth and not quote and not joined:
            yield first, at, lines[first].strip(), _indent(lines[first])
            depth, first = 0, None
    if first is not None:
        yield first, len(lines) - 1, lines[first].strip(), _indent(lines[first])


def getblock(lines):
    """The lines of the definition that begins in the first one."""
    last, body, head = 0, None, None
    for first, end, text, indent in _logical_lines(lines):
        if text[0] == '#':
            if body is not None and indent >= body:
                last = end
        elif head is None:
            last = end
            if text[0] == '@':
                continue
            if text.split(None, 1)[0] not in ('def', 'class', 'async'):
                break
            head = indent
        elif indent <= head:
            break
        else:
            body, last = indent if body is None else body, end
    return lines[:last + 1]


def getsourcelines(object):
    """The lines of a definition, and the number of the first."""
    object = unwrap(object)
    lines, first = findsource(object)  #: 1238 lines, lnum = «findsource(object)»
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == '<module>':
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])  #: 1256 lines, lnum = «getsourcelines(object)»


def __dir__():
    import _inspect_more
    return sorted({*globals(), *vars(_inspect_more)})


def __getattr__(name):
    if not name.startswith('__'):
        import _inspect_more
        if hasattr(_inspect_more, name):
            return getattr(_inspect_more, name)
    raise AttributeError(f"module 'inspect' has no attribute '{name}'")
