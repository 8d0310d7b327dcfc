"""Types made into schemas."""
import collections
import collections.abc
import dataclasses
import datetime
import inspect
import os
import pathlib
import re
import sys
import types
import typing
import uuid
from decimal import Decimal
from enum import Enum
from operator import attrgetter
from typing import Annotated, Any, ForwardRef, Literal, TypeVar, get_args, get_origin

from pydantic_core import (MISSING, PydanticCustomError, PydanticSerializationUnexpectedValue, PydanticUndefined, Url, MultiHostUrl,
                           core_schema as cs, to_jsonable_python)

from . import _generics
from ._constraints import applied
from ._decorators import Infos, bare, serializer_info, takes_info
from ._repr import display_as_type, is_union
from .aliases import AliasChoices, AliasPath
from .config import Config
from .errors import (PydanticForbiddenQualifier, PydanticInvalidForJsonSchema, PydanticSchemaGenerationError, PydanticUndefinedAnnotation,
                     PydanticUserError)
from .fields import FieldInfo, unwrapped
from .functional_serializers import returned
from .functional_validators import of_decorator

SCHEMA_ERRORS = (PydanticForbiddenQualifier, PydanticInvalidForJsonSchema, PydanticSchemaGenerationError, PydanticUndefinedAnnotation)


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


class Handler:
    """What a type's own `__get_pydantic_core_schema__` calls to go on."""

    def __init__(self, make, generator):
        self._make, self._generator = make, generator

    def __call__(self, source):
        return self._make(source)

    def generate_schema(self, source):
        return self._generator.schema(source)

    def resolve_ref_schema(self, schema):
        return schema['cell'][0] if schema['type'] == 'definition-ref' and 'cell' in schema else schema

    @property
    def field_name(self):
        return self._generator.names[-1] if self._generator.names else None


def _metadata(schema):
    found = schema['metadata'] = dict(schema.get('metadata') or {})
    return found


def add_js(schema, name, function):
    if function is not None:
        metadata = _metadata(schema)
        metadata[name] = [*metadata.get(name, ()), function]


def js_modifier(kind):
    function = getattr(kind, '__get_pydantic_json_schema__', None)
    return function


_SCALARS = {
    None: 'none', str: 'str', bytes: 'bytes', int: 'int', float: 'float', bool: 'bool', complex: 'complex', type(None): 'none',
    datetime.datetime: 'datetime', datetime.date: 'date', datetime.time: 'time', datetime.timedelta: 'timedelta',
    Decimal: 'decimal', uuid.UUID: 'uuid', Url: 'url', MultiHostUrl: 'multi-host-url', object: 'any', Any: 'any', types.EllipsisType: 'ellipsis',
}
_LISTS = {list: 'list', set: 'set', frozenset: 'frozenset', collections.deque: 'deque', collections.abc.Set: 'set',
          collections.abc.MutableSet: 'set'}
_ITERABLES = (collections.abc.Iterable, collections.abc.Generator, collections.abc.Iterator)
_PATHS = (os.PathLike, pathlib.Path, pathlib.PurePath, pathlib.PosixPath, pathlib.PurePosixPath, pathlib.PureWindowsPath)


