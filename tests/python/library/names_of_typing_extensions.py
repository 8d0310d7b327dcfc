# recorded by hand: typing_extensions is no part of CPython
# What programs that are to run on earlier versions take from typing_extensions are typing's own names.
import typing
import warnings

import typing_extensions
from typing_extensions import (Annotated, Buffer, Doc, Literal, NotRequired, Protocol, ReadOnly, Required, Self, TypeAlias,
                               TypedDict, TypeVar, Unpack, assert_never, deprecated, get_original_bases, override, runtime)

T = TypeVar("T", default=int)


class Row(TypedDict, total=False):
    name: Required[str]
    size: NotRequired[ReadOnly[int]]


@runtime
class Closes(Protocol):
    def close(self) -> None: ...


class Base:
    def grown(self) -> Self:
        return self


class Small(Base):
    @override
    def grown(self) -> Self:
        return super().grown()

    def close(self):
        pass


@deprecated("use new()")
def old():
    return "old"


print(Row.__required_keys__, Row.__optional_keys__, T.__default__, Small.grown.__override__)
print(isinstance(Small(), Closes), isinstance(b"", Buffer), get_original_bases(Small), Annotated[int, Doc("how many")])
print(Self is typing.Self, typing_extensions.Protocol is typing.Protocol, typing_extensions.get_annotations(Row)["size"])
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    print(old(), [str(w.message) for w in seen], old.__deprecated__)
try:
    typing_extensions.nothing_like_that
except AttributeError as error:
    print(error)
