"""Signatures, their parameters, and arguments bound to them."""
import enum as _enum
import sys
import types
from collections import OrderedDict as _OrderedDict

__name__ = 'inspect'  # where what is here is said to be  #: in inspect.py


class _empty:
    """Marks what is not given."""


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
        self._default, self._annotation = state['_default'], state['_annotation']  #: 2772 self._default = «state['_default']»

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
            kind = p.kind  #: 3025 kind = «param.kind»
            if kind < highest:
                kinds = f'{_ParameterKind(highest).description} parameter before {p.kind.description} parameter'
                raise ValueError(f'wrong parameter order: {kinds}')  #: 3035 raise ValueError(msg)
            highest = kind
            if kind in (0, 1):
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
        self._return_annotation = state['_return_annotation']  #: 3275

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


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)  #: 3340 return «Signature.from_callable(obj, follow_wrapped=follow_wrapped,⏎                               globals=globals, locals=locals, eval_str=eval_str)»
