# recorded by hand: needs pydantic
# Functions of classes and of annotations, before, after, around and instead of what types do.
import warnings
from typing import Annotated

from pydantic import (AfterValidator, BaseModel, BeforeValidator, Field, PlainSerializer, PrivateAttr, ValidationError, ValidationInfo,
                      WrapValidator, field_validator, model_validator, validate_call, validator)
from pydantic.dataclasses import dataclass
from pydantic_core import PydanticCustomError


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except ValidationError as error:
        print(error)


class Span(BaseModel):
    low: int
    high: int
    _asked: int = PrivateAttr(0)

    @field_validator('*', mode='before')
    @classmethod
    def told(cls, value, info: ValidationInfo):
        print('before', info.field_name, info.data, info.context)
        return value

    @field_validator('high')
    @classmethod
    def above(cls, value, info):
        assert value > info.data.get('low', 0), 'high must be above low'
        return value

    @model_validator(mode='before')
    @classmethod
    def of_text(cls, data):
        return dict(zip(('low', 'high'), data.split('-'))) if isinstance(data, str) else data

    @model_validator(mode='after')
    def not_too_wide(self):
        if self.high - self.low > 100:
            raise ValueError('too wide')
        return self

    def model_post_init(self, context):
        self._asked += 1


class Marked(BaseModel):
    a: Annotated[int, AfterValidator(lambda v: v + 1), BeforeValidator(lambda v: {'one': 1}.get(v, v))]
    b: Annotated[int, WrapValidator(lambda v, go: go(v) * 10)] = 1
    c: Annotated[int, PlainSerializer(lambda v: f'<{v}>', return_type=str)] = 2

    @field_validator('b')
    @classmethod
    def small(cls, value):
        if value > 50:
            raise PydanticCustomError('too_large', 'at most {most}', {'most': 50})
        return value


@dataclass
class Point:
    x: int
    y: float = Field(0.0, ge=0)
    names: list[str] = Field(default_factory=list)


@validate_call
def scaled(number: int, by: Annotated[float, Field(gt=0)] = 1.0, *, times: int = 1) -> float:
    return number * by * times


attempt(Span.model_validate, '1-5')
attempt(Span.model_validate, {'low': 3, 'high': 2}, context={'who': 'me'})
attempt(Span, low=0, high=200)
print(Span(low=1, high=2)._asked)
attempt(Marked, a='one', b='3')
attempt(Marked, a='two', b=6)
print(Marked(a=1).model_dump_json())
attempt(Point, '1', names=['a'])
attempt(Point, 'x', -1)
attempt(Point)
attempt(scaled, '3', 2, times='2')
attempt(scaled, 'x', 0, time=1)
attempt(scaled)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')

    class Old(BaseModel):
        a: int

        @validator('a')
        def doubled(cls, value):
            return value * 2

    print(Old.parse_obj({'a': 2}).dict())
for each in caught:
    print(each.category.__name__, each.message)
