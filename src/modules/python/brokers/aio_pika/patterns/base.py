"""What both patterns have: `proxy.some.name(a=1)` is a call of "some.name", and data become bytes."""
import pickle
from typing import Awaitable, Callable, TypeVar

T = TypeVar('T')
CallbackType = Callable[..., Awaitable[T]]


class Method:
    __slots__ = 'name', 'func'

    def __init__(self, name, func):
        self.name, self.func = name, func

    def __getattr__(self, item):
        return Method(f'{self.name}.{item}', self.func)

    def __call__(self, **kwargs):
        return self.func(self.name, kwargs=kwargs)


class Proxy:
    __slots__ = 'func',

    def __init__(self, func):
        self.func = func

    def __getattr__(self, item):
        return Method(item, self.func)


class Base:
    __slots__ = ()
    SERIALIZER, CONTENT_TYPE = pickle, 'application/python-pickle'

    def serialize(self, data):
        return self.SERIALIZER.dumps(data)

    def deserialize(self, data):
        return self.SERIALIZER.loads(data)
