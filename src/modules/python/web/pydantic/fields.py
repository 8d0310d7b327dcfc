"""Fields of models."""
import dataclasses
import inspect
from copy import copy
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, get_args, get_origin
import typing
from warnings import deprecated as _deprecated

import annotated_types
from pydantic_core import MISSING, PydanticUndefined

from ._told import told
from ._repr import PlainRepr, Representation, display_as_type
from .aliases import AliasChoices, AliasGenerator, AliasPath
from .errors import PydanticUserError
from .warnings import PydanticDeprecatedSince20

_Unset = PydanticUndefined


class PydanticMetadata:
    __slots__ = ()


class PydanticGeneralMetadata(PydanticMetadata, annotated_types.BaseMetadata):
    def __init__(self, metadata):
        self.__dict__ = metadata

    def __repr__(self):
        return f"_PydanticGeneralMetadata({', '.join(f'{n}={v!r}' for n, v in self.__dict__.items())})"

    def __eq__(self, other):
        return isinstance(other, PydanticGeneralMetadata) and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(tuple(map(str, self.__dict__.items())))


PydanticGeneralMetadata.__name__ = '_PydanticGeneralMetadata'


def _single(name, field, default=dataclasses.MISSING):
    def shown(self):
        return f'{name}({field}={getattr(self, field)!r})'

    body = {'__annotations__': {field: Any}, '__module__': 'pydantic.types', '__qualname__': name, '__repr__': shown,
            '__hash__': lambda self: hash(getattr(self, field))}
    if default is not dataclasses.MISSING:
        body[field] = default
    return dataclasses.dataclass(repr=False)(type(name, (PydanticMetadata, annotated_types.BaseMetadata), body))


Strict, AllowInfNan, FailFast = _single('Strict', 'strict', True), _single('AllowInfNan', 'allow_inf_nan', True), _single('FailFast', 'fail_fast', True)
_MARKS = {'strict': Strict, 'gt': annotated_types.Gt, 'ge': annotated_types.Ge, 'lt': annotated_types.Lt, 'le': annotated_types.Le,
          'multiple_of': annotated_types.MultipleOf, 'min_length': annotated_types.MinLen, 'max_length': annotated_types.MaxLen,
          'pattern': None, 'allow_inf_nan': AllowInfNan, 'max_digits': None, 'decimal_places': None, 'union_mode': None,
          'coerce_numbers_to_str': None, 'fail_fast': FailFast}
# the order in which marks are made
_ORDER = ('pattern', 'coerce_numbers_to_str', 'strict', 'gt', 'ge', 'lt', 'le', 'multiple_of', 'min_length', 'max_length',
          'allow_inf_nan', 'max_digits', 'decimal_places', 'union_mode', 'fail_fast')
_PLAIN = {'annotation': None, 'default': PydanticUndefined, 'default_factory': None, 'alias': None, 'alias_priority': None,
          'validation_alias': None, 'serialization_alias': None, 'title': None, 'field_title_generator': None, 'description': None,
          'examples': None, 'exclude': None, 'exclude_if': None, 'discriminator': None, 'deprecated': None,
          'json_schema_extra': None, 'frozen': None, 'validate_default': None, 'repr': True, 'init': None, 'init_var': None,
          'kw_only': None}


def takes_data(factory):
    """Whether a factory of defaults wants the values that are validated already."""
    try:
        parameters = list(inspect.signature(factory).parameters.values())
    except (ValueError, TypeError):
        return False
    return len(parameters) == 1 and parameters[0].kind in (0, 1) and parameters[0].default is inspect.Parameter.empty


def smart_copy(value):
    kind = type(value)
    if kind in (int, float, complex, str, bool, bytes, type, type(None), type(...)) or isinstance(value, type):
        return value
    try:
        if not value and kind in (list, dict, set, tuple, frozenset):
            return value if kind is tuple else value.copy()
    except (TypeError, ValueError, RuntimeError):
        pass
    from copy import deepcopy
    return deepcopy(value)


