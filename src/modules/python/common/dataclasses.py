"""Classes made of their fields."""
import abc as _abc
import _frames


__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']
_GenericAlias, _MappingProxy = type(list[int]), type(type.__dict__)


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass

MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    pass

KW_ONLY = _KW_ONLY_TYPE()


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return '<factory>'

_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _FIELD_BASE:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')

_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class InitVar:
    """A parameter of __init__ that is no field."""
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, _GenericAlias):
            name = self.type.__name__
        else:
            name = repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


# Fields whose repr is being made.
_shown = set()


class Field:
    """What field() gives: one field's options."""
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxy({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if id(self) in _shown:
            return '...'
        _shown.add(id(self))
        try:
            return self._text()
        finally:
            _shown.discard(id(self))

    def _text(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        method = getattr(type(self.default), '__set_name__', None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots',
                 'weakref_slot')

    def __init__(self, *values):
        for name, value in zip(self.__slots__, values):
            setattr(self, name, value)

    def __repr__(self):
        return f'_DataclassParams({",".join(f"{n}={getattr(self, n)!r}" for n in self.__slots__)})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """The options of one field."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')  #: 402
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_kind(annotation, module_name, name, cls, test):
    """Whether an annotation, possibly text, is typing.ClassVar, dataclasses.InitVar or KW_ONLY."""
    if not isinstance(annotation, str):
        return test(annotation)
    # The name that it begins with, and the module's before it; what follows does not matter.
    words = annotation.replace('.', ' . ').replace('[', ' [').split()
    dotted = words[1:2] == ['.']
    prefix, last = (words[0], words[2] if len(words) > 2 else '') if dotted else ('', words[0] if words else '')
    last = ''.join(c if c == '_' or c.isalnum() else ' ' for c in last).split(' ', 1)[0]
    if last == name or (not prefix and last):
        namespace = _frames.modules().get(cls.__module__)
        namespace = namespace.__dict__ if namespace is not None else {}
        if prefix:
            holder = namespace.get(prefix)
            return last == name and getattr(holder, '__name__', None) == module_name
        found = namespace.get(last)
        return found is not None and test(found)
    return False


def _is_classvar(value):
    typing = _frames.modules().get('typing')
    if typing is None:
        return False
    return value is typing.ClassVar or getattr(value, '__origin__', None) is typing.ClassVar


def _is_initvar(value):
    return value is InitVar or type(value) is InitVar


def _is_kw_only(value):
    return value is KW_ONLY or value is _KW_ONLY_TYPE


def _get_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, type(Field.name)):
            default = MISSING
        f = field(default=default)  #: 783
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_kind(annotation, 'typing', 'ClassVar', cls, _is_classvar):
        f._field_type = _FIELD_CLASSVAR
    elif _is_kind(annotation, 'dataclasses', 'InitVar', cls, _is_initvar):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type is _FIELD_CLASSVAR:
        if f.kw_only is not MISSING:
            raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')
    elif f.kw_only is MISSING:
        f.kw_only = kw_only
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')  #: 860 raise ValueError(f'mutable default {type(f.default)} for field '⏎                 f'{f.name} is not allowed: use default_factory')
    return f


def _function(cls, name, parameters, lines, scope, returns=None, line=2):
    """Compiles a method; `scope` is what its body sees besides builtins. `line`: where CPython's text of all has it."""
    body = '\n'.join('  ' + line for line in lines)
    free = ', '.join(scope)
    text = f'def __make__({free}):' + '\n' * (line - 1) + f' def {name}({", ".join(parameters)}):\n{body}\n return {name}'
    holder = {}
    module = _frames.modules().get(cls.__module__)
    exec(text, module.__dict__ if module is not None else {}, holder)
    function = holder['__make__'](**scope)
    function.__qualname__ = f'{cls.__qualname__}.{name}'
    if returns is not None:
        function.__annotations__ = returns
    return function


def _parameters(fields, write):
    """What __init__ takes, each as it is written, behind a star what is by keyword alone."""
    positional = [write(f) for f in fields if f.init and not f.kw_only]
    keyword = [write(f) for f in fields if f.init and f.kw_only]
    return [*positional, '*', *keyword] if keyword else positional


def _init_fn(cls, fields, frozen, has_post_init, self_name):
    seen_default = None
    for f in fields:
        if not f.init or f.kw_only:
            continue
        if not (f.default is MISSING and f.default_factory is MISSING):
            seen_default = f
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')  #: 627 raise TypeError(f'non-default argument {f.name!r} '⏎                f'follows default argument {seen_default.name!r}')
    scope = {'__dataclass_HAS_DEFAULT_FACTORY__': _HAS_DEFAULT_FACTORY,
             '__dataclass_builtins_object__': object, '__dataclass_setattr__': object.__setattr__}
    annotations = {}

    def parameter(f):
        annotations[f.name] = f.type
        if f.default is not MISSING:
            scope[f'__dataclass_dflt_{f.name}__'] = f.default
            return f'{f.name}=__dataclass_dflt_{f.name}__'
        if f.default_factory is not MISSING:
            return f'{f.name}=__dataclass_HAS_DEFAULT_FACTORY__'
        return f.name

    def assignment(name, value):
        if frozen:
            return f'__dataclass_setattr__({self_name}, {name!r}, {value})'
        return f'{self_name}.{name} = {value}'

    parameters = [self_name, *_parameters(fields, parameter)]
    lines = []
    for f in fields:
        if f._field_type is _FIELD_INITVAR:
            continue
        if f.default_factory is not MISSING:
            factory = f'__dataclass_dflt_{f.name}__'
            scope[factory] = f.default_factory
            if f.init:
                value = f'{factory}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
            else:
                value = f'{factory}()'
        elif f.init:
            value = f.name
        elif f.default is not MISSING and _uses_slots(cls):
            scope[f'__dataclass_dflt_{f.name}__'] = f.default
            value = f'__dataclass_dflt_{f.name}__'
        else:
            continue
        lines.append(assignment(f.name, value))
    if has_post_init:
        arguments = ', '.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        lines.append(f'{self_name}.{_POST_INIT_NAME}({arguments})')
    annotations['return'] = None
    return _function(cls, '__init__', parameters, lines or ['pass'], scope, annotations), len(lines) or 1


def _signature(cls, fields):
    """What inspect.signature says of the class. `fields`: those that its __init__ is made of, if it is."""
    try:
        if fields is not None and type(cls).__call__ is type.__call__ and '__new__' not in cls.__dict__ and not hasattr(cls, '__signature__'):
            return f'({", ".join(_parameters(fields, _as_parameter))})'
        import inspect
        return str(inspect.signature(cls)).replace(' -> None', '')
    except (TypeError, ValueError, ImportError):
        return ''


def _as_parameter(f):
    from _annotations import written
    default = f.default if f.default_factory is MISSING else _HAS_DEFAULT_FACTORY
    text = f'{f.name}: {written(f.type)}'
    return text if default is MISSING else f'{text} = {default!r}'


_with_slots = []


def _uses_slots(cls):
    return cls in _with_slots


def _set_new(cls, name, value):
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    all_fields, module = {}, cls.__module__  #: 937 if «cls.__module__» in sys.modules:
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                                           weakref_slot))
    any_frozen_base = False
    all_frozen_bases = None
    has_bases = False
    for base in cls.__mro__[-1:0:-1]:  #: 961 for b in «cls.__mro__»[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_bases = True
            for f in base_fields.values():
                all_fields[f.name] = f
            if all_frozen_bases is None:
                all_frozen_bases = True
            base_frozen = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and base_frozen
            any_frozen_base = any_frozen_base or base_frozen

    annotations = cls.__dict__.get('__annotations__', {})
    own_fields = []
    seen_kw_only = False
    for name, annotation in annotations.items():
        if _is_kind(annotation, 'dataclasses', 'KW_ONLY', cls, _is_kw_only):
            if seen_kw_only:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_kw_only = True
            kw_only = True
        else:
            own_fields.append(_get_field(cls, name, annotation, kw_only))  #: 1008 cls_fields.append(«_get_field(cls, name, type, kw_only)»)
    for f in own_fields:
        all_fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')  #: 1032
    if has_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')  #: 1038 raise TypeError('cannot inherit non-frozen dataclass from a '⏎                'frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')  #: 1043 raise TypeError('cannot inherit frozen dataclass from a '⏎                'non-frozen one')
    setattr(cls, _FIELDS, all_fields)

    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and '__eq__' in cls.__dict__))
    if order and not eq:
        raise ValueError('eq must be true if order is true')  #: 1062

    in_init = [f for f in all_fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    real = [f for f in all_fields.values() if f._field_type is _FIELD]
    if slots:
        _with_slots.append(cls)
    line, makes_init = 2, False
    if init:
        self_name = '__dataclass_self__' if 'self' in all_fields else 'self'
        function, length = _init_fn(cls, in_init, frozen, hasattr(cls, _POST_INIT_NAME), self_name)  #: 1078 _init_fn(all_init_fields,⏎         std_init_fields,⏎         kw_only_init_fields,⏎         frozen,⏎         has_post_init,⏎         # The name to use for the "self"⏎         # param in __init__.  Use "self"⏎         # if possible.⏎         '__dataclass_self__' if 'self' in fields⏎         else 'self',⏎         func_builder,⏎         slots,⏎         )
        makes_init = not _set_new(cls, '__init__', function)
        line += 1 + length
    if slots:
        _with_slots.pop()
    _set_new(cls, '__replace__', _replace)

    if repr:
        shown = [f.name for f in real if f.repr]
        text = ', '.join(f'{name}={{self.{name}!r}}' for name in shown)
        body = [f'return f"{{self.__class__.__qualname__}}({text})"']
        from reprlib import recursive_repr
        # A line of the decorator stands before it.
        function = _function(cls, '__repr__', ['self'], body, {}, line=line + 1)
        _set_new(cls, '__repr__', recursive_repr()(function))
        function.__qualname__ = '__create_fn__.<locals>.__repr__'
        line += 3

    compared = [f.name for f in real if f.compare]
    if eq:
        terms = ' and '.join(f'self.{name}==other.{name}' for name in compared) or 'True'
        body = ['if self is other:', ' return True', 'if other.__class__ is self.__class__:', f' return {terms}',
                'return NotImplemented']
        _set_new(cls, '__eq__', _function(cls, '__eq__', ['self', 'other'], body, {}, line=line))
        line += 6
    if order:
        mine = '(' + ''.join(f'self.{name},' for name in compared) + ')'
        other = '(' + ''.join(f'other.{name},' for name in compared) + ')'
        for name, operator in (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')):
            body = ['if other.__class__ is self.__class__:', f' return {mine}{operator}{other}',
                    'return NotImplemented']
            function = _function(cls, name, ['self', 'other'], body, {}, line=line)
            line += 4
            if _set_new(cls, name, function):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__} '  #: 1157 func_builder.add_fns_to_class(cls)
                                'Consider using functools.total_ordering')
    if frozen:
        names = tuple(f.name for f in real)
        guard = f'if type(self) is cls or name in {names!r}:' if names else 'if type(self) is cls:'
        for method, parameters, word in (('__setattr__', ['self', 'name', 'value'], 'assign to'),
                                         ('__delattr__', ['self', 'name'], 'delete')):
            cell = {'FrozenInstanceError': FrozenInstanceError, 'cls': cls}
            body = [guard, f' raise FrozenInstanceError(f"cannot {word} field {{name!r}}")',
                    f'super(cls, self).{method}({", ".join(parameters[1:])})']
            function = _function(cls, method, parameters, body, cell, line=line)
            line += 4
            if _set_new(cls, method, function):
                raise TypeError(f'Cannot overwrite attribute {method} in class {cls.__name__}')

    if unsafe_hash and has_explicit_hash:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if unsafe_hash or (eq and frozen and not has_explicit_hash):
        hashed = [f.name for f in real if (f.compare if f.hash is None else f.hash)]
        values = '(' + ''.join(f'self.{name},' for name in hashed) + ')'
        cls.__hash__ = _function(cls, '__hash__', ['self'], [f'return hash({values})'], {}, line=line)
    elif eq and not has_explicit_hash:
        cls.__hash__ = None

    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _signature(cls, in_init if makes_init else None)
    if match_args:
        _set_new(cls, '__match_args__', tuple(f.name for f in in_init if f.init and not f.kw_only))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')  #: 1176
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot, real)  #: 1178 cls = «_add_slots(cls, frozen, weakref_slot)»
    _abc.update_abstractmethods(cls)
    return cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Gives a class the methods that follow from its annotated fields."""
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,  #: 1295 return «_process_class(cls, init, repr, eq, order, unsafe_hash,⏎                      frozen, match_args, kw_only, slots,⏎                      weakref_slot)»
                              weakref_slot)
    return wrap if cls is None else wrap(cls)  #: 1305 return «wrap(cls)»


def fields(class_or_instance):
    """The fields of a dataclass or of an instance."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None  #: 1319
    return tuple(f for f in found.values() if f._field_type is _FIELD)


# What is read when a program first asks for it.
_frames.on_demand(globals(), {'_dataclass_copies': 'asdict astuple make_dataclass',
                             '_dataclass_slots': '_frozen_getstate _frozen_setstate _add_slots'})


def is_dataclass(obj):
    """True for a dataclass and its instances."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def replace(obj, /, **changes):
    """A new object with some fields changed."""
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')  #: 1595 raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)  #: 1596 return «_replace(obj, **changes)»


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')  #: 1614 raise TypeError(f'field {f.name} is declared with '⏎                f'init=False, it cannot be specified with '⏎                f'replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)  #: 1630 return «self.__class__(**changes)»
