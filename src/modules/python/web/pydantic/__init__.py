"""Data validation by type hints."""
__path__ = []
from pydantic_core import MISSING, ValidationError
from pydantic_core.core_schema import (FieldSerializationInfo, SerializationInfo, SerializerFunctionWrapHandler, ValidationInfo,
                                       ValidatorFunctionWrapHandler)

from . import dataclasses
from ._schema import Handler as GetCoreSchemaHandler
from .aliases import AliasChoices, AliasGenerator, AliasPath
from .config import BaseConfig, ConfigDict, Extra, with_config
from .errors import (PydanticErrorCodes, PydanticForbiddenQualifier, PydanticImportError, PydanticInvalidForJsonSchema,
                     PydanticSchemaGenerationError, PydanticUndefinedAnnotation, PydanticUserError)
from .fields import Field, PrivateAttr, computed_field
from .functional_serializers import PlainSerializer, SerializeAsAny, WrapSerializer, field_serializer, model_serializer
from .functional_validators import (AfterValidator, BeforeValidator, InstanceOf, ModelWrapValidatorHandler, PlainValidator, SkipValidation,
                                    ValidateAs, WrapValidator, field_validator, model_validator, root_validator, validator)
from .json_schema import Handler as GetJsonSchemaHandler, WithJsonSchema
from .main import BaseModel, create_model
from .networks import (AmqpDsn, AnyHttpUrl, AnyUrl, AnyWebsocketUrl, ClickHouseDsn, CockroachDsn, EmailStr, FileUrl, FtpUrl, HttpUrl,
                       IPvAnyAddress, IPvAnyInterface, IPvAnyNetwork, KafkaDsn, MariaDBDsn, MongoDsn, MySQLDsn, NameEmail, NatsDsn, PostgresDsn,
                       RedisDsn, SnowflakeDsn, UrlConstraints, WebsocketUrl, validate_email)
from .root_model import RootModel
from .tools import parse_obj_as, schema_json_of, schema_of
from .type_adapter import TypeAdapter
from .types import (UUID1, UUID3, UUID4, UUID5, UUID6, UUID7, UUID8, AllowInfNan, AwareDatetime, Base64Bytes, Base64Encoder, Base64Str,
                    Base64UrlBytes, Base64UrlStr, ByteSize, DirectoryPath, Discriminator, EncodedBytes, EncodedStr, EncoderProtocol, FailFast,
                    FilePath, FiniteFloat, FutureDate, FutureDatetime, GetPydanticSchema, ImportString, Json, JsonValue, NaiveDatetime,
                    NegativeFloat, NegativeInt, NewPath, NonNegativeFloat, NonNegativeInt, NonPositiveFloat, NonPositiveInt, OnErrorOmit,
                    PastDate, PastDatetime, PaymentCardNumber, PositiveFloat, PositiveInt, Secret, SecretBytes, SecretStr, SocketPath, Strict,
                    StrictBool, StrictBytes, StrictFloat, StrictInt, StrictStr, StringConstraints, Tag, conbytes, condate, condecimal, confloat,
                    confrozenset, conint, conlist, conset, constr)
from .validate_call_decorator import validate_call
from .version import VERSION
from .warnings import (PydanticDeprecatedSince20, PydanticDeprecatedSince26, PydanticDeprecatedSince29, PydanticDeprecatedSince210,
                       PydanticDeprecatedSince211, PydanticDeprecatedSince212, PydanticDeprecatedSince214, PydanticDeprecationWarning,
                       PydanticExperimentalWarning)

__version__ = VERSION


def __getattr__(name):
    from ._gone import explain
    return explain(name)