class _Default:
    """What fields and private attributes have of defaults."""
    __slots__ = ()

    @property
    def default_factory_takes_validated_data(self):
        if self.default_factory is not None:
            return takes_data(self.default_factory)

    def get_default(self, *, call_default_factory=False, validated_data=None):
        if self.default_factory is None:
            return smart_copy(self.default)
        if not call_default_factory:
            return PydanticUndefined
        if self.default_factory_takes_validated_data:
            if validated_data is None:
                raise ValueError("The default factory requires the 'validated_data' argument, which was not provided when calling 'get_default()'.")
            return self.default_factory(validated_data)
        return self.default_factory()


class FieldInfo(_Default, Representation):
    __slots__ = ('annotation', 'default', 'default_factory', 'alias', 'alias_priority', 'validation_alias', 'serialization_alias',
                 'title', 'field_title_generator', 'description', 'examples', 'exclude', 'exclude_if', 'discriminator', 'deprecated',
                 'json_schema_extra', 'frozen', 'validate_default', 'repr', 'init', 'init_var', 'kw_only', 'metadata',
                 '_attributes_set', '_qualifiers', '_complete', '_original_assignment', '_original_annotation', '_final')

    def __init__(self, **kwargs):
        given = self._attributes_set = {}
        for name, default in _PLAIN.items():
            value = kwargs.pop(name, _Unset)
            if value is _Unset or name == 'default' and value is ...:
                value = default
                if name == 'deprecated':
                    value = getattr(self, 'deprecated', None)
            else:
                given[name] = value
            setattr(self, name, value)
        if self.default is not PydanticUndefined and self.default_factory is not None:
            raise TypeError('cannot specify both default and default_factory')
        aliased = self.alias is not None or self.validation_alias is not None or self.serialization_alias is not None
        self.alias_priority = self.alias_priority or 2 if aliased else None
        marks = {name: kwargs.pop(name) for name in _ORDER if kwargs.get(name, _Unset) is not _Unset}
        self.metadata = self._collect_metadata(marks)
        given.update({name: value for name, value in kwargs.items() if value is not _Unset})
        self._qualifiers, self._complete, self._final = set(), True, False
        self._original_annotation = self._original_assignment = PydanticUndefined

    @staticmethod
    def _collect_metadata(marks):
        found, general = [], {}
        for name, value in marks.items():
            if value is not None:
                if _MARKS[name] is None:
                    general[name] = value
                else:
                    found.append(_MARKS[name](value))
        if general:
            found.append(PydanticGeneralMetadata(general))
        return found

    @staticmethod
    def from_field(default=PydanticUndefined, **kwargs):
        if 'annotation' in kwargs:
            raise TypeError('"annotation" is not permitted as a Field keyword argument')
        return FieldInfo(default=default, **kwargs)

    @classmethod
    def from_annotation(cls, annotation, **kwargs):
        return cls._of(annotation, [], {})

    @classmethod
    def from_annotated_attribute(cls, annotation, default, **kwargs):
        if annotation is not MISSING and annotation is default:
            raise PydanticUserError("Error when building FieldInfo from annotated attribute. Make sure you don't have any field "
                                    'name clashing with a type annotation.', code='unevaluable-type-annotation')
        if isinstance(default, FieldInfo):
            if type(default) is not FieldInfo:
                _, metadata, _ = unwrapped(annotation)
                if not metadata:
                    field = copy(default)
                    field.annotation = annotation
                    field._attributes_set = {**default._attributes_set, 'annotation': annotation}
                    return field
            return cls._of(annotation, [default], {})
        if isinstance(default, dataclasses.Field):
            field = default
            wanted = {k: v for k, v in field.metadata.items() if k in _PLAIN or k in _MARKS}
            made = Field(default=_Unset if field.default is dataclasses.MISSING else field.default, default_factory=_Unset if
                         field.default_factory is dataclasses.MISSING else field.default_factory, repr=field.repr, **wanted)
            return cls._of(annotation, [made], {name: getattr(field, name) for name in ('init', 'kw_only')
                                                if getattr(field, name) is not None and getattr(field, name) is not dataclasses.MISSING})
        return cls._of(annotation, [], {'default': default})

    @classmethod
    def _of(cls, annotation, given, overrides):
        """A field of an annotation and of what is assigned to its name."""
        kind, metadata, qualifiers = unwrapped(annotation)
        first = [mark for each in given for mark in each.metadata]
        rest = []
        for each in given:
            each = copy(each)
            each.metadata = []
            rest.append(each)
        overrides['annotation'] = kind
        if 'final' in qualifiers:
            overrides['frozen'] = True
        if 'init_var' in qualifiers:
            overrides['init_var'] = True
        marks, kwargs = list(first), {}
        for each in [*metadata, *rest]:
            if isinstance(each, FieldInfo):
                marks += each.metadata
                before, now = kwargs.get('json_schema_extra'), each.json_schema_extra
                kwargs.update(each._attributes_set)
                if isinstance(before, dict) and isinstance(now, dict):
                    kwargs['json_schema_extra'] = {**before, **now}
            elif isinstance(each, _deprecated):
                kwargs['deprecated'] = each
            else:
                marks.append(each)
        kwargs.update(overrides)
        field = FieldInfo(**{name: value for name, value in kwargs.items() if name in _PLAIN})
        field._attributes_set = kwargs
        field.metadata, field._qualifiers, field._final = marks, qualifiers, True
        return field

    @staticmethod
    def merge_field_infos(*fields, **overrides):
        kwargs, metadata = {}, {}
        for each in fields:
            kwargs.update(each._attributes_set)
            metadata.update({type(mark): mark for mark in each.metadata if not isinstance(mark, FieldInfo)})
        kwargs.update(overrides)
        made = FieldInfo(**{name: value for name, value in kwargs.items() if name in _PLAIN})
        made.metadata = list(metadata.values())
        return made

    @property
    def deprecation_message(self):
        if self.deprecated is None:
            return None
        if isinstance(self.deprecated, bool):
            return 'deprecated' if self.deprecated else None
        return self.deprecated if isinstance(self.deprecated, str) else self.deprecated.message

    def is_required(self):
        return self.default is PydanticUndefined and self.default_factory is None

    def rebuild_annotation(self):
        return Annotated[(self.annotation, *self.metadata)] if self.metadata else self.annotation

    def apply_typevars_map(self, typevars, *args):
        from ._generics import replaced
        self.annotation = replaced(self.annotation, typevars)

    def asdict(self):
        return {'annotation': self.annotation, 'metadata': self.metadata, 'attributes': {
            k: v for k, v in self._attributes_set.items() if k in _PLAIN and k != 'annotation'}}

    def _copy(self):
        made = copy(self)
        made._attributes_set, made.metadata, made._qualifiers = dict(self._attributes_set), list(self.metadata), set(self._qualifiers)
        return made

    def __copy__(self):
        made = object.__new__(type(self))
        for cls in type(self).__mro__:
            for name in getattr(cls, '__slots__', ()):
                if hasattr(self, name):
                    setattr(made, name, getattr(self, name))
        if hasattr(self, '__dict__'):
            made.__dict__.update(self.__dict__)
        return made

    def __eq__(self, other):
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in FieldInfo.__slots__[:23])

    __hash__ = object.__hash__

    def __repr_args__(self):
        yield 'annotation', PlainRepr(display_as_type(self.annotation))
        yield 'required', self.is_required()
        for name in FieldInfo.__slots__[1:23]:
            value = getattr(self, name)
            if name == 'metadata' and not value or name == 'repr' and value is True or name == 'frozen' and value is False or (
                    name in ('validation_alias', 'serialization_alias') and value == self.alias):
                continue
            if name == 'default_factory' and value is not None:
                value = PlainRepr(display_as_type(value))
            if name == 'default' and value is not PydanticUndefined or value is not None and value is not PydanticUndefined:
                yield name, value


