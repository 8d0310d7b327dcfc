"""The types of columns."""
import collections.abc
import datetime as dt
import decimal
import enum
import pickle
import uuid
from sqlalchemy.sql import operators
from sqlalchemy.sql.type_api import ExternalType, TypeDecorator, TypeEngine, UserDefinedType, generic_repr, to_instance


def _quoted(value):
    return "'%s'" % value.replace("'", "''")


class Concatenable:
    def adapted(self, op, other):
        if op is operators.add and (other._isnull or isinstance(other, Concatenable) or other.affinity in (String, LargeBinary)):
            return operators.concat_op, self
        return super().adapted(op, other)


class SchemaType:
    """A type that a constraint or a type of the database's stands for."""
    name = schema = metadata = None


class NullType(TypeEngine):
    __visit_name__ = 'null'
    _isnull = True

    def coerce_compared_value(self, op, value):
        return type_of_value(value)

    def adapted(self, op, other):
        if isinstance(other, NullType) or op in operators.COMPARISONS:
            return op, self
        return other.adapted(op, self)

    def literal_processor(self, dialect):
        return None


NULLTYPE = NullType()


class String(Concatenable, TypeEngine):
    __visit_name__ = 'string'

    def __init__(self, length=None, collation=None):
        self.length, self.collation = length, collation

    python_type = property(lambda self: str)

    def literal_processor(self, dialect):
        return lambda value: _quoted(value)


class Text(String):
    __visit_name__ = 'text'


class Unicode(String):
    __visit_name__ = 'unicode'


class UnicodeText(Text):
    __visit_name__ = 'unicode_text'


String.affinity = String


class Integer(TypeEngine):
    __visit_name__ = 'integer'
    python_type = property(lambda self: int)

    def literal_processor(self, dialect):
        return lambda value: str(int(value))

    def adapted(self, op, other):
        if other._isnull:
            return op, self
        if op is operators.truediv and isinstance(other, Integer):
            return op, Numeric()
        if isinstance(other, Numeric) and op in _ARITHMETIC:
            return op, other
        if op in (operators.add, operators.sub) and isinstance(other, Date):
            return op, other
        return op, self


class SmallInteger(Integer):
    __visit_name__ = 'small_integer'


class BigInteger(Integer):
    __visit_name__ = 'big_integer'


Integer.affinity = Integer
_ARITHMETIC = {operators.add, operators.sub, operators.mul, operators.truediv, operators.floordiv, operators.mod}


def to_decimal(scale):
    text = f'%.{scale}f'
    return lambda value: None if value is None else decimal.Decimal(text % value)


def to_float(value):
    return None if value is None else float(value)


class Numeric(TypeEngine):
    __visit_name__ = 'numeric'
    _default_decimal_return_scale = 10

    def __init__(self, precision=None, scale=None, decimal_return_scale=None, asdecimal=True):
        self.precision, self.scale, self.decimal_return_scale, self.asdecimal = precision, scale, decimal_return_scale, asdecimal

    @property
    def _effective_decimal_return_scale(self):
        for scale in (self.decimal_return_scale, getattr(self, 'scale', None)):
            if scale is not None:
                return scale
        return self._default_decimal_return_scale

    python_type = property(lambda self: decimal.Decimal if self.asdecimal else float)

    def literal_processor(self, dialect):
        return lambda value: str(value)

    def bind_processor(self, dialect):
        return None if dialect.supports_native_decimal else to_float

    def result_processor(self, dialect, coltype):
        if self.asdecimal:
            if dialect.supports_native_decimal:
                return None
            return to_decimal(self._effective_decimal_return_scale)
        return to_float if dialect.supports_native_decimal else None

    def adapted(self, op, other):
        return op, self


class Float(Numeric):
    __visit_name__ = 'float'
    scale = None

    def __init__(self, precision=None, asdecimal=False, decimal_return_scale=None):
        self.precision, self.asdecimal, self.decimal_return_scale = precision, asdecimal, decimal_return_scale

    def result_processor(self, dialect, coltype):
        if self.asdecimal:
            return to_decimal(self._effective_decimal_return_scale)
        return None


class Double(Float):
    __visit_name__ = 'double'


Numeric.affinity = Numeric


