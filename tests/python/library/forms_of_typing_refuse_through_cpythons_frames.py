import os
import traceback


def refused(call):
    """What it is refused with, and the library's frames through which that has come."""
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename != __file__:
                print('   ', os.path.basename(frame.filename), frame.lineno, frame.name, '|', frame.line)


import typing
from typing import (Annotated, AsyncGenerator, ClassVar, Concatenate, Final, ForwardRef, Generic, LiteralString, Never, NoReturn, NotRequired,
                    Optional, Protocol, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs, Union, Unpack)

refused(lambda: Optional[1, 2])
refused(lambda: Optional[()])
refused(lambda: Union[()])
refused(lambda: Annotated[int])
refused(lambda: Annotated[()])
for form in ClassVar, Final, TypeGuard, TypeIs, Unpack, Required, NotRequired, ReadOnly:
    refused(lambda: form[int, str])
for form in NoReturn, Never, Self, LiteralString, TypeAlias:
    refused(lambda: form[int])
refused(lambda: Concatenate[()])
refused(lambda: Concatenate[int])
refused(lambda: Generic[5])
refused(lambda: Generic[()])
refused(lambda: Protocol[5])
T = typing.TypeVar('T')
refused(lambda: Generic[T, T])
refused(lambda: ForwardRef('a b'))
refused(lambda: AsyncGenerator[int, str, str])
print(Optional[int], Union[int, None], Annotated[int, 1], ClassVar[int], Optional[int] is Optional[int])
