"""Names of handlers."""
from ._schema import Handler as GetCoreSchemaHandler
from .json_schema import Handler as GetJsonSchemaHandler
