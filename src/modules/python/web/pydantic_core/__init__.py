"""What pydantic rests on: schemas, validators, serializers, errors."""
import pydantic_core.core_schema as core_schema
from pydantic_core._dates import TzInfo
from pydantic_core._errors import (PydanticCustomError, PydanticKnownError, PydanticOmit, PydanticSerializationError,
                      PydanticSerializationUnexpectedValue, PydanticUseDefault, SchemaError, ValidationError)
from pydantic_core._json import from_json
from pydantic_core._serializers import SchemaSerializer, to_json, to_jsonable_python
from pydantic_core._undefined import MISSING, UNSET, ArgsKwargs, PydanticUndefined, PydanticUndefinedType, Some
from pydantic_core._urls import MultiHostUrl, Url
from pydantic_core._validators import SchemaValidator
from pydantic_core.core_schema import CoreConfig, CoreSchema, CoreSchemaType, ErrorType

__version__ = '2.50.5'
InitErrorDetails = ErrorDetails = dict
