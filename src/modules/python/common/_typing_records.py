"""Named tuples and typed dictionaries."""
import collections as _collections

from _typing_arguments import _caller, _convert

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


class _NamedTupleMeta(type):
    def __new__(cls, typename, bases, namespace):
        if '_root' in namespace:
            return super().__new__(cls, typename, (), namespace)
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        if bases.count(_NamedTuple) > 1:
            raise TypeError('duplicate base class tuple')
        types = namespace.get('__annotations__', {})
        defaults = []
        for name in types:
            if name in namespace:
                defaults.append(name)
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default field'  #: 3006 raise TypeError(f"Non-default namedtuple field {field_name} "⏎                f"cannot follow default field"⏎                f"{'s' if len(default_names) > 1 else ''} "⏎                f"{', '.join(default_names)}")
                                f'{"s" if len(defaults) > 1 else ""} {", ".join(defaults)}')
        made = _make_nmtuple(typename, types.items(), namespace['__module__'], [namespace[name] for name in defaults])  #: 3010 nm_tpl = «_make_nmtuple(typename, types.items(),⏎                       defaults=[ns[n] for n in default_names],⏎                       module=ns['__module__'])»
        made.__orig_bases__ = (NamedTuple,)
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                       '_field_types', '_make', '_replace', '_asdict', '_source'):
                raise AttributeError(f'Cannot overwrite NamedTuple attribute {key}')
            elif key not in ('__module__', '__name__', '__annotations__', '__qualname__', '__classcell__',
                             '__classdictcell__'):
                if key not in types:
                    setattr(made, key, value)
                if hasattr(type(value), '__set_name__'):
                    try:
                        type(value).__set_name__(value, made, key)  #: 3030 set_name(val, nm_tpl, key)
                    except BaseException as e:
                        e.add_note(f'Error calling __set_name__ on {type(value).__name__!r} instance {key!r} in {typename!r}')
                        raise
        made.__qualname__ = namespace.get('__qualname__', typename)
        if Generic in bases:
            own = {name: namespace[name] for name in ('__module__', '__qualname__', '__doc__', '__orig_bases__',
                                                      '__type_params__')
                   if name in namespace}
            made.__bases__ = tuple(tuple if base is _NamedTuple else base for base in bases)
            for name, value in own.items():
                setattr(made, name, value)
            made.__class_getitem__ = Generic.__dict__['__class_getitem__']
            super(made, made).__init_subclass__()
        return made


class _NamedTuple(metaclass=_NamedTupleMeta):
    _root = True


class _Sentinel:
    def __repr__(self):
        return '<sentinel>'


_MISSING = _Sentinel()


def _deprecated_fields(kind, thing, empty, typename, fields):
    """What is said of a class made by a call that gives no fields."""
    import warnings
    how = "Failing to pass a value for the 'fields' parameter" if fields is _MISSING else "Passing `None` as the 'fields' parameter"
    example = f'`{typename} = {kind}({typename!r}, {empty})`'
    warnings.warn(f'{how} is deprecated and will be disallowed in Python 3.15. To create a {kind} class with 0 fields '
                  f'using the functional syntax, pass an empty {thing}, e.g. {example}.', DeprecationWarning, stacklevel=2)


def _make_nmtuple(name, types, module, defaults=()):
    fields = [n for n, t in types]  #: 2975
    types = {n: _convert(t) for n, t in types}  #: 2976 types = {n: «_type_check(t, f"field {n} annotation must be a type")»
    made = _collections.namedtuple(name, fields, defaults=defaults, module=module)  #: 2978 nm_tpl = «collections.namedtuple(name, fields,⏎                                defaults=defaults, module=module)»
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


def NamedTuple(typename, fields=_MISSING, /, **kwargs):
    """A named tuple whose fields have types."""
    if fields is _MISSING and kwargs:
        import warnings
        warnings.warn('Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in Python '
                      '3.15. Use the class-based or functional syntax instead.', DeprecationWarning, stacklevel=2)
        fields = kwargs.items()
    elif fields is _MISSING or fields is None:
        if kwargs:
            raise TypeError('Cannot pass `None` as the \'fields\' parameter and also specify fields using keyword arguments')
        _deprecated_fields('NamedTuple', 'list', '[]', typename, fields)
        fields = ()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')  #: 3095 raise TypeError("Either list of fields or keywords"⏎                " can be provided to NamedTuple, not both")
    made = _make_nmtuple(typename, fields, _caller())  #: 3101 nt = «_make_nmtuple(typename, fields, module=_caller())»
    made.__orig_bases__ = (NamedTuple,)
    return made


def _of_named_tuples(bases):
    return (_NamedTuple,)


NamedTuple.__mro_entries__ = _of_named_tuples


def _qualifiers(value):
    """What Annotated, Required, NotRequired and ReadOnly say around a type."""
    while True:
        origin = get_origin(value)
        if origin is Annotated:
            value = value.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            yield origin
            value, = value.__args__
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        annotations, required, optional, readonly, mutable = {}, set(), set(), set(), set()
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
            annotations.update(base.__dict__.get('__annotations__', {}))
            for keys, others, kind in ((required, optional, 'required'), (optional, required, 'optional'),
                                       (readonly, None, 'readonly'), (mutable, None, 'mutable')):
                found = base.__dict__.get(f'__{kind}_keys__', ())
                keys |= set(found)
                if others is not None:
                    others -= set(found)
        own = {key: _convert(value, namespace.get('__module__')) for key, value in namespace.get('__annotations__', {}).items()}
        for key, value in own.items():
            said = set(_qualifiers(value))
            needed = Required in said or total and NotRequired not in said
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if ReadOnly in said:
                if key in mutable:
                    raise TypeError(f'Cannot override mutable key {key!r} with read-only key')
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        annotations.update(own)
        generic = (Generic,) if any(issubclass(base, Generic) for base in bases) else ()
        made = super().__new__(cls, name, (*generic, dict), {**namespace, '__annotations__': annotations})  #: 3155 tp_dict = «type.__new__(_TypedDictMeta, name, (*generic_base, dict), ns)»
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        if '__orig_bases__' not in made.__dict__:
            made.__orig_bases__ = bases or (TypedDict,)
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')  #: 3230

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def TypedDict(typename, fields=_MISSING, /, *, total=True):
    """A dict whose keys have types."""
    if fields is _MISSING or fields is None:
        _deprecated_fields('TypedDict', 'dictionary', '{}', typename, fields)
        fields = {}
    made = _TypedDictMeta(typename, (), {'__annotations__': dict(fields), '__module__': _caller()}, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


def _of_typed_dicts(bases):
    return (_TypedDict,)


TypedDict.__mro_entries__ = _of_typed_dicts
