"""Data validation by type hints."""
from pydantic_core import MISSING, ValidationError
from pydantic_core.core_schema import (FieldSerializationInfo, SerializationInfo, SerializerFunctionWrapHandler, ValidationInfo,
                                       ValidatorFunctionWrapHandler)

import pydantic.dataclasses as dataclasses
from pydantic._schema import Handler as GetCoreSchemaHandler
from pydantic.aliases import AliasChoices, AliasGenerator, AliasPath
from pydantic.config import BaseConfig, ConfigDict, Extra, with_config
from pydantic.errors import (PydanticErrorCodes, PydanticForbiddenQualifier, PydanticImportError, PydanticInvalidForJsonSchema,
                     PydanticSchemaGenerationError, PydanticUndefinedAnnotation, PydanticUserError)
from pydantic.fields import Field, PrivateAttr, computed_field
from pydantic.functional_serializers import PlainSerializer, SerializeAsAny, WrapSerializer, field_serializer, model_serializer
from pydantic.functional_validators import (AfterValidator, BeforeValidator, InstanceOf, ModelWrapValidatorHandler, PlainValidator, SkipValidation,
                                    ValidateAs, WrapValidator, field_validator, model_validator, root_validator, validator)
from pydantic.json_schema import Handler as GetJsonSchemaHandler, WithJsonSchema
from pydantic.main import BaseModel, create_model
from pydantic.networks import (AmqpDsn, AnyHttpUrl, AnyUrl, AnyWebsocketUrl, ClickHouseDsn, CockroachDsn, EmailStr, FileUrl, FtpUrl, HttpUrl,
                       IPvAnyAddress, IPvAnyInterface, IPvAnyNetwork, KafkaDsn, MariaDBDsn, MongoDsn, MySQLDsn, NameEmail, NatsDsn, PostgresDsn,
                       RedisDsn, SnowflakeDsn, UrlConstraints, WebsocketUrl, validate_email)
from pydantic.root_model import RootModel
from pydantic.tools import parse_obj_as, schema_json_of, schema_of
from pydantic.type_adapter import TypeAdapter
from pydantic.types import (UUID1, UUID3, UUID4, UUID5, UUID6, UUID7, UUID8, AllowInfNan, AwareDatetime, Base64Bytes, Base64Encoder, Base64Str,
                    Base64UrlBytes, Base64UrlStr, ByteSize, DirectoryPath, Discriminator, EncodedBytes, EncodedStr, EncoderProtocol, FailFast,
                    FilePath, FiniteFloat, FutureDate, FutureDatetime, GetPydanticSchema, ImportString, Json, JsonValue, NaiveDatetime,
                    NegativeFloat, NegativeInt, NewPath, NonNegativeFloat, NonNegativeInt, NonPositiveFloat, NonPositiveInt, OnErrorOmit,
                    PastDate, PastDatetime, PaymentCardNumber, PositiveFloat, PositiveInt, Secret, SecretBytes, SecretStr, SocketPath, Strict,
                    StrictBool, StrictBytes, StrictFloat, StrictInt, StrictStr, StringConstraints, Tag, conbytes, condate, condecimal, confloat,
                    confrozenset, conint, conlist, conset, constr)
from pydantic.validate_call_decorator import validate_call
from pydantic.version import VERSION
from pydantic.warnings import (PydanticDeprecatedSince20, PydanticDeprecatedSince26, PydanticDeprecatedSince29, PydanticDeprecatedSince210,
                       PydanticDeprecatedSince211, PydanticDeprecatedSince212, PydanticDeprecatedSince214, PydanticDeprecationWarning,
                       PydanticExperimentalWarning)

__version__ = VERSION


def __getattr__(name):
    from pydantic._gone import explain
    return explain(name)
