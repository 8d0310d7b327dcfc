"""What version 1 had."""
import json
import warnings

from ._told import told
from .type_adapter import TypeAdapter
from .warnings import PydanticDeprecatedSince20


def parse_obj_as(type_, obj, type_name=None):
    told('`parse_obj_as` is deprecated. Use `pydantic.TypeAdapter.validate_python` instead.', PydanticDeprecatedSince20)
    return TypeAdapter(type_).validate_python(obj)


def schema_of(type_, *, title=None, **kwargs):
    told('`schema_of` is deprecated. Use `pydantic.TypeAdapter.json_schema` instead.', PydanticDeprecatedSince20)
    made = TypeAdapter(type_).json_schema(**kwargs)
    if title is not None:
        made['title'] = title
    return made


def schema_json_of(type_, *, title=None, **kwargs):
    told('`schema_json_of` is deprecated. Use `pydantic.TypeAdapter.json_schema` instead.', PydanticDeprecatedSince20)
    made = TypeAdapter(type_).json_schema()
    if title is not None:
        made['title'] = title
    return json.dumps(made, **kwargs)