class _Temporal:
    def literal_processor(self, dialect):
        inner = self.bind_processor(dialect)
        return lambda value: _quoted(str(inner(value) if inner else value.isoformat(*([' '] if isinstance(value, dt.datetime) else []))))


def _stored(kind):
    """To and from the text that SQLite has of a date or time."""
    def write(value):
        if value is None:
            return None
        if kind is dt.date:
            if isinstance(value, dt.date):
                return '%04d-%02d-%02d' % (value.year, value.month, value.day)
            raise TypeError('SQLite Date type only accepts Python date objects as input.')
        if kind is dt.time:
            if isinstance(value, dt.time):
                return '%02d:%02d:%02d.%06d' % (value.hour, value.minute, value.second, value.microsecond)
            raise TypeError('SQLite Time type only accepts Python time objects as input.')
        if isinstance(value, dt.datetime):
            return '%04d-%02d-%02d %02d:%02d:%02d.%06d' % (value.year, value.month, value.day, value.hour, value.minute, value.second, value.microsecond)
        if isinstance(value, dt.date):
            return '%04d-%02d-%02d 00:00:00.000000' % (value.year, value.month, value.day)
        raise TypeError('SQLite DateTime type only accepts Python datetime and date objects as input.')

    def read(value):
        return None if value is None else kind.fromisoformat(value)
    return write, read


class _StoredTemporal(_Temporal):
    def bind_processor(self, dialect):
        return _stored(self._kind)[0] if dialect.name == 'sqlite' else None

    def result_processor(self, dialect, coltype):
        return _stored(self._kind)[1] if dialect.name == 'sqlite' else None

    python_type = property(lambda self: self._kind)


class DateTime(_StoredTemporal, TypeEngine):
    __visit_name__ = 'datetime'
    _kind = dt.datetime

    def __init__(self, timezone=False):
        self.timezone = timezone

    def adapted(self, op, other):
        if op is operators.sub:
            return op, self if isinstance(other, Interval) else Interval()
        return op, self


class Date(_StoredTemporal, TypeEngine):
    __visit_name__ = 'date'
    _kind = dt.date

    def adapted(self, op, other):
        if op is operators.sub and isinstance(other, Date):
            return op, Integer()
        if isinstance(other, Interval):
            return op, DateTime()
        return op, self


class Time(_StoredTemporal, TypeEngine):
    __visit_name__ = 'time'
    _kind = dt.time

    def __init__(self, timezone=False):
        self.timezone = timezone


DateTime.affinity, Date.affinity, Time.affinity = DateTime, Date, Time


class _Binary(TypeEngine):
    __visit_name__ = 'large_binary'

    def __init__(self, length=None):
        self.length = length

    python_type = property(lambda self: bytes)

    def literal_processor(self, dialect):
        return lambda value: _quoted(value.decode(dialect._legacy_binary_type_literal_encoding))

    def bind_processor(self, dialect):
        return (lambda value: None if value is None else memoryview(value)) if dialect.name == 'sqlite' else None

    def result_processor(self, dialect, coltype):
        return lambda value: None if value is None else bytes(value)


class LargeBinary(_Binary):
    __visit_name__ = 'large_binary'


_Binary.affinity = LargeBinary


class Boolean(SchemaType, TypeEngine):
    __visit_name__ = 'boolean'
    python_type = property(lambda self: bool)
    _strict_bools = frozenset([None, True, False])

    def __init__(self, create_constraint=False, name=None):
        self.create_constraint, self.name = create_constraint, name

    def _strict(self, value):
        if value is not None and value not in self._strict_bools:
            if not isinstance(value, int):
                raise TypeError('Not a boolean value: %r' % (value,))
            raise ValueError('Value %r is not None, True, or False' % (value,))
        return value

    def literal_processor(self, dialect):
        return lambda value: ('true' if self._strict(value) else 'false') if dialect.supports_native_boolean else str(int(self._strict(value)))

    def bind_processor(self, dialect):
        if dialect.supports_native_boolean:
            return self._strict
        return lambda value: None if self._strict(value) is None else int(value)

    def result_processor(self, dialect, coltype):
        return None if dialect.supports_native_boolean else lambda value: None if value is None else bool(value)


Boolean.affinity = Boolean


