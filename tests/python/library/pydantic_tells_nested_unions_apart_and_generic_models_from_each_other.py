# recorded by hand: needs pydantic
"""Unions told apart by a field within such unions; models of a generic class with other arguments are looked at anew, may be kept in pickles
and have names; fields of dataclasses that __init__ does not take, and properties of those that validate what is assigned."""
import dataclasses
import pickle
from typing import Annotated, Any, Generic, Literal, TypeVar, Union

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator
from pydantic.dataclasses import dataclass

T, K = TypeVar('T'), TypeVar('K')


class Black(BaseModel):
    kind: Literal['cat']
    colour: Literal['black']


class White(BaseModel):
    kind: Literal['cat']
    colour: Literal['white']
    spots: int


class Dog(BaseModel):
    kind: Literal['dog']


class Owner(BaseModel):
    pet: Annotated[Union[Annotated[Union[Black, White], Field(discriminator='colour')], Dog], Field(discriminator='kind')]


print(Owner(pet={'kind': 'cat', 'colour': 'black'}), Owner(pet={'kind': 'dog'}))
for bad in ({'kind': 'cat', 'colour': 'red'}, {'kind': 'cat', 'colour': 'white'}, {'kind': 'cow'}):
    try:
        Owner(pet=bad)
    except ValidationError as error:
        print(error)
print(Owner.model_json_schema()['properties'])


class Page(BaseModel, Generic[T]):
    item: T


class Both(BaseModel, Generic[T, K]):
    one: T
    other: K


class Book(BaseModel):
    page: Page[int]


print(Book(page=Page[Any](item='3')), Book(page=Page(item=4)), pickle.loads(pickle.dumps(Page[float](item=1))))
print(Both[int, T].__name__, Both[int, T][str].__name__, Page[list[Page[int]]].__name__)
try:
    Book(page=Page[str](item='x'))
except ValidationError as error:
    print(error)


@dataclass
class Part:
    a: int
    b: int = dataclasses.field(init=False, default=1)
    c: int = Field(init=False, default=3)


@dataclass(config=ConfigDict(extra='forbid'))
class Closed:
    a: int = dataclasses.field(init=False, default=1)


@dataclass(config=ConfigDict(validate_assignment=True))
class Checked:
    x: int

    @property
    def twice(self):
        return self.x * 2

    @twice.setter
    def twice(self, value):
        self.x = value / 2


@dataclasses.dataclass
class Plain:
    x: int

    @field_validator('x')
    @classmethod
    def more(cls, value):
        return value + 1


checked = Checked(1)
checked.twice = 8
print(Part(1), Part(a='2', b=7), checked, TypeAdapter(Plain).validate_python({'x': '1'}))
for fails in (lambda: Closed(a=2), lambda: setattr(checked, 'x', 'no')):
    try:
        fails()
    except ValidationError as error:
        print(error)
