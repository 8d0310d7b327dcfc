"""What pydantic rests on: schemas, validators, serializers, errors."""
__path__ = []
from . import core_schema
from ._dates import TzInfo
from ._errors import (PydanticCustomError, PydanticKnownError, PydanticOmit, PydanticSerializationError,
                      PydanticSerializationUnexpectedValue, PydanticUseDefault, SchemaError, ValidationError)
from ._json import from_json
from ._serializers import SchemaSerializer, to_json, to_jsonable_python
from ._undefined import MISSING, UNSET, ArgsKwargs, PydanticUndefined, PydanticUndefinedType, Some
from ._urls import MultiHostUrl, Url
from ._validators import SchemaValidator
from .core_schema import CoreConfig, CoreSchema, CoreSchemaType, ErrorType

__version__ = '2.50.5'
InitErrorDetails = ErrorDetails = dict