class Enum(SchemaType, String):
    __visit_name__ = 'enum'

    def __init__(self, *enums, **kw):
        self.native_enum, self.create_constraint = kw.pop('native_enum', True), kw.pop('create_constraint', False)
        self.values_callable, self._sort_key_function = kw.pop('values_callable', None), kw.pop('sort_key_function', None)
        self.validate_strings, self.inherit_schema = kw.pop('validate_strings', False), kw.pop('inherit_schema', False)
        self.name, self.schema, self.metadata = kw.pop('name', None), kw.pop('schema', None), kw.pop('metadata', None)
        length, self._omit_aliases = kw.pop('length', None), kw.pop('omit_aliases', True)
        kw.pop('_enums', None), kw.pop('quote', None)
        self.collation = None
        values = enums
        self.enum_class = None
        if len(enums) == 1 and isinstance(enums[0], type) and issubclass(enums[0], enum.Enum):
            self.enum_class = enums[0]
            members = {name: member for name, member in self.enum_class.__members__.items() if name == member.name or not self._omit_aliases}
            self.enums = list(self.values_callable(self.enum_class)) if self.values_callable else list(members)
            objects = list(members.values())
            if self.name is None:
                self.name = self.enum_class.__name__.lower()
        else:
            self.enums, objects = list(values), list(values)
        self._valid_lookup = dict(zip(objects, self.enums))
        self._object_lookup = dict(zip(self.enums, objects))
        self._valid_lookup[None] = self._object_lookup[None] = None
        longest = max((len(x) for x in self.enums), default=0)
        if length is not None and not self.native_enum and length < longest:
            raise ValueError('When provided, length must be larger or equal than the length of the longest enum value. %s < %s' % (length, longest))
        self.length = longest if length is None else length

    @property
    def python_type(self):
        return self.enum_class or str

    sort_key_function = property(lambda self: self._sort_key_function)

    def _shown(self):
        names = [x for x in self.enums]
        shown = ['...', names[-1]] if len(names) > 3 else names[2:]
        return ', '.join(str(x) if len(str(x)) < 8 else str(x)[:5] + '..' for x in [*names[:2], *shown]) if len(names) > 3 else ', '.join(
            str(x) if len(str(x)) <= 7 else str(x)[:5] + '..' for x in names)

    def _unknown(self, elem, cause=None):
        return LookupError("'%s' is not among the defined enum values. Enum name: %s. Possible values: %s" % (elem, self.name, self._shown()))

    def _db_value_for_lookup(self, elem):
        try:
            return self._valid_lookup[elem]
        except (KeyError, TypeError) as err:
            if not self.validate_strings and isinstance(elem, str):
                return elem
            raise self._unknown(elem) from err

    def _object_value_for_elem(self, elem):
        try:
            return self._object_lookup[elem]
        except KeyError as err:
            raise self._unknown(elem) from err

    def bind_processor(self, dialect):
        return self._db_value_for_lookup

    def literal_processor(self, dialect):
        return lambda value: _quoted(self._db_value_for_lookup(value))

    def result_processor(self, dialect, coltype):
        return self._object_value_for_elem

    def __repr__(self):
        shown = [repr(e) for e in self.enums]
        if self.name is not None:
            shown.append(f'name={self.name!r}')
        for name, default in (('native_enum', True), ('create_constraint', False)):
            if getattr(self, name) != default:
                shown.append(f'{name}={getattr(self, name)!r}')
        return f'{type(self).__name__}({", ".join(shown)})'


class PickleType(TypeDecorator):
    impl = LargeBinary
    cache_ok = True

    def __init__(self, protocol=pickle.HIGHEST_PROTOCOL, pickler=None, comparator=None, impl=None):
        self.protocol, self.pickler, self.comparator = protocol, pickler or pickle, comparator
        super().__init__()

    def process_bind_param(self, value, dialect):
        return None if value is None else self.pickler.dumps(value, self.protocol)

    def process_result_value(self, value, dialect):
        return None if value is None else self.pickler.loads(value)

    def compare_values(self, x, y):
        return self.comparator(x, y) if self.comparator else x == y


