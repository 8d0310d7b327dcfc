"""What a tool takes and gives, as models that are made from its signature."""
import inspect
import json
import types
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pydantic_core
from pydantic import BaseModel, ConfigDict, Field, PydanticUserError, RootModel, WithJsonSchema, create_model
from pydantic.json_schema import GenerateJsonSchema
from typing_extensions import is_typeddict

from mcp.server.fastmcp.exceptions import InvalidSignature
from mcp.server.fastmcp.utilities import logging
from mcp.server.fastmcp.utilities.types import Audio, Image
from mcp.types import CallToolResult, ContentBlock, TextContent

logger = logging.get_logger(__name__)
_EMPTY = inspect.Parameter.empty


class StrictJsonSchema(GenerateJsonSchema):
    """What cannot be told in a schema is no output that has one."""
    def emit_warning(self, kind, detail):
        raise ValueError(f'JSON schema warning: {kind} - {detail}')


class ArgModelBase(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)

    def model_dump_one_level(self):
        """The arguments by the names of the parameters; models among them stay models."""
        return {field.alias or name: getattr(self, name) for name, field in type(self).model_fields.items()}


_UNTOLD = WithJsonSchema(None)


class FuncMetadata(BaseModel):
    model_config = ConfigDict(arbitrary_types_allowed=True)
    arg_model: Annotated[type[ArgModelBase], _UNTOLD]
    output_schema: dict[str, Any] | None = None
    output_model: Annotated[type[BaseModel], _UNTOLD] | None = None
    wrap_output: bool = False

    async def call_fn_with_arg_validation(self, fn, fn_is_async, arguments_to_validate, arguments_to_pass_directly):
        given = self.arg_model.model_validate(self.pre_parse_json(arguments_to_validate))
        arguments = given.model_dump_one_level() | (arguments_to_pass_directly or {})
        return await fn(**arguments) if fn_is_async else fn(**arguments)

    def convert_result(self, result):
        """Contents alone, or, where there is a schema, with what is structured."""
        if isinstance(result, CallToolResult):
            if self.output_schema is not None:
                self.output_model.model_validate(result.structuredContent)
            return result
        contents = _convert_to_content(result)
        if self.output_schema is None:
            return contents
        checked = self.output_model.model_validate({'result': result} if self.wrap_output else result)
        return contents, checked.model_dump(mode='json', by_alias=True)

    def pre_parse_json(self, data):
        """Lists and objects that a model has written as JSON within a text."""
        fields = {}
        for name, field in self.arg_model.model_fields.items():
            fields[name] = field
            if field.alias:
                fields[field.alias] = field
        parsed = dict(data)
        for key, value in data.items():
            if key in fields and isinstance(value, str) and fields[key].annotation is not str:
                try:
                    found = json.loads(value)
                except json.JSONDecodeError:
                    continue
                if not isinstance(found, str | int | float):
                    parsed[key] = found
        return parsed


def func_metadata(func, skip_names=(), structured_output=None):
    try:
        signature = inspect.signature(func, eval_str=True)
    except NameError as exc:
        raise InvalidSignature(f'Unable to evaluate type annotations for callable {func.__name__!r}') from exc
    fields = {}
    for param in signature.parameters.values():
        name = param.name
        if name.startswith('_'):
            raise InvalidSignature(f"Parameter {name} of {func.__name__} cannot start with '_'")
        if name not in skip_names:
            shadows = callable(getattr(BaseModel, name, None))
            kind = (Any, WithJsonSchema({'title': name, 'type': 'string'})) if param.annotation is _EMPTY else (param.annotation,)
            kind = Annotated[(*kind, Field(**{'alias': name} if shadows else {}))]
            fields[f'field_{name}' if shadows else name] = kind if param.default is _EMPTY else (kind, param.default)
    arguments = create_model(f'{func.__name__}Arguments', __base__=ArgModelBase, **fields)
    if structured_output is False:
        return FuncMetadata(arg_model=arguments)
    output = _output_of(func.__name__, signature.return_annotation, structured_output)
    return FuncMetadata(arg_model=arguments, **output)


def _output_of(name, annotation, structured_output):
    if annotation is _EMPTY and structured_output is True:
        raise InvalidSignature(f'Function {name}: return annotation required for structured output')
    kind, metadata = annotation, []
    if get_origin(annotation) is Annotated:
        kind, *metadata = get_args(annotation)
    if get_origin(kind) in (Union, types.UnionType) and any(isinstance(each, type) and issubclass(each, CallToolResult)
                                                            for each in get_args(kind)):
        raise InvalidSignature(f'Function {name}: CallToolResult cannot be used in Union or Optional types. '
                               'To return empty results, use: CallToolResult(content=[])')
    if isinstance(kind, type) and issubclass(kind, CallToolResult):
        if not metadata:
            return {}
        kind, *metadata = metadata
        annotation = Annotated[(kind, *metadata)] if metadata else kind
    model, schema, wrapped = _try_create_model_and_schema(annotation, kind, name)
    if model is None and structured_output is True:
        raise InvalidSignature(f'Function {name}: return type {kind} is not serializable for structured output')
    return {'output_schema': schema, 'output_model': model, 'wrap_output': wrapped}


def _try_create_model_and_schema(annotation, kind, name):
    wrapped, model = False, None
    if isinstance(kind, types.GenericAlias) and get_origin(kind) is dict and get_args(kind)[:1] == (str,):
        class DictModel(RootModel[kind]):
            pass
        DictModel.__name__ = DictModel.__qualname__ = f'{name}DictOutput'
        model = DictModel
    elif isinstance(kind, type) and not isinstance(kind, types.GenericAlias) and kind not in (str, int, float, bool, bytes, type(None)):
        if issubclass(kind, BaseModel):
            model = kind
        elif is_typeddict(kind):
            optional = set(get_type_hints(kind)) - getattr(kind, '__required_keys__', set(get_type_hints(kind)))
            model = create_model(kind.__name__, **{field: (hint, None) if field in optional else hint
                                                   for field, hint in get_type_hints(kind).items()})
        elif hints := get_type_hints(kind):
            model = create_model(kind.__name__, __config__=ConfigDict(from_attributes=True), **{
                field: (hint, getattr(kind, field)) if hasattr(kind, field) else hint
                for field, hint in hints.items() if not field.startswith('_')})
    else:
        wrapped, model = True, create_model(f'{name}Output', result=annotation)
    if model is None:
        return None, None, False
    try:
        schema = model.model_json_schema(schema_generator=StrictJsonSchema)
    except (PydanticUserError, TypeError, ValueError, pydantic_core.SchemaError, pydantic_core.ValidationError) as exc:
        logger.info(f'Cannot create schema for type {kind} in {name}: {type(exc).__name__}: {exc}')
        return None, None, False
    return model, _inline_root_ref(schema), wrapped


def _inline_root_ref(schema):
    """The schema of a model that holds itself has its type at its root as well."""
    place = schema.get('$ref')
    if not isinstance(place, str) or not place.startswith('#/$defs/'):
        return schema
    return schema['$defs'][place.removeprefix('#/$defs/')] | {key: value for key, value in schema.items() if key != '$ref'}


def _convert_to_content(result):
    if isinstance(result, list | tuple):
        return [content for item in result for content in _convert_to_content(item)]
    if result is None or isinstance(result, ContentBlock):
        return [] if result is None else [result]
    if isinstance(result, Image | Audio):
        return [result.to_image_content() if isinstance(result, Image) else result.to_audio_content()]
    text = result if isinstance(result, str) else pydantic_core.to_json(result, fallback=str, indent=2).decode()
    return [TextContent(type='text', text=text)]
