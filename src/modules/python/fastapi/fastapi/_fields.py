"""Parameters, bodies and answers, and whether values fit them."""
import dataclasses as _dataclasses
from collections import deque as _deque
from collections.abc import Mapping as _Mapping, Sequence as _Sequence
from copy import copy as _copy, deepcopy as _deepcopy
from types import UnionType as _UnionType
from typing import Annotated, Union as _Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined as Undefined
from starlette.datastructures import UploadFile

_NO_TYPE = (
    'Invalid args for response field! Hint: check that %s is a valid Pydantic field type. If you are using a return type '
    'annotation that is not a valid Pydantic field (e.g. Union[Response, dict, None]) you can disable generating the '
    'response model from the type annotation with the path operation decorator parameter response_model=None. Read more: '
    'https://fastapi.tiangolo.com/tutorial/response-model/')
_SEQUENCES = _Sequence, list, tuple, set, frozenset, _deque


def is_subclass(cls, kinds):
    return isinstance(cls, type) and not get_args(cls) and issubclass(cls, kinds)


def choices(annotation):
    """The types of a union, or the one type."""
    if get_origin(annotation) is Annotated:
        return choices(get_args(annotation)[0])
    return get_args(annotation) if get_origin(annotation) in (_Union, _UnionType) else (annotation,)


def without_none(annotation):
    """The type of what may be None as well."""
    found = [each for each in choices(annotation) if each is not type(None)]
    return found[0] if len(found) == 1 else annotation


def model_of(annotation):
    found = without_none(annotation)
    return found if is_subclass(found, BaseModel) else None


def is_sequence(annotation):
    return any(is_subclass(get_origin(each) or each, _SEQUENCES) and not is_subclass(each, (str, bytes))
               for each in choices(annotation))


def _is_complex(annotation):
    kind = get_origin(annotation) or annotation
    return (is_subclass(kind, (BaseModel, _Mapping, UploadFile)) or is_sequence(annotation)
            or _dataclasses.is_dataclass(kind))


def is_scalar(annotation):
    return not any(map(_is_complex, choices(annotation)))


def is_scalar_sequence(annotation):
    return is_sequence(annotation) and all(
        is_scalar(part) for each in choices(annotation) for part in get_args(each) if part is not ...)


def is_of(kind, annotation):
    """Whether a parameter is such an object, or several of them."""
    return any(is_subclass(each, kind) or is_sequence(each) and any(is_of(kind, part) for part in get_args(each)
                                                                   if part is not ...)
               for each in choices(annotation))


def missing(loc):
    return {'type': 'missing', 'loc': loc, 'msg': 'Field required', 'input': None}


class ModelField:
    """Something that has a name and a type."""

    def __init__(self, name, field_info, mode='validation', extra=()):
        self.name, self.field_info, self.mode, self._extra, self._adapter = name, field_info, mode, extra, None
        if not is_of(UploadFile, field_info.annotation):
            try:
                self.adapter
            except Exception as e:
                if type(e).__name__ != 'PydanticSchemaGenerationError':
                    raise
                from fastapi.exceptions import FastAPIError
                raise FastAPIError(_NO_TYPE % (field_info.annotation,)) from None

    annotation = property(lambda self: self.field_info.annotation)

    @property
    def adapter(self):
        if self._adapter is None:
            from warnings import catch_warnings, simplefilter
            from pydantic.warnings import UnsupportedFieldAttributeWarning
            # A field's alias is no type's, but the parameter's.
            with catch_warnings():
                simplefilter('ignore', UnsupportedFieldAttributeWarning)
                self._adapter = TypeAdapter(Annotated[self.annotation, *self._extra, self.field_info])
        return self._adapter

    def read_as(self, annotation):
        """Has what is given be read as another type, which stands for the field's."""
        self._adapter = TypeAdapter(Annotated[annotation, *self._extra, self.field_info])

    @property
    def alias(self):
        found = self.field_info.validation_alias if self.mode == 'validation' else self.field_info.serialization_alias
        return found if isinstance(found, str) and found else self.field_info.alias or self.name

    def validate(self, value, loc=()):
        """The value as it is to be, and what is wrong with it."""
        if is_of(UploadFile, self.annotation):
            return self._files(value, loc)
        try:
            return self.adapter.validate_python(value, from_attributes=True), []
        except ValidationError as e:
            return None, [{**error, 'loc': (*loc, *error.get('loc', ()))} for error in e.errors(include_url=False)]

    def _files(self, value, loc):
        several = isinstance(value, list)
        for n, each in enumerate(value if several else [value]):
            if not isinstance(each, UploadFile) and (each is not None or type(None) not in choices(self.annotation)):
                words = f'Expected UploadFile, received: {type(each)}'
                return None, [{'type': 'value_error', 'loc': (*loc, n) if several else loc,
                               'msg': 'Value error, ' + words, 'input': each, 'ctx': {'error': ValueError(words)}}]
        return value, []

    def given(self, value, loc):
        """A value of a request, or the default."""
        if value is Undefined:
            if self.field_info.is_required():
                return None, [missing(loc)]
            value = _deepcopy(self.field_info.get_default(call_default_factory=True))
            if not getattr(self.field_info, 'validate_default', None):
                return value, []
        return self.validate(value, loc)

    def _options(self, options):
        return {**options, 'by_alias': options.get('by_alias', True)}

    def serialize(self, value, **options):
        return self.adapter.dump_python(value, mode='json', **self._options(options))

    def serialize_json(self, value, **options):
        return self.adapter.dump_json(value, **self._options(options))


def fields_of(model):
    """The fields of a model, each as a parameter."""
    return [ModelField(name, info) for name, info in model.model_fields.items()]


def answer_field(name, annotation):
    """What an answer is."""
    return ModelField(name, FieldInfo(annotation=annotation), 'serialization')


def copied(info, **changes):
    found = _copy(info)
    for name, value in changes.items():
        setattr(found, name, value)
    return found
