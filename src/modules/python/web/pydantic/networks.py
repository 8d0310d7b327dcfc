"""Addresses."""
import ipaddress
import re
from typing import Any
import dataclasses

from pydantic_core import MultiHostUrl as _Many, PydanticCustomError, PydanticSerializationUnexpectedValue, Url as _One, core_schema as cs
from ._repr import Representation


ADDRESSES = {f'IPv{n}{what}': (f'ipv{n}{what.lower() if what != "Address" else ""}', f'ip_v{n}_{what.lower()}', f'Input is not a valid IPv{n} {what.lower()}')
             for n in (4, 6) for what in ('Address', 'Network', 'Interface')}


@dataclasses.dataclass
class UrlConstraints:
    max_length: Any = None
    allowed_schemes: Any = None
    host_required: Any = None
    default_host: Any = None
    default_port: Any = None
    default_path: Any = None
    preserve_empty_path: Any = None

    def __hash__(self):
        return hash(tuple(map(str, dataclasses.astuple(self))))

    def given(self):
        return {name: value for name, value in dataclasses.asdict(self).items() if value is not None}

    def __get_pydantic_core_schema__(self, source, handler):
        schema = handler(source)
        inner = schema
        while inner['type'] not in ('url', 'multi-host-url'):
            inner = inner['schema']
        inner.update(self.given())
        return schema


class _Base:
    _constraints = UrlConstraints()
    _core = _One

    def __init__(self, url):
        from .type_adapter import TypeAdapter
        self._url = TypeAdapter(type(self)).validate_python(url)._url

    def __getattr__(self, name):
        if name == '_url' or name.startswith('__'):
            raise AttributeError(name)
        return getattr(self._url, name)

    def encoded_string(self):
        return str(self)

    def __str__(self):
        return str(self._url)

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self._url)!r})'

    def __deepcopy__(self, memo):
        return self

    def __eq__(self, other):
        return self._url == other._url if self.__class__ is other.__class__ else NotImplemented

    def __lt__(self, other):
        return self._url < other._url if self.__class__ is other.__class__ else NotImplemented

    def __gt__(self, other):
        return self._url > other._url if self.__class__ is other.__class__ else NotImplemented

    def __le__(self, other):
        return self._url <= other._url if self.__class__ is other.__class__ else NotImplemented

    def __ge__(self, other):
        return self._url >= other._url if self.__class__ is other.__class__ else NotImplemented

    def __hash__(self):
        return hash(self._url)

    def __len__(self):
        return len(str(self._url))

    def __reduce__(self):
        return self.__class__, (str(self._url),)

    @classmethod
    def build(cls, **parts):
        return cls(str(cls._core.build(**parts)))

    @classmethod
    def serialize_url(cls, url, info):
        if not isinstance(url, cls):
            raise PydanticSerializationUnexpectedValue(
                f"Expected `{cls}` but got `{type(url)}` with value `'{url}'` - serialized value may not be as expected.")
        return str(url) if info.mode == 'json' else url

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def wrap_val(value, go):
            if isinstance(value, source):
                return value
            core = go(str(value) if isinstance(value, _Base) else value)
            made = source.__new__(source)
            made._url = core
            return made

        kind = 'multi-host-url' if cls._core is _Many else 'url'
        return cs.no_info_wrap_validator_function(wrap_val, {'type': kind, **cls._constraints.given()},
                                                  serialization=cs.plain_serializer_function_ser_schema(cls.serialize_url, info_arg=True, when_used='always'))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema, handler):
        inner = schema['schema'] if schema['type'].startswith('function') and 'schema' in schema else schema
        return handler(inner)


class AnyUrl(_Base):
    pass


class _Several(_Base):
    _core = _Many


def _url(name, base=AnyUrl, **given):
    return type(name, (base,), {'_constraints': UrlConstraints(**given), '__module__': __name__, '__qualname__': name})


AnyHttpUrl = _url('AnyHttpUrl', allowed_schemes=['http', 'https'])
HttpUrl = _url('HttpUrl', max_length=2083, allowed_schemes=['http', 'https'])
AnyWebsocketUrl = _url('AnyWebsocketUrl', allowed_schemes=['ws', 'wss'])
WebsocketUrl = _url('WebsocketUrl', max_length=2083, allowed_schemes=['ws', 'wss'])
FileUrl = _url('FileUrl', allowed_schemes=['file'])
FtpUrl = _url('FtpUrl', allowed_schemes=['ftp'])
PostgresDsn = _url('PostgresDsn', _Several, host_required=True, allowed_schemes=[
    'postgres', 'postgresql', 'postgresql+asyncpg', 'postgresql+pg8000', 'postgresql+psycopg', 'postgresql+psycopg2', 'postgresql+psycopg2cffi',
    'postgresql+py-postgresql', 'postgresql+pygresql'])