class GenerateSchema:
    making = {}

    def __init__(self, config, spaces=(), known=None):
        self.configs, self.spaces, self.known = [config], list(spaces), dict(known or {})
        self.names, self.classes, self.cells = [], [], {}

    @property
    def config(self):
        return self.configs[-1]

    def resolve(self, kind):
        try:
            return eval_type(kind, self.spaces)
        except NameError as error:
            raise PydanticUndefinedAnnotation.from_name_error(error) from error

    def schema(self, kind):
        """The schema of a type."""
        made = self._of_method(kind, kind)
        if made is None:
            made = self._inner(kind)
        function = js_modifier(kind) if isinstance(kind, type) else None
        if function is not None and not _is_plain_model(kind):
            add_js(made, 'pydantic_js_functions', function)
        return self._encoded(kind, made)

    def _encoded(self, kind, made):
        encoders = self.config.json_encoders
        if encoders and 'serialization' not in made:
            for base in (kind, *getattr(kind, '__mro__', type(kind).__mro__)[:-1]):
                try:
                    encoder = encoders.get(base)
                except TypeError:
                    break
                if encoder is not None:
                    import warnings
                    from .version import version_short
                    from .warnings import PydanticDeprecatedSince20
                    warnings.warn(f'`json_encoders` is deprecated. See https://pydantic.dev/docs/validation/{version_short()}/concepts/'
                                  'serialization/#custom-serializers for alternatives', PydanticDeprecatedSince20)
                    made = dict(made)
                    made['serialization'] = cs.plain_serializer_function_ser_schema(encoder, when_used='json')
                    break
        return made

    def _of_method(self, kind, source, inner=None):
        """The schema that a type's own method makes, or nothing."""
        from .main import BaseModel
        method = getattr(kind, '__get_pydantic_core_schema__', None)
        if method is None:
            if hasattr(kind, '__get_validators__'):
                return self._old_validators(kind)
            return None
        if isinstance(kind, type) and issubclass(kind, BaseModel) and getattr(method, '__func__', None) is BaseModel.__get_pydantic_core_schema__.__func__:
            return None
        if not isinstance(kind, type) and get_origin(kind) is None and not hasattr(type(kind), '__get_pydantic_core_schema__'):
            return None
        return method(source, Handler(inner or self._going_on(source), self))

    def _going_on(self, source):
        def go(kind):
            return self._inner(kind) if kind is source or kind == source else self.schema(kind)
        return go

    def _old_validators(self, kind):
        import warnings
        from .warnings import PydanticDeprecatedSince20
        warnings.warn('`__get_validators__` is deprecated and will be removed, use `__get_pydantic_core_schema__` instead.', PydanticDeprecatedSince20)
        steps = [cs.any_schema()]
        for function in kind.__get_validators__():
            steps.append(cs.with_info_plain_validator_function(lambda value, info, function=function: function(value) if not takes_info(function, 'after') else function(value, info)))
        return cs.chain_schema(steps)

    def _inner(self, kind):
        from .main import BaseModel
        if isinstance(kind, _generics._Later):
            return self._later(kind)
        if isinstance(kind, dict):
            return kind
        if kind is typing.Self:
            if not self.classes:
                raise PydanticUserError('`typing.Self` is invalid in this context', code='invalid-self-type')
            kind = self.classes[-1]
        if isinstance(kind, (str, ForwardRef)):
            return self.schema(_generics.replaced(self.resolve(kind), self.known))
        origin = get_origin(kind)
        if isinstance(kind, type) and origin is None and issubclass(kind, BaseModel):
            return self._model(kind)
        if is_union(origin):
            return self._union(kind)
        if origin is Annotated:
            inner, *marks = get_args(kind)
            self._unheeded(marks)
            made = self.annotated(inner, marks)
            for mark in marks:
                made = with_default(mark, made) if isinstance(mark, FieldInfo) else made
            return made
        if origin is Literal:
            return self._literal(kind)
        return self._match(kind, origin)

    def _later(self, later):
        cell = self.cells.setdefault(later.key, [None, None])
        made = {'type': 'definition-ref', 'schema_ref': str(later.key), 'cell': _LaterCell(later)}
        return made

    def _match(self, kind, origin):
        base = origin if origin is not None else kind
        args = tuple(get_args(kind))
        if origin is not None:
            own = self._of_method(origin, kind) if not dataclasses.is_dataclass(origin) else None
            if own is not None:
                return own
        try:
            scalar = _SCALARS.get(kind)
        except TypeError:
            scalar = None
        if scalar:
            return {'type': scalar}
        if kind is typing.LiteralString:
            return cs.str_schema()
        if base in (typing.Final, typing.ClassVar):
            return self.schema(args[0]) if args else cs.any_schema()
        if origin in unwrapped.__globals__['_QUALIFIERS']:
            return self.schema(args[0])
        if isinstance(kind, TypeVar):
            return self._variable(kind)
        if isinstance(base, typing.TypeAliasType):
            return self._alias(kind, base)
        if hasattr(kind, '__supertype__'):
            return self.schema(kind.__supertype__)
        arg = lambda n, default=Any: args[n] if n < len(args) else default
        if isinstance(base, type):
            if base in _LISTS:
                return {'type': _LISTS[base], 'items_schema': self.schema(arg(0))}
            if base in (dict, collections.abc.Mapping, collections.abc.MutableMapping):
                return cs.dict_schema(self.schema(arg(0)), self.schema(arg(1)))
            if base is collections.OrderedDict:
                return {'type': 'ordered-dict', 'keys_schema': self.schema(arg(0)), 'values_schema': self.schema(arg(1))}
            if base is collections.Counter:
                return {'type': 'counter', 'keys_schema': self.schema(arg(0)), 'values_schema': cs.int_schema()}
            if base is collections.defaultdict:
                return self._defaultdict(arg(0), arg(1))
            if typing.is_typeddict(base):
                return self._typed_dict(kind, base)
            if issubclass(base, tuple) and hasattr(base, '_fields'):
                return self._named_tuple(kind, base)
            if base is tuple:
                return self._tuple(args)
            if base in (collections.abc.Sequence, collections.abc.MutableSequence):
                return self._sequence(base, arg(0))
            if base in _ITERABLES:
                return cs.generator_schema(self.schema(arg(0)))
            if base is collections.abc.Callable:
                return cs.callable_schema()
            if base is type:
                return self._type(args)
            if base is re.Pattern:
                return self._pattern(args)
            if base is collections.abc.Hashable:
                return cs.no_info_after_validator_function(_hashable, cs.any_schema())
            if issubclass(base, Enum):
                return self._enum(base)
            if base in _PATHS:
                return self._path(base, arg(0, str))
            if base.__module__ == 'ipaddress':
                return self._address(base)
            if base.__module__ == 'fractions':
                return {'type': 'fraction'}
            if base.__module__.startswith('zoneinfo'):
                return self._zone(base)
            if dataclasses.is_dataclass(base):
                return self._dataclass(kind, base)
        if kind is typing.NoReturn or kind is typing.Never:
            return cs.no_info_plain_validator_function(_never)
        if isinstance(kind, (types.FunctionType, types.MethodType, types.BuiltinFunctionType, staticmethod, classmethod)) or type(kind).__name__ == 'partial':
            return self.call(kind)
        if base is MISSING:
            return {'type': 'missing-sentinel'}
        if isinstance(base, type) and self.config.arbitrary_types_allowed:
            return cs.is_instance_schema(base)
        raise PydanticSchemaGenerationError(
            f'Unable to generate pydantic-core schema for {kind!r}. Set `arbitrary_types_allowed=True` in the model_config to ignore this '
            'error or implement `__get_pydantic_core_schema__` on your type to fully support it.\n\nIf you got this error by calling '
            'handler(<some type>) within `__get_pydantic_core_schema__` then you likely need to call `handler.generate_schema(<some '
            'type>)` since we do not call `__get_pydantic_core_schema__` on `<some type>` otherwise to avoid infinite recursion.')

    def _variable(self, variable):
        if variable in self.known:
            return self.schema(self.known[variable])
        if getattr(variable, 'has_default', lambda: False)():
            return self.schema(variable.__default__)
        if variable.__constraints__:
            return self._union(typing.Union[variable.__constraints__])
        if variable.__bound__:
            made = dict(self.schema(variable.__bound__))
            made['serialization'] = cs.wrap_serializer_function_ser_schema(lambda value, go: value, schema=cs.any_schema())
            return made
        return cs.any_schema()

    def _union(self, kind):
        choices, nullable, missing = [], False, False
        for each in get_args(kind):
            if each is type(None) or each is None:
                nullable = True
            elif each is MISSING:
                missing = True
            else:
                made = self.schema(each)
                tag = (made.get('metadata') or {}).get('pydantic_internal_union_tag_key')
                choices.append(made if tag is None else (made, tag))
        if not choices:
            made, nullable = cs.none_schema(), False
        elif len(choices) == 1:
            made = choices[0][0] if isinstance(choices[0], tuple) else choices[0]
        else:
            made = cs.union_schema(choices)
        made = cs.nullable_schema(made) if nullable else made
        return cs.union_schema([made, {'type': 'missing-sentinel'}]) if missing else made

    def _literal(self, kind):
        expected = []
        for each in get_args(kind):
            expected += [each] if not isinstance(each, typing.TypeAliasType) else get_args(each.__value__)
        made = cs.literal_schema(expected)
        if self.config.use_enum_values and any(isinstance(each, Enum) for each in expected):
            made = cs.no_info_after_validator_function(lambda value: value.value if isinstance(value, Enum) else value, made)
        return made

    def _recursive(self, key, ref, make):
        """A schema that may come to refer to itself."""
        cell = self.making.get(key)
        if cell is not None:
            cell[2] = True
            return {'type': 'definition-ref', 'schema_ref': ref, 'cell': cell}
        cell = self.making[key] = [None, None, False]
        try:
            cell[0] = made = make()
        finally:
            del self.making[key]
        made['ref'] = ref
        if cell[2]:
            made['cell'] = cell
        return made

    def _alias(self, kind, alias):
        def make():
            space = {p.__name__: p for p in alias.__type_params__}
            module = sys.modules.get(alias.__module__)
            outer, self.spaces = self.spaces, [space, *self.spaces, *([vars(module)] if module else [])]
            try:
                value = eval_type(alias.__value__, self.spaces)
                return dict(self.schema(_generics.replaced(value, _generics.of_alias(kind))))
            except NameError as error:
                raise PydanticUndefinedAnnotation.from_name_error(error) from error
            finally:
                self.spaces = outer
        given = ','.join(map(display_as_type, get_args(kind)))
        return self._recursive(('alias', kind), f'{alias.__module__}.{alias.__name__}:{id(alias)}{given and f"[{given}]"}', make)

    def _defaultdict(self, key, value):
        origin = get_origin(value) or value
        marks = get_args(value)[1:] if origin is Annotated else ()
        factory = next((each.default_factory for each in marks if isinstance(each, FieldInfo) and each.default_factory), None)
        plain = {tuple: tuple, collections.abc.Sequence: tuple, set: set, collections.abc.MutableSet: set, list: list,
                 collections.abc.MutableSequence: list, dict: dict, collections.abc.Mapping: dict, float: float, int: int, str: str, bool: bool}
        factory = factory or plain.get(get_origin(get_args(value)[0]) or get_args(value)[0] if origin is Annotated else origin)

        def make(found, go):
            if isinstance(found, collections.defaultdict):
                return collections.defaultdict(found.default_factory, go(found))
            return collections.defaultdict(factory, go(found))

        return cs.no_info_wrap_validator_function(make, cs.dict_schema(self.schema(key), self.schema(value), strict=False))

    def _tuple(self, args):
        if not args:
            return cs.tuple_schema([cs.any_schema()], variadic_item_index=0)
        if args == ((),):
            return cs.tuple_schema([])
        if args[-1] is ... and len(args) == 2:
            return cs.tuple_schema([self.schema(args[0])], variadic_item_index=0)
        return cs.tuple_schema([self.schema(each) for each in args])

    def _sequence(self, base, item):
        inner = cs.list_schema(self.schema(item))
        def sequence_validator(value, go):
            kind = type(value)
            if issubclass(kind, (str, bytes)):
                raise PydanticCustomError('sequence_str', "'{type_name}' instances are not allowed as a Sequence value", {'type_name': kind.__name__})
            if kind is tuple:
                value = list(value)
            found = go(value)
            return found if kind is list else list(found) if issubclass(kind, range) else tuple(found) if kind is tuple else kind(found)

        python = cs.chain_schema([cs.is_instance_schema(base, cls_repr=base.__qualname__),
                                  cs.no_info_wrap_validator_function(sequence_validator, inner)])
        dumps = cs.wrap_serializer_function_ser_schema(
            lambda value, go, info: value if isinstance(value, (str, bytes)) else (lambda out: out if info.mode == 'json' else type(value)(out))(
                go(value if isinstance(value, list) else list(value))), schema=inner, info_arg=True)
        return cs.json_or_python_schema(inner, python, serialization=dumps)

    def _type(self, args):
        kind = args[0] if args else Any
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        if isinstance(kind, TypeVar):
            kind = self.known.get(kind) or kind.__bound__ or Any
            return self._type((kind,))
        if kind is Any:
            return cs.no_info_after_validator_function(_plain_type, cs.any_schema())
        if is_union(get_origin(kind)):
            return self._union(typing.Union[tuple(type[each] for each in get_args(kind))])
        if isinstance(kind, (str, ForwardRef)):
            kind = self.resolve(kind)
        return cs.is_subclass_schema(get_origin(kind) or kind)

    def _pattern(self, args):
        kind = args[0] if args else None

        def pattern_either_validator(value):
            if isinstance(value, re.Pattern):
                return _typed(value, kind)
            if isinstance(value, (str, bytes)):
                try:
                    return _typed(re.compile(value), kind)
                except re.error:
                    raise PydanticCustomError('pattern_regex', 'Input should be a valid regular expression')
            raise PydanticCustomError('pattern_type', 'Input should be a valid pattern')

        return cs.no_info_plain_validator_function(
            pattern_either_validator, serialization=cs.plain_serializer_function_ser_schema(attrgetter('pattern'), when_used='json', return_schema=cs.str_schema()),
            metadata={'pydantic_js_functions': [lambda _, go: {'type': 'string', 'format': 'regex'}]})

    def _enum(self, cls):
        cases = list(cls.__members__.values())
        told = {'title': cls.__name__}
        described = inspect.cleandoc(cls.__doc__) if cls.__doc__ else None
        if described and described != 'An enumeration.':
            told['description'] = described
        sub = 'int' if issubclass(cls, int) else 'str' if issubclass(cls, str) else 'float' if issubclass(cls, float) else None

        def schema(made, go):
            json = go(made)
            go.resolve_ref_schema(json).update(told)
            return json

        if not cases:
            return cs.is_instance_schema(cls, metadata={'pydantic_js_functions': [lambda _, go: schema(cs.enum_schema(cls, [], ref=_ref(cls)), go)]})
        missing = cls._missing_.__func__ is not Enum._missing_.__func__
        made = cs.enum_schema(cls, cases, sub_type=sub, missing=cls._missing_ if missing else None, ref=_ref(cls),
                              metadata={'pydantic_js_functions': [schema]})
        if self.config.use_enum_values:
            dumps = {'type': sub} if sub else cs.plain_serializer_function_ser_schema(lambda value: value)
            made = cs.no_info_after_validator_function(attrgetter('value'), made, serialization=dumps)
        return made

    def _path(self, base, kind):
        construct = pathlib.PurePath if base is os.PathLike else base

        def path_validator(value):
            if kind is bytes:
                if not isinstance(value, bytes):
                    raise PydanticCustomError('bytes_type', 'Input must be bytes')
                value = value.decode()
            elif not isinstance(value, str):
                raise PydanticCustomError('path_type', 'Input is not a valid path')
            return construct(value)

        text = {'type': 'bytes' if kind is bytes else 'str'}
        instance = cs.json_or_python_schema(cs.no_info_after_validator_function(path_validator, dict(text)), cs.is_instance_schema(base))
        return cs.lax_or_strict_schema(
            cs.union_schema([instance, cs.no_info_after_validator_function(path_validator, dict(text, strict=True))], custom_error_type='path_type',
                            custom_error_message=f'Input is not a valid path for {base}'), instance,
            serialization=cs.plain_serializer_function_ser_schema(_dumped_as(base), info_arg=True, when_used='always'),
            metadata={'pydantic_js_functions': [lambda _, go: {**go(cs.str_schema()), 'format': 'path'}]})

    def _address(self, base):
        from .networks import ADDRESSES
        shape, kind, words = ADDRESSES[base.__name__]

        def address(value):
            if isinstance(value, base):
                return value
            try:
                return base(value)
            except ValueError:
                raise PydanticCustomError(kind, words) from None

        address.__name__ = f'{kind}_validator'
        return cs.lax_or_strict_schema(
            cs.no_info_plain_validator_function(address), cs.json_or_python_schema(
                cs.no_info_after_validator_function(base, cs.str_schema()), cs.is_instance_schema(base)),
            serialization=cs.plain_serializer_function_ser_schema(_dumped_as(base), info_arg=True, when_used='always'),
            metadata={'pydantic_js_functions': [lambda _, go: {'type': 'string', 'format': shape}]})

    def _zone(self, base):
        def zone(value):
            if isinstance(value, base):
                return value
            try:
                return base(value)
            except Exception:
                raise PydanticCustomError('zoneinfo_str', 'invalid timezone: {value}', {'value': value}) from None

        return cs.no_info_plain_validator_function(zone, serialization=cs.to_string_ser_schema(),
                                                   metadata={'pydantic_js_functions': [lambda _, go: {'type': 'string', 'format': 'zoneinfo'}]})

    # what has fields

    def _common(self, name, field, infos):
        """The schema of a field with what its class says of it, and its metadata."""
        marks = [*field.metadata, *(of_decorator(each) for each in infos.field_validators.values() if name in each.info.fields or '*' in each.info.fields)]
        self.names.append(name)
        try:
            tagging = (lambda made: self._discriminated(made, field.discriminator)) if field.discriminator is not None else None
            made = self.annotated(field.annotation, marks, tagging)
        finally:
            self.names.pop()
        old = [each for each in infos.validators.values() if name in each.info.fields or '*' in each.info.fields]
        if any(each.info.always for each in old):
            field.validate_default = True
        for each in old:
            if each.info.each_item:
                made = _each_item(dict(made), each)
        for each in old:
            if not each.info.each_item:
                make = cs.with_info_before_validator_function if each.info.mode == 'before' else cs.with_info_after_validator_function
                made = make(each.func, made)
        if not field.is_required():
            made = with_default(field, made)
        for each in infos.field_serializers.values():
            if name in each.info.fields or '*' in each.info.fields:
                made = self._dumped_by(each, made)
        told = {'title': field.title, 'description': field.description, 'deprecated': bool(field.deprecated) or field.deprecated == '' or None,
                'examples': to_jsonable_python(field.examples)}
        told = {key: value for key, value in told.items() if value is not None}
        metadata = {}
        if told:
            metadata['pydantic_js_updates'] = told
        if field.json_schema_extra is not None:
            metadata['pydantic_js_extra'] = field.json_schema_extra
        return made, metadata

    def _dumped_by(self, bound, made):
        function = bound.func
        own = next(iter(inspect.signature(bare(function)).parameters), None) == 'self' and not inspect.ismethod(function)
        info = serializer_info(function, bound.info.mode, 'field_serializer', 1 if own else 0)
        kind = returned(bare(function), bound.info.return_type)
        make = cs.plain_serializer_function_ser_schema if bound.info.mode == 'plain' else cs.wrap_serializer_function_ser_schema
        made = dict(made)
        made['serialization'] = make(function, is_field_serializer=own, info_arg=info, when_used=bound.info.when_used,
                                     return_schema=None if kind is PydanticUndefined else self.schema(self.resolve(kind)))
        return made

    def _field(self, kind, name, field, infos, /, **more):
        made, metadata = self._common(name, field, infos)
        alias = field.validation_alias
        if isinstance(alias, (AliasChoices, AliasPath)):
            alias = alias.convert_to_aliases()
        entry = {'type': kind, 'schema': made, 'validation_alias': alias, 'serialization_alias': field.serialization_alias,
                 'serialization_exclude': field.exclude, 'serialization_exclude_if': field.exclude_if, 'frozen': field.frozen,
                 'metadata': metadata, **more}
        return {key: value for key, value in entry.items() if value is not None}

    def _computed(self, infos, known):
        found = []
        for each in infos.computed_fields.values():
            info = each.info
            kind = returned(bare(info.wrapped_property), info.return_type)
            if kind is PydanticUndefined:
                raise PydanticUserError('Computed field is missing return type annotation or specifying `return_type` to the '
                                        '`@computed_field` decorator (e.g. `@computed_field(return_type=int | str)`)', code='model-field-missing-annotation')
            info.return_type = kind = _generics.replaced(self.resolve(kind), known)
            made = self.schema(kind)
            for serializer in infos.field_serializers.values():
                if each.cls_var_name in serializer.info.fields or '*' in serializer.info.fields:
                    made = self._dumped_by(serializer, made)
            told = {'title': info.title, 'description': info.description, 'deprecated': bool(info.deprecated) or info.deprecated == '' or None,
                    'examples': to_jsonable_python(info.examples)}
            metadata = {'pydantic_js_updates': {'readOnly': True, **{k: v for k, v in told.items() if v is not None}}}
            if info.json_schema_extra is not None:
                metadata['pydantic_js_extra'] = info.json_schema_extra
            found.append(cs.computed_field(each.cls_var_name, made, alias=info.alias, serialization_exclude_if=info.exclude_if, metadata=metadata))
        return found

    def _checks(self, cls, infos, fields):
        names = {*fields, *infos.computed_fields}
        for name in ('field_validators', 'validators', 'field_serializers'):
            for each in getattr(infos, name).values():
                if each.info.check_fields is False:
                    continue
                for field in each.info.fields:
                    if field != '*' and field not in (names if name == 'field_serializers' else fields):
                        raise PydanticUserError(
                            f'Decorators defined with incorrect fields: {_ref(cls)}.{each.cls_var_name} (use check_fields=False if you\'re '
                            'inheriting from the model and intended this)', code='decorator-missing-field')

    def _model(self, cls):
        if cls.__dict__.get('__pydantic_complete__') and cls.__dict__.get('__pydantic_core_schema__') is not None:
            made = cls.__pydantic_core_schema__
            return dict(made) if self.config.json_encoders else made
        return self._recursive(cls, _ref(cls), lambda: self.model_schema(cls))

    def model_schema(self, cls):
        from .main import BaseModel
        if cls is BaseModel:
            return cs.model_schema(cls, cs.model_fields_schema({}, model_name='BaseModel'))
        config, infos = Config(cls.model_config), cls.__pydantic_decorators__
        fields = cls.__pydantic_fields__
        outer = self.spaces, self.known
        self.spaces, self.known = [*spaces_of(cls, getattr(cls, '__pydantic_parent_space__', None)), *self.spaces], {}
        self.configs.append(config)
        self.classes.append(cls)
        try:
            from .main import complete_fields
            complete_fields(cls, self)
            fields = cls.__pydantic_fields__
            self._checks(cls, infos, fields)
            core = config.core(cls.__name__)
            if cls.__pydantic_root_model__:
                root, metadata = self._common('root', fields['root'], infos)
                inner = self._validated_by(root, infos.model_validators, 'inner')
                whole = cs.model_schema(cls, inner, root_model=True, custom_init=cls.__pydantic_custom_init__ or None,
                                        post_init=cls.__pydantic_post_init__, config=core, metadata={'root': metadata})
            else:
                extras = self._extras(cls, config)
                shape = cs.model_fields_schema({name: self._field('model-field', name, field, infos) for name, field in fields.items()},
                                               computed_fields=self._computed(infos, _generics.of_model(cls)), model_name=cls.__name__, **extras)
                inner = self._rooted(shape, infos)
                inner = self._validated_by(inner, infos.model_validators, 'inner')
                whole = cs.model_schema(cls, inner, custom_init=cls.__pydantic_custom_init__ or None, frozen=config.frozen,
                                        post_init=cls.__pydantic_post_init__, config=core)
            metadata = _metadata(whole)
            metadata['model'] = cls
            method = cls.__get_pydantic_json_schema__
            if getattr(method, '__func__', None) is not BaseModel.__get_pydantic_json_schema__.__func__:
                metadata['pydantic_js_functions'] = [method]
            made = self._dumped_whole(whole, infos)
            return self._validated_by(made, infos.model_validators, 'outer')
        finally:
            self.classes.pop()
            self.configs.pop()
            self.spaces, self.known = outer

    def _extras(self, cls, config):
        hint = None
        for base in cls.__mro__:
            if base.__name__ == 'BaseModel' and base.__module__ == 'pydantic.main':
                break
            hint = base.__dict__.get('__annotations__', {}).get('__pydantic_extra__')
            if hint is not None:
                break
        if hint is None or config.extra != 'allow':
            return {}
        args = get_args(self.resolve(hint))
        if not args:
            return {}
        kind = args[1] if len(args) == 2 else Any
        return {} if kind is Any else {'extras_schema': self.schema(kind)}

    def _rooted(self, made, infos):
        for each in infos.root_validators.values():
            make = cs.with_info_before_validator_function if each.info.mode == 'before' else cs.with_info_after_validator_function
            made = make(each.func, made)
        return made

    def _validated_by(self, made, validators, where):
        ref = made.pop('ref', None)
        for each in validators.values():
            mode = each.info.mode
            if (where == 'inner') != (mode == 'before') and where != 'all':
                continue
            info = 'with' if takes_info(each.func, mode, 'model') else 'no'
            if mode == 'after' and not inspect.ismethod(each.func):
                pass
            made = getattr(cs, f'{info}_info_{mode}_validator_function')(each.func, made)
        if ref:
            made['ref'] = ref
        return made

    def _dumped_whole(self, made, infos):
        for each in list(infos.model_serializers.values())[-1:]:
            info = serializer_info(each.func, each.info.mode, 'model_serializer')
            kind = returned(bare(each.func), each.info.return_type)
            make = cs.plain_serializer_function_ser_schema if each.info.mode == 'plain' else cs.wrap_serializer_function_ser_schema
            made['serialization'] = make(each.func, info_arg=info, when_used=each.info.when_used,
                                         return_schema=None if kind is PydanticUndefined else self.schema(self.resolve(kind)))
        return made

    def _hints(self, cls):
        """The annotations of a class and its bases, looked up."""
        found = {}
        for base in reversed(getattr(cls, '__mro__', (cls,))):
            own = base.__dict__.get('__annotations__')
            if own:
                spaces = [*spaces_of(base), *self.spaces]
                for name, kind in own.items():
                    try:
                        found[name] = eval_type(kind, spaces)
                    except NameError as error:
                        raise PydanticUndefinedAnnotation.from_name_error(error) from error
        return found

    def _typed_dict(self, kind, cls):
        from .fields import FieldInfo
        from .main import configured

        def make():
            given = getattr(cls, '__pydantic_config__', None)
            config = Config(dict(given)) if given is not None else Config({k: v for k, v in self.config.given.items() if k != 'title'})
            self.configs.append(config)
            outer, self.known = self.known, {**self.known, **_generics.of_alias(kind)}
            infos = Infos.build(cls, False)
            try:
                fields = {}
                for name, hint in self._hints(cls).items():
                    field = FieldInfo.from_annotation(_generics.replaced(hint, self.known))
                    required = (name in cls.__required_keys__ or 'required' in field._qualifiers) and 'not_required' not in field._qualifiers
                    configured(config, name, field)
                    fields[name] = self._field('typed-dict-field', name, field, infos, required=required if field.is_required() else False)
                made = cs.typed_dict_schema(fields, cls=cls, config=config.core(cls.__name__), metadata={'typed_dict': cls})
                made = self._dumped_whole(made, infos)
                return self._validated_by(made, infos.model_validators, 'all')
            finally:
                self.configs.pop()
                self.known = outer
        return self._recursive(('dict', kind), _ref(cls), make)

    def _named_tuple(self, kind, cls):
        known = {**self.known, **_generics.of_alias(kind)}
        hints = {name: _generics.replaced(hint, known) for name, hint in self._hints(cls).items() if name in cls._fields}
        infos, fields = Infos(), []
        for name in cls._fields:
            default = cls._field_defaults.get(name, PydanticUndefined)
            hint = hints.get(name, Any)
            field = FieldInfo.from_annotation(hint) if default is PydanticUndefined else FieldInfo.from_annotated_attribute(hint, default)
            made, metadata = self._common(name, field, infos)
            fields.append({'name': name, 'schema': made, 'metadata': metadata})
        return {'type': 'named-tuple', 'cls': cls, 'fields': fields, 'ref': _ref(cls), 'metadata': {'pydantic_js_prefer_positional_arguments': True}}

    def _dataclass(self, kind, cls):
        ready = cls.__dict__.get('__pydantic_core_schema__')
        if cls.__dict__.get('__pydantic_complete__') and isinstance(ready, dict) and kind is cls:
            return ready
        return self._recursive(kind, _ref(cls), lambda: self.dataclass_schema(cls, kind))

    def dataclass_schema(self, cls, kind=None):
        from .dataclasses import fields_of, is_pydantic
        given = getattr(cls, '__pydantic_config__', None)
        config = Config(dict(given)) if given is not None else Config({k: v for k, v in self.config.given.items() if k != 'title'})
        self.configs.append(config)
        self.classes.append(cls)
        outer = self.spaces, self.known
        self.spaces = [*spaces_of(cls, getattr(cls, '__pydantic_parent_space__', None)), *self.spaces]
        self.known = {**self.known, **_generics.of_alias(kind if kind is not None else cls)}
        try:
            infos = cls.__dict__.get('__pydantic_decorators__') or Infos.build(cls, False)
            for each in infos.computed_fields.values():
                each.info.configured(config, each.cls_var_name)
            fields = fields_of(cls, self, config)
            if is_pydantic(cls):
                cls.__pydantic_fields__ = fields
            self._checks(cls, infos, fields)
            entries = []
            for name, field in fields.items():
                entries.append(self._field('dataclass-field', name, field, infos, name=name, init=field.init, init_only=field.init_var,
                                           kw_only=bool(field.kw_only)))
            post = hasattr(cls, '__post_init__')
            shape = cs.dataclass_args_schema(cls.__name__, entries, computed_fields=self._computed(infos, self.known), collect_init_only=post)
            inner = self._validated_by(self._rooted(shape, infos), infos.model_validators, 'inner')
            slots = '__slots__' in cls.__dict__
            made = cs.dataclass_schema(cls, inner, [name for name, field in fields.items() if not field.init_var], post_init=post,
                                       slots=slots, frozen=cls.__dataclass_params__.frozen, config=config.core(cls.__name__))
            _metadata(made)['model'] = cls
            made = self._dumped_whole(made, infos)
            made = self._validated_by(made, infos.model_validators, 'outer')
            return made
        finally:
            self.configs.pop()
            self.classes.pop()
            self.spaces, self.known = outer

    def call(self, function):
        """The schema of a function's arguments and of what it returns."""
        inner = function
        while type(inner).__name__ == 'partial':
            inner = inner.func
        module = sys.modules.get(getattr(inner, '__module__', ''), None)
        outer, self.spaces = self.spaces, [*self.spaces, getattr(inner, '__globals__', vars(module) if module else {})]
        try:
            arguments = self.arguments(function)
            returns = None
            if self.config.validate_return:
                kind = inspect.signature(function).return_annotation
                if kind is not inspect.Signature.empty:
                    returns = self.schema(self.resolve(kind))
            return cs.call_schema(arguments, function, function_name=getattr(inner, '__qualname__', None) and getattr(inner, '__name__', None), return_schema=returns)
        finally:
            self.spaces = outer

    def arguments(self, function):
        modes = {0: 'positional_only', 1: 'positional_or_keyword', 3: 'keyword_only'}
        made, more, infos = [], {}, Infos()
        for name, parameter in inspect.signature(function).parameters.items():
            hint = Any if parameter.annotation is inspect.Parameter.empty else self.resolve(parameter.annotation)
            if parameter.kind in modes:
                default = parameter.default
                field = FieldInfo.from_annotation(hint) if default is inspect.Parameter.empty else FieldInfo.from_annotated_attribute(hint, default)
                from .main import configured
                configured(self.config, name, field)
                schema, metadata = self._common(name, field, infos)
                if metadata:
                    schema = dict(schema)
                    _metadata(schema).update(metadata)
                alias = field.validation_alias
                made.append(cs.arguments_parameter(name, schema, mode=modes[parameter.kind], alias=alias.convert_to_aliases() if isinstance(
                    alias, (AliasChoices, AliasPath)) else alias))
            elif parameter.kind == 2:
                more['var_args_schema'] = self.schema(hint)
            else:
                if get_origin(hint) is typing.Unpack:
                    more.update(var_kwargs_schema=self.schema(get_args(hint)[0]), var_kwargs_mode='unpacked-typed-dict')
                else:
                    more.update(var_kwargs_schema=self.schema(hint), var_kwargs_mode='uniform')
        return cs.arguments_schema(made, **more)

    # what Annotated says

    def annotated(self, source, marks, tagging=None):
        marks = list(_expanded(marks))

        def inner(kind):
            if kind is source or not isinstance(kind, type(source)):
                pass
            made = self._of_method(kind, kind)
            if made is None:
                made = self._inner(kind)
            if isinstance(kind, type):
                function = js_modifier(kind)
                if function is not None and not _is_plain_model(kind):
                    add_js(made, 'pydantic_js_functions', function)
            made = self._encoded(kind, made)
            return tagging(made) if tagging else made

        make = inner
        for mark in marks:
            if mark is not None:
                make = self._marked(make, mark)
        return make(source)

    def _unheeded(self, marks):
        """Says what a `Field()` that is not that of a field says in vain."""
        for mark in marks:
            if type(mark) is FieldInfo:
                from ._unheeded import tell
                tell(mark, bool(self.names))

    def _marked(self, go, mark):
        method = getattr(mark, '__get_pydantic_core_schema__', None)

        def make(source):
            if method is not None:
                made = method(source, Handler(go, self))
            else:
                made = self._one(go(source), mark)
            function = js_modifier(mark)
            if function is not None:
                made = dict(made)
                add_js(made, 'pydantic_js_annotation_functions', function)
            return made

        return make

    def _one(self, made, mark):
        if isinstance(mark, FieldInfo):
            for each in mark.metadata:
                made = self._one(made, each)
            if mark.discriminator is not None:
                made = self._discriminated(made, mark.discriminator)
            told = {'title': mark.title, 'description': mark.description, 'deprecated': bool(mark.deprecated) or None, 'examples': to_jsonable_python(mark.examples)}
            told = {key: value for key, value in told.items() if value is not None}
            if told or mark.json_schema_extra is not None:
                made = dict(made)
                metadata = _metadata(made)
                if told:
                    metadata['pydantic_js_updates'] = {**metadata.get('pydantic_js_updates', {}), **told}
                if mark.json_schema_extra is not None:
                    metadata['pydantic_js_extra'] = mark.json_schema_extra
            return made
        if made['type'] == 'nullable':
            return dict(made, schema=self._one(made['schema'], mark))
        found = applied(mark, made)
        return made if found is None else found

    def _discriminated(self, made, discriminator):
        from ._tags import tagged
        from .types import Discriminator
        if isinstance(discriminator, Discriminator):
            if isinstance(discriminator.discriminator, str):
                discriminator = discriminator.discriminator
            else:
                return discriminator._convert(made)
        return tagged(made, discriminator)


