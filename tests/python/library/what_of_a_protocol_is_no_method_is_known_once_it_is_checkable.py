from typing import Protocol, runtime_checkable


@runtime_checkable
class Named(Protocol):
    name: str
    other = 1

    def method(self): ...


print(sorted(Named.__non_callable_proto_members__), sorted(Named.__protocol_attrs__))


class Has:
    name, other, method = None, None, print


print(isinstance(Has(), Named))
try:
    issubclass(Has, Named)
except TypeError as error:
    print(error)
Named.other = print
try:
    issubclass(Has, Named)
except TypeError as error:
    print(error)


@runtime_checkable
class Methods(Protocol):
    def method(self): ...


Has.method = None
print(isinstance(Has(), Methods), issubclass(Has, Methods), Methods.__non_callable_proto_members__)


class Evil:
    def __get__(self, instance, owner):
        raise RuntimeError('no')


class Asked(Protocol):
    member = Evil()


try:
    runtime_checkable(Asked)
except TypeError as error:
    print(error, repr(error.__cause__))
print(hasattr(Asked, '_is_runtime_protocol'))
