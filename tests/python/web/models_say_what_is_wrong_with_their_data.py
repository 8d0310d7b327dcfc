# recorded by hand: needs pydantic
# Each field that does not fit is told of, with its place, its kind and the words for it.
from typing import Annotated, Literal, Optional, Union

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class Town(BaseModel):
    name: str
    code: Optional[str] = None


class Guest(BaseModel):
    number: int
    name: str = Field(min_length=2, max_length=5)
    age: Annotated[int, Field(gt=0, le=150)] = 30
    tags: list[str] = []
    town: Town | None = None
    share: float = Field(0.5, ge=0)


class Closed(BaseModel):
    model_config = ConfigDict(extra='forbid', frozen=True, str_strip_whitespace=True)
    x: int = Field(alias='ex')
    y: Union[int, str, None] = None


class Cat(BaseModel):
    kind: Literal['cat']
    lives: int


class Dog(BaseModel):
    kind: Literal['dog']
    bones: int


class Home(BaseModel):
    pet: Union[Cat, Dog] = Field(discriminator='kind')


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except ValidationError as error:
        print(error)
        for each in error.errors(include_url=False):
            print(' ', each)


attempt(Guest, number='7', name='ann', town={'name': 'X'})
attempt(Guest)
attempt(Guest, number='x', name='a', age=0, tags='t', town={'code': 1}, share=-1)
attempt(Guest, number=1.5, name='too long', age=200, tags=[1, 'a', None], town=3)
attempt(Guest.model_validate, [1])
attempt(Guest.model_validate_json, '{"number": 1, "name": "bob", "tags": {}, "town": []}')
attempt(Guest.model_validate_json, '{"number": 1, }')
attempt(Closed, ex=1, z=2)
attempt(Closed, x=1)
attempt(Closed, ex=1, y=[1])
closed = Closed(ex='1', y=' a ')
attempt(setattr, closed, 'x', 3)
print(closed, hash(closed) == hash(Closed(ex=1, y='a')))
for pet in ({'kind': 'cat', 'lives': 9}, {'kind': 'cow'}, {}, {'kind': 'dog', 'bones': 'many'}, 3):
    attempt(Home, pet=pet)
try:
    Guest(number='x', name='ann')
except ValidationError as error:
    print(error.json(), error.title, error.error_count())