class _LaterCell(list):
    def __init__(self, later):
        super().__init__([None, None])
        self.later = later

    def __getitem__(self, at):
        if at == 0:
            return self.later.found().__pydantic_core_schema__
        return super().__getitem__(at)


def _typed(pattern, kind):
    if kind is str and not isinstance(pattern.pattern, str):
        raise PydanticCustomError('pattern_str_type', 'Input should be a string pattern')
    if kind is bytes and not isinstance(pattern.pattern, bytes):
        raise PydanticCustomError('pattern_bytes_type', 'Input should be a bytes pattern')
    return pattern


def _hashable(value):
    if not isinstance(value, collections.abc.Hashable):
        raise PydanticCustomError('is_hashable', 'Input should be hashable')
    return value


def _plain_type(value):
    if not isinstance(value, type):
        raise PydanticCustomError('is_type', 'Input should be a type')
    return value


def _never(value):
    raise ValueError('never')


def _dumped_as(kind):
    def dumped(value, info):
        if not isinstance(value, (kind, str)):
            raise PydanticSerializationUnexpectedValue(
                f"Expected `{kind}` but got `{type(value)}` with value `'{value}'` - serialized value may not be as expected.")
        return value if info.mode == 'python' else str(value)
    return dumped


def _is_plain_model(kind):
    from .main import BaseModel
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _ref(cls):
    return f'{cls.__module__}.{cls.__qualname__}:{id(cls)}'