def unwrapped(annotation):
    """An annotation without Annotated and qualifiers, what it had of metadata, and the qualifiers."""
    metadata, qualifiers = [], set()
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            kind, *marks = get_args(annotation)
            metadata = [*marks, *metadata]
            annotation = kind
        elif origin in _QUALIFIERS:
            qualifiers.add(_QUALIFIERS[origin])
            annotation = get_args(annotation)[0]
        elif annotation is Final:
            qualifiers.add('final')
            return Any, metadata, qualifiers
        elif isinstance(annotation, dataclasses.InitVar):
            qualifiers.add('init_var')
            annotation = annotation.type
        else:
            return annotation, metadata, qualifiers


_QUALIFIERS = {Final: 'final', typing.Required: 'required', typing.NotRequired: 'not_required'}
if hasattr(typing, 'ReadOnly'):
    _QUALIFIERS[typing.ReadOnly] = 'read_only'
_Unset = PydanticUndefined


def Field(default=PydanticUndefined, *, default_factory=_Unset, alias=_Unset, alias_priority=_Unset, validation_alias=_Unset,
          serialization_alias=_Unset, title=_Unset, field_title_generator=_Unset, description=_Unset, examples=_Unset, exclude=_Unset,
          exclude_if=_Unset, discriminator=_Unset, deprecated=_Unset, json_schema_extra=_Unset, frozen=_Unset, validate_default=_Unset,
          repr=_Unset, init=_Unset, init_var=_Unset, kw_only=_Unset, pattern=_Unset, strict=_Unset, coerce_numbers_to_str=_Unset,
          gt=_Unset, ge=_Unset, lt=_Unset, le=_Unset, multiple_of=_Unset, allow_inf_nan=_Unset, max_digits=_Unset,
          decimal_places=_Unset, min_length=_Unset, max_length=_Unset, union_mode=_Unset, fail_fast=_Unset, **extra):
    def old(text):
        told(text, PydanticDeprecatedSince20)

    if extra.pop('const', None) is not None:
        raise PydanticUserError('`const` is removed, use `Literal` instead', code='removed-kwargs')
    least = extra.pop('min_items', None)
    if least is not None:
        old('`min_items` is deprecated and will be removed, use `min_length` instead')
        min_length = least if min_length in (None, _Unset) else min_length
    most = extra.pop('max_items', None)
    if most is not None:
        old('`max_items` is deprecated and will be removed, use `max_length` instead')
        max_length = most if max_length in (None, _Unset) else max_length
    if extra.pop('unique_items', None) is not None:
        raise PydanticUserError('`unique_items` is removed, use `Set` instead(this feature is discussed in '
                                'https://github.com/pydantic/pydantic-core/issues/296)', code='removed-kwargs')
    mutable = extra.pop('allow_mutation', None)
    if mutable is not None:
        old('`allow_mutation` is deprecated and will be removed. use `frozen` instead')
        frozen = True if mutable is False else frozen
    if extra.pop('regex', None) is not None:
        raise PydanticUserError('`regex` is removed. use `pattern` instead', code='removed-kwargs')
    if extra:
        old('Using extra keyword arguments on `Field` is deprecated and will be removed. Use `json_schema_extra` instead. '
            f"(Extra keys: {', '.join(k.__repr__() for k in extra)})")
        if not json_schema_extra or json_schema_extra is _Unset:
            json_schema_extra = extra
    if validation_alias and validation_alias is not _Unset and not isinstance(validation_alias, (str, AliasChoices, AliasPath)):
        raise TypeError('Invalid `validation_alias` type. it should be `str`, `AliasChoices`, or `AliasPath`')
    if serialization_alias in (_Unset, None) and isinstance(alias, str):
        serialization_alias = alias
    if validation_alias in (_Unset, None):
        validation_alias = alias
    extra.pop('include', None)
    return FieldInfo(
        default=default, default_factory=default_factory, alias=alias, alias_priority=alias_priority, validation_alias=validation_alias,
        serialization_alias=serialization_alias, title=title, field_title_generator=field_title_generator, description=description,
        examples=examples, exclude=exclude, exclude_if=exclude_if, discriminator=discriminator, deprecated=deprecated,
        json_schema_extra=json_schema_extra, frozen=frozen, pattern=pattern, validate_default=validate_default, repr=repr, init=init,
        init_var=init_var, kw_only=kw_only, coerce_numbers_to_str=coerce_numbers_to_str, strict=strict, gt=gt, ge=ge, lt=lt, le=le,
        multiple_of=multiple_of, min_length=min_length, max_length=max_length, allow_inf_nan=allow_inf_nan, max_digits=max_digits,
        decimal_places=decimal_places, union_mode=union_mode, fail_fast=fail_fast)