CockroachDsn = _url('CockroachDsn', host_required=True, allowed_schemes=['cockroachdb', 'cockroachdb+psycopg2', 'cockroachdb+asyncpg'])
AmqpDsn = _url('AmqpDsn', allowed_schemes=['amqp', 'amqps'])
RedisDsn = _url('RedisDsn', allowed_schemes=['redis', 'rediss'], default_host='localhost', default_port=6379, default_path='/0', host_required=True)
MongoDsn = _url('MongoDsn', _Several, allowed_schemes=['mongodb', 'mongodb+srv'], default_port=27017)
KafkaDsn = _url('KafkaDsn', allowed_schemes=['kafka'], default_host='localhost', default_port=9092)
NatsDsn = _url('NatsDsn', _Several, allowed_schemes=['nats', 'tls', 'ws', 'wss'], default_host='localhost', default_port=4222)
_MYSQL = ['mysql', 'mysql+mysqlconnector', 'mysql+aiomysql', 'mysql+asyncmy', 'mysql+mysqldb', 'mysql+pymysql', 'mysql+cymysql', 'mysql+pyodbc']
MySQLDsn = _url('MySQLDsn', allowed_schemes=_MYSQL, default_port=3306, host_required=True)
MariaDBDsn = _url('MariaDBDsn', allowed_schemes=['mariadb', 'mariadb+mariadbconnector', 'mariadb+pymysql'], default_port=3306)
ClickHouseDsn = _url('ClickHouseDsn', allowed_schemes=['clickhouse+native', 'clickhouse+asynch', 'clickhouse+http', 'clickhouse', 'clickhouses',
                                                       'clickhousedb'], default_host='localhost', default_port=9000)
SnowflakeDsn = _url('SnowflakeDsn', allowed_schemes=['snowflake'], host_required=True)


def import_email_validator():
    try:
        import email_validator
    except ImportError as error:
        raise ImportError("email-validator is not installed, run `pip install 'pydantic[email]'`") from error


class EmailStr:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        import_email_validator()
        return cs.no_info_after_validator_function(cls._validate, cs.str_schema())

    @classmethod
    def __get_pydantic_json_schema__(cls, schema, handler):
        return handler(schema) | {'type': 'string', 'format': 'email'}

    @classmethod
    def _validate(cls, value, /):
        return validate_email(value)[1]


class NameEmail(Representation):
    __slots__ = 'name', 'email'

    def __init__(self, name, email):
        self.name, self.email = name, email

    def __eq__(self, other):
        return isinstance(other, NameEmail) and (self.name, self.email) == (other.name, other.email)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema, handler):
        return handler(schema) | {'type': 'string', 'format': 'name-email'}

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        import_email_validator()
        either = cs.union_schema([cs.is_instance_schema(cls), cs.str_schema()], custom_error_type='name_email_type',
                                 custom_error_message='Input is not a valid NameEmail')
        return cs.no_info_after_validator_function(cls._validate, cs.json_or_python_schema(
            json_schema=cs.str_schema(), python_schema=either, serialization=cs.to_string_ser_schema()))

    @classmethod
    def _validate(cls, value, /):
        return cls(*validate_email(value)) if isinstance(value, str) else value

    def __str__(self):
        name = f'"{self.name}"' if '@' in self.name else self.name
        return f'{name} <{self.email}>'


MAX_EMAIL_LENGTH = 2048
_WORD = r"[\w.!#$%&'*+\-/=?^_`{|}~]+"
pretty_email_regex = re.compile(rf'\s*(?:((?:{_WORD}\s+)*{_WORD})|"((?:[^"]|")+)")?\s*<(.+)>\s*')


def validate_email(value):
    import_email_validator()
    import email_validator
    if len(value) > MAX_EMAIL_LENGTH:
        raise _not_an_address(f'Length must not exceed {MAX_EMAIL_LENGTH} characters')
    if '\r' in value or '\n' in value:
        raise _not_an_address('Carriage return and line feed characters are not allowed')
    name = None
    if found := pretty_email_regex.fullmatch(value):
        name, quoted, value = found.groups()
        name = name or quoted
    try:
        known = email_validator.validate_email(value.strip(), check_deliverability=False)
    except email_validator.EmailNotValidError as error:
        raise _not_an_address(str(error)) from error
    return name or known.local_part, known.normalized


def _not_an_address(reason):
    return PydanticCustomError('value_error', 'value is not a valid email address: {reason}', {'reason': reason})


def _any(what):
    kinds = [getattr(ipaddress, f'IPv{n}{what}') for n in (4, 6)]
    word = what.lower()

    class Any:
        def __new__(cls, value):
            for kind in kinds:
                try:
                    return kind(value)
                except ValueError:
                    pass
            raise PydanticCustomError(f'ip_any_{word}', f'value is not a valid IPv4 or IPv6 {word}')

        @classmethod
        def __get_pydantic_json_schema__(cls, schema, handler):
            return {'type': 'string', 'format': f'ipvany{word}'}

        @classmethod
        def __get_pydantic_core_schema__(cls, source, handler):
            def _validate(value):
                return cls(value)

            return cs.no_info_plain_validator_function(_validate, serialization=cs.to_string_ser_schema())

    Any.__name__ = Any.__qualname__ = f'IPvAny{what}'
    return Any


IPvAnyAddress, IPvAnyInterface, IPvAnyNetwork = _any('Address'), _any('Interface'), _any('Network')
