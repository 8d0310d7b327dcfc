"""Bytes and text that are encoded as others."""
import base64
import dataclasses
from typing import Annotated, Any
from pydantic_core import PydanticCustomError, core_schema as cs

__name__ = 'pydantic.types'  # where what is here is said to be  #: in pydantic/types.py


class EncoderProtocol:
    pass


class Base64Encoder(EncoderProtocol):
    @classmethod
    def decode(cls, data):
        try:
            return base64.b64decode(data)
        except ValueError as error:
            raise PydanticCustomError('base64_decode', "Base64 decoding error: '{error}'", {'error': str(error)})

    @classmethod
    def encode(cls, value):
        return base64.b64encode(value)

    @classmethod
    def get_json_format(cls):
        return 'base64'


class Base64UrlEncoder(Base64Encoder):
    @classmethod
    def decode(cls, data):
        try:
            return base64.urlsafe_b64decode(data)
        except ValueError as error:
            raise PydanticCustomError('base64_decode', "Base64 decoding error: '{error}'", {'error': str(error)})

    @classmethod
    def encode(cls, value):
        return base64.urlsafe_b64encode(value)

    @classmethod
    def get_json_format(cls):
        return 'base64url'


@dataclasses.dataclass
class EncodedBytes:
    encoder: Any

    def __get_pydantic_json_schema__(self, schema, handler):
        return {**handler(schema), 'format': self.encoder.get_json_format()}

    def __get_pydantic_core_schema__(self, source, handler):
        return cs.with_info_after_validator_function(
            lambda value, info: self.decode(value), handler(source), serialization=cs.plain_serializer_function_ser_schema(self.encode))

    def decode(self, data):
        return self.encoder.decode(data)

    def encode(self, value):
        return self.encoder.encode(value)

    def __hash__(self):
        return hash(self.encoder)


class EncodedStr(EncodedBytes):
    def decode(self, data):
        return self.encoder.decode(data.encode()).decode()

    def encode(self, value):
        return self.encoder.encode(value.encode()).decode()


Base64Bytes, Base64Str = Annotated[bytes, EncodedBytes(Base64Encoder)], Annotated[str, EncodedStr(Base64Encoder)]
Base64UrlBytes, Base64UrlStr = Annotated[bytes, EncodedBytes(Base64UrlEncoder)], Annotated[str, EncodedStr(Base64UrlEncoder)]