class ModelPrivateAttr(_Default, Representation):
    __slots__ = ('default', 'default_factory')

    def __init__(self, default=PydanticUndefined, *, default_factory=None):
        self.default = PydanticUndefined if default is ... else default
        self.default_factory = default_factory

    def __set_name__(self, cls, name):
        set_name = getattr(self.default, '__set_name__', None) if self.default is not PydanticUndefined else None
        if callable(set_name):
            set_name(cls, name)

    def __getattr__(self, item):
        if item in {'__get__', '__set__', '__delete__'} and hasattr(self.default, item):
            return getattr(self.default, item)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {item!r}')

    def __eq__(self, other):
        return isinstance(other, ModelPrivateAttr) and (self.default, self.default_factory) == (other.default, other.default_factory)

    def __repr_args__(self):
        if self.default is not PydanticUndefined:
            yield 'default', self.default
        if self.default_factory is not None:
            yield 'default_factory', self.default_factory


def PrivateAttr(default=PydanticUndefined, *, default_factory=None, init=False):
    if default is not PydanticUndefined and default_factory is not None:
        raise TypeError('cannot specify both default and default_factory')
    return ModelPrivateAttr(default, default_factory=default_factory)


@dataclasses.dataclass(slots=True)
class ComputedFieldInfo:
    decorator_repr: ClassVar[str] = '@computed_field'
    wrapped_property: property
    return_type: Any
    alias: Any
    alias_priority: Any
    exclude_if: Any
    title: Any
    field_title_generator: Any
    description: Any
    deprecated: Any
    examples: Any
    json_schema_extra: Any
    repr: bool

    deprecation_message = FieldInfo.deprecation_message

    def configured(self, config, name):
        title = self.field_title_generator or config.field_title_generator
        if title is not None and self.title is None:
            self.title = title(name, self)
        make = config.alias_generator
        if make is not None and (self.alias_priority is None or self.alias_priority <= 1 or self.alias is None):
            alias, _, dumped = make.generate_aliases(name) if isinstance(make, AliasGenerator) else (make(name), None, None)
            if self.alias_priority is None or self.alias_priority <= 1:
                self.alias_priority = 1
                self.alias = dumped if dumped is not None else alias


def computed_field(func=None, /, *, alias=None, alias_priority=None, exclude_if=None, title=None, field_title_generator=None,
                   description=None, deprecated=None, examples=None, json_schema_extra=None, repr=None, return_type=PydanticUndefined):
    from ._decorators import Decorated, bare

    def decorate(f):
        inner, told, old = bare(f), description, deprecated
        if told is None and inner.__doc__:
            told = inspect.cleandoc(inner.__doc__)
        if old is None and hasattr(inner, '__deprecated__'):
            old = inner.__deprecated__
        if not (inspect.ismethoddescriptor(f) or inspect.isdatadescriptor(f) or isinstance(f, cached_property)):
            f = property(f)
        name = getattr(inner, '__name__', '')
        shows = not (name.startswith('_') and not name.startswith('__')) if repr is None else repr
        return Decorated(f, ComputedFieldInfo(f, return_type, alias, alias_priority or 2 if alias is not None else None, exclude_if, title,
                                              field_title_generator, told, old, examples, json_schema_extra, shows))

    return decorate if func is None else decorate(func)