def _expanded(marks):
    for mark in marks:
        if getattr(mark, '__is_annotated_types_grouped_metadata__', False) is True:
            yield from mark
        elif isinstance(mark, FieldInfo):
            yield from _expanded(mark.metadata)
            rest = mark._copy()
            rest.metadata = []
            yield rest
        else:
            yield mark


def _each_item(made, bound):
    make = cs.with_info_before_validator_function if bound.info.mode == 'before' else cs.with_info_after_validator_function
    if made['type'] == 'nullable':
        made['schema'] = _each_item(dict(made['schema']), bound)
    elif made['type'] == 'dict':
        made['values_schema'] = make(bound.func, made.get('values_schema') or cs.any_schema())
    elif made['type'] == 'tuple':
        made['items_schema'] = [make(bound.func, each) for each in made['items_schema']]
    elif 'items_schema' in made:
        made['items_schema'] = make(bound.func, made['items_schema'])
    else:
        raise TypeError(f"`@validator(..., each_item=True)` cannot be applied to fields with a schema of {made['type']}")
    return made


def with_default(field, made):
    if field.default_factory is not None:
        return cs.with_default_schema(made, default_factory=field.default_factory, default_factory_takes_data=field.default_factory_takes_validated_data,
                                      validate_default=field.validate_default)
    if field.default is not PydanticUndefined:
        return cs.with_default_schema(made, default=field.default, validate_default=field.validate_default)
    return made
