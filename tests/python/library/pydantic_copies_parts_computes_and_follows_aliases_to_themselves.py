# recorded by hand: needs pydantic
"""Computed fields that may be set, names of extras, parts of copies, aliases of types that lead back to themselves, what unions prefer, times
to come, and what pydantic says of Field() where it has no effect and of validators that replace each other."""
import datetime as dt
import warnings
from decimal import Decimal
from inspect import signature
from typing import Annotated, Any, Hashable, Optional

from pydantic import (AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, FutureDate, PastDatetime, RootModel, SecretBytes,
                      SkipValidation, TypeAdapter, ValidationError, computed_field, field_serializer, field_validator, model_serializer,
                      model_validator, validate_call, with_config)
from pydantic_core import PydanticCustomError

type Json = dict[str, Json] | list[Json] | str | int | None
type Pair[T] = tuple[T, T]


class Square(BaseModel):
    side: float

    @computed_field
    @property
    def area(self) -> float:
        return self.side ** 2

    @area.setter
    def area(self, value):
        self.side = value ** 0.5

    @field_serializer('*')
    def named(self, value, info):
        return f'{info.field_name}={value}'


square = Square(side=2)
square.area = 100
print(square, square.model_dump())


class Open(BaseModel):
    model_config = ConfigDict(extra='allow')
    a: int


class Holder(BaseModel):
    one: Open = Open(a=1, b=2)
    many: list[Open] = [Open(a=1), Open(a=2)]


extra = Open(a=1, b=2)
extra.c = 3
print(sorted(extra.model_fields_set), extra.model_dump(exclude_unset=True), signature(Open))
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    print(Holder().copy(include={'many': {-1}}), Holder().copy(exclude={'one': {'a'}, 'many': {'__all__': {'a'}}}))
print(Holder().model_copy(update={'one': None}, deep=True), RootModel[list[int]]([1]).model_copy().root)

aliased = TypeAdapter(Json)
print(aliased.validate_python({'a': [1, 'x', None]}), aliased.json_schema())
print(TypeAdapter(Pair[list[int]]).json_schema(), TypeAdapter(list[Pair[int]]).validate_python([['1', 2]]))
for bad in (1.5, [[]], {'a': {1: 2}}):
    try:
        print(aliased.validate_python(bad))
    except ValidationError as error:
        print(error)


class Custom(PydanticCustomError):
    def __new__(cls, place):
        return super().__new__(cls, 'placed', 'not in {place}', {'place': place})


def placed(value):
    raise Custom('here')


class Mixed(BaseModel):
    any: int | Any = None
    key: Hashable = 1
    kind: type = int
    day: Annotated[dt.date, FutureDate()] = None
    past: Annotated[dt.datetime, PastDatetime()] = None
    amount: Annotated[Decimal, BeforeValidator(lambda value: value), Field(max_digits=4, decimal_places=2)] = Decimal(1)
    free: Annotated[int, SkipValidation] = 0
    secret: SecretBytes = b'x'
    place: Annotated[str, AfterValidator(placed)] = ''


print(Mixed(any='1', key='k', kind=str, amount='1.25', free=5, secret=b's').model_dump_json(exclude={'kind'}))
for given in ({'key': [], 'kind': 3, 'day': '2001-01-01', 'past': '2100-01-01'}, {'amount': '1.2345'}, {'amount': '1.234', 'place': 'there'}):
    try:
        Mixed(**given)
    except ValidationError as error:
        print(error)


def told(make):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            make()
        except Exception as error:
            print(type(error).__name__, error)
    for warning in caught:
        print(warning.category.__name__, warning.message)


@told
def nested():
    class Nested(BaseModel):
        a: Optional[Annotated[str, Field(alias='b')]] = None
        c: list[Annotated[int, Field(default=3, gt=1)]] = []


@told
def replaced():
    class Replaced(BaseModel):
        a: int

        @field_validator('a')
        def check(cls, value):
            return value

        @field_validator('a', mode='before')
        def check(cls, value):
            return value


@told
def wrong_extra():
    class Wrong(BaseModel):
        model_config = {'extra': 'maybe'}


@told
def no_names():
    class Unnamed(BaseModel):
        model_config = ConfigDict(validate_by_alias=False, validate_by_name=False)


class ByName(BaseModel, validate_by_alias=False):
    a: int = Field(alias='b')


@told
def of_a_model():
    with_config({'extra': 'allow'})(Open)


class Span(BaseModel):
    model_config = ConfigDict(validate_assignment=True)
    low: int
    high: int

    @model_validator(mode='before')
    @classmethod
    def seen(cls, data):
        print('before', data)
        return data

    @model_validator(mode='after')
    def ordered(self):
        if self.low > self.high:
            raise ValueError('low > high')
        return self

    @model_serializer
    def pair(self) -> dict[str, Any]:
        return {'low': self.low, 'high': self.high}


span = Span(low=1, high=2)
span.low = '2'
try:
    span.high = 1
except ValidationError as error:
    print(error)
print(span.model_dump(exclude={'low'}))


@validate_call
def most[T](values: Annotated[list[T], Field(min_length=1)]) -> T:
    return max(values)


print(ByName(a=1), most([1, 3, 2]), TypeAdapter(Annotated[list[int], Field(default_factory=list)]).get_default_value())