class Interval(TypeDecorator):
    __visit_name__ = 'interval'
    impl = DateTime
    cache_ok = True
    epoch = dt.datetime(1970, 1, 1)

    def __init__(self, native=True, second_precision=None, day_precision=None):
        super().__init__()
        self.native, self.second_precision, self.day_precision = native, second_precision, day_precision

    python_type = property(lambda self: dt.timedelta)
    affinity = property(lambda self: Interval)

    def bind_processor(self, dialect):
        if dialect.name == 'postgresql':
            return None
        inner = self.impl.bind_processor(dialect)
        return lambda value: (inner or _same)(None if value is None else self.epoch + value)

    def result_processor(self, dialect, coltype):
        if dialect.name == 'postgresql':
            return None
        inner = self.impl.result_processor(dialect, coltype) or _same
        return lambda value: None if (value := inner(value)) is None else value - self.epoch

    def __repr__(self):
        return generic_repr(self)


def _same(value):
    return value


class Uuid(TypeEngine):
    __visit_name__ = 'uuid'

    def __init__(self, as_uuid=True, native_uuid=True):
        self.as_uuid, self.native_uuid = as_uuid, native_uuid

    python_type = property(lambda self: uuid.UUID if self.as_uuid else str)

    def bind_processor(self, dialect):
        if dialect.name == 'postgresql' and self.native_uuid:
            return None if self.as_uuid else (lambda value: None if value is None else uuid.UUID(value))
        if self.as_uuid:
            return lambda value: None if value is None else value.hex
        return lambda value: None if value is None else value.replace('-', '')

    def literal_processor(self, dialect):
        return lambda value: _quoted(value.hex if self.as_uuid else value.replace('-', ''))

    def result_processor(self, dialect, coltype):
        if dialect.name == 'postgresql' and self.native_uuid:
            return None if self.as_uuid else lambda value: None if value is None else str(value)
        return lambda value: None if value is None else uuid.UUID(value) if self.as_uuid else str(uuid.UUID(value))


Uuid.affinity = Uuid


# Those whose text in the database is their name.
def _upper(name, base):
    return type(name, (base,), {'__visit_name__': name, '__module__': __name__})


for _name, _base in dict(VARCHAR=String, CHAR=String, NVARCHAR=Unicode, NCHAR=Unicode, TEXT=Text, CLOB=Text, INTEGER=Integer, SMALLINT=SmallInteger,
                         BIGINT=BigInteger, NUMERIC=Numeric, DECIMAL=Numeric, FLOAT=Float, REAL=Float, DOUBLE=Double, DOUBLE_PRECISION=Double,
                         DATETIME=DateTime, TIMESTAMP=DateTime, DATE=Date, TIME=Time, BLOB=LargeBinary, BINARY=_Binary, VARBINARY=_Binary,
                         BOOLEAN=Boolean, UUID=Uuid).items():
    globals()[_name] = _upper(_name, _base)
INT = INTEGER
BOOLEANTYPE, STRINGTYPE, INTEGERTYPE, MATCHTYPE = Boolean(), String(), Integer(), Boolean()
NUMERICTYPE, TABLEVALUE = Numeric(), NULLTYPE
_OF_VALUES = {int: Integer(), float: Float(), bool: BOOLEANTYPE, decimal.Decimal: Numeric(), dt.date: Date(), dt.datetime: DateTime(), dt.time: Time(),
              dt.timedelta: Interval(), type(None): NULLTYPE, bytes: LargeBinary(), str: String(), uuid.UUID: Uuid()}


def type_of_value(value):
    """The type of a value of Python's."""
    if isinstance(value, enum.Enum) and type(value) not in _OF_VALUES and not isinstance(value, (str, int)):
        return NULLTYPE
    for kind in type(value).__mro__:
        found = _OF_VALUES.get(kind)
        if found is not None:
            if kind is str and not value.isascii():
                return STRINGTYPE
            return found
    if isinstance(value, collections.abc.Buffer) and not isinstance(value, (str, list)):
        return _OF_VALUES[bytes]
    return NULLTYPE


from sqlalchemy.sql._nested_types import ARRAY, JSON, JSONIndexType, JSONPathType, TupleType

for _class in (ARRAY, JSON, JSONIndexType, JSONPathType, TupleType):
    _class.__module__ = __name__
