# recorded by hand: needs pydantic
# What models become as dictionaries and as JSON, and the schemas that describe them.
import json
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any, Generic, Optional, TypeVar

from pydantic import (BaseModel, ConfigDict, Field, HttpUrl, RootModel, SecretStr, TypeAdapter, computed_field, create_model, field_serializer,
                      model_serializer)
from pydantic.alias_generators import to_camel

T = TypeVar('T')


class Size(str, Enum):
    """How large."""
    small = 's'
    large = 'l'


class Order(BaseModel):
    """What is ordered."""
    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)
    order_size: Size = Size.small
    unit_price: Decimal = Decimal('1.50')
    made_at: datetime = datetime(2020, 1, 2, tzinfo=timezone.utc)
    takes: timedelta = timedelta(days=1, hours=2)
    key: SecretStr = SecretStr('k')
    page: HttpUrl = Field(HttpUrl('http://example.com'), description='where it is')
    marks: set[int] = {1}
    note: Optional[str] = Field(None, max_length=9, examples=['new'])
    hidden: int = Field(3, exclude=True)

    @computed_field
    @property
    def twice(self) -> Decimal:
        return self.unit_price * 2

    @field_serializer('takes', when_used='json')
    def hours(self, value: timedelta) -> float:
        return value.total_seconds() / 3600


class Node(BaseModel):
    value: int
    nodes: list['Node'] = []


class Page(BaseModel, Generic[T]):
    items: list[T]
    next: Optional[int] = None


class Odd(BaseModel):
    a: int

    @model_serializer(mode='wrap')
    def dumped(self, handler) -> dict[str, Any]:
        return {**handler(self), 'more': True}


order = Order(order_size='l', note='x')
print(order)
print(order.model_dump())
print(order.model_dump(mode='json', by_alias=True, exclude_none=True))
print(order.model_dump(exclude_unset=True), order.model_dump(exclude_defaults=True), order.model_dump(include={'note', 'twice'}))
print(order.model_dump_json(indent=2))
print(json.dumps(Order.model_json_schema()))
print(json.dumps(Order.model_json_schema(mode='serialization')))
tree = Node(value=1, nodes=[{'value': 2, 'nodes': [{'value': 3}]}, {'value': 4}])
print(tree.model_dump(include={'nodes': {0: {'value'}}}), tree.model_dump(exclude={'nodes': {'__all__': {'nodes'}}}))
print(Node.model_json_schema())
print(Page[int](items=['1']), Page[int], Page[Node].model_json_schema())
print(Odd(a=1).model_dump(), Odd(a=1).model_dump_json())
numbers = RootModel[list[int]]
print(numbers([1, '2']).model_dump_json(), numbers.model_json_schema())
made = create_model('Made', a=(int, 1), b=(Optional[str], None), __base__=Odd)
print(made(b='x').model_dump(), made.model_fields)
adapter = TypeAdapter(dict[str, list[Size]])
print(adapter.validate_json('{"a": ["s"]}'), adapter.dump_json({'a': [Size.large]}), adapter.json_schema())
