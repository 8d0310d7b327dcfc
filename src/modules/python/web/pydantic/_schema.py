"""Types made into schemas."""
import collections
import collections.abc
import dataclasses
import datetime
import os
import pathlib
import re
import sys
import types
import typing
import uuid
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, ForwardRef, Literal, TypeVar, get_args, get_origin
from pydantic_core import MISSING, PydanticCustomError, Url, MultiHostUrl, core_schema as cs, to_jsonable_python

from . import _generics
from ._constraints import applied
from ._decorators import takes_info
from ._repr import display_as_type, is_union
from .errors import (PydanticForbiddenQualifier, PydanticInvalidForJsonSchema, PydanticSchemaGenerationError,
                     PydanticUndefinedAnnotation, PydanticUserError)
from .fields import FieldInfo, unwrapped
from ._evaluation import eval_type
from ._schema_parts import _metadata, add_js, js_modifier, with_default
from ._schema_values import OfValues
from ._schema_fields import OfFields

SCHEMA_ERRORS = (PydanticForbiddenQualifier, PydanticInvalidForJsonSchema, PydanticSchemaGenerationError, PydanticUndefinedAnnotation)


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


_SCALARS = {
    None: 'none', str: 'str', bytes: 'bytes', int: 'int', float: 'float', bool: 'bool', complex: 'complex', type(None): 'none',
    datetime.datetime: 'datetime', datetime.date: 'date', datetime.time: 'time', datetime.timedelta: 'timedelta',
    Decimal: 'decimal', uuid.UUID: 'uuid', Url: 'url', MultiHostUrl: 'multi-host-url', object: 'any', Any: 'any', types.EllipsisType: 'ellipsis',
}
_LISTS = {list: 'list', set: 'set', frozenset: 'frozenset', collections.deque: 'deque', collections.abc.Set: 'set',
          collections.abc.MutableSet: 'set'}
_ITERABLES = (collections.abc.Iterable, collections.abc.Generator, collections.abc.Iterator)
_PATHS = (os.PathLike, pathlib.Path, pathlib.PurePath, pathlib.PosixPath, pathlib.PurePosixPath, pathlib.PureWindowsPath)


class GenerateSchema(OfFields, OfValues):
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


def _hashable(value):
    if not isinstance(value, collections.abc.Hashable):
        raise PydanticCustomError('is_hashable', 'Input should be hashable')
    return value


def _never(value):
    raise ValueError('never')


def _is_plain_model(kind):
    from .main import BaseModel
    return isinstance(kind, type) and issubclass(kind, BaseModel)


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
