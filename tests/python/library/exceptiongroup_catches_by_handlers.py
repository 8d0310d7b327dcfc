# recorded by hand: needs exceptiongroup
import builtins

import exceptiongroup
from exceptiongroup import BaseExceptionGroup, ExceptionGroup, catch, suppress

print(ExceptionGroup is builtins.ExceptionGroup, BaseExceptionGroup is builtins.BaseExceptionGroup)


def told(group):
    print("told of", repr(group))


with catch({ValueError: told, (KeyError, OSError): told}):
    raise ExceptionGroup("all", [ValueError(1), ExceptionGroup("in", [KeyError(2)]), OSError(3)])
with catch({ValueError: told}):
    raise ValueError("alone")
with catch({ValueError: told}):
    pass
try:
    with catch({ValueError: told}):
        raise ExceptionGroup("some", [ValueError(1), TypeError(2)])
except ExceptionGroup as e:
    print(repr(e), e.__context__)
one = TypeError("none of theirs")
try:
    with catch({ValueError: told}):
        raise one
except TypeError as e:
    print(e is one)


def fails(group):
    raise RuntimeError("while handling") from group


try:
    with catch({ValueError: fails}):
        raise ExceptionGroup("some", [ValueError(1), TypeError(2)])
except BaseExceptionGroup as e:
    print(repr(e), repr(e.exceptions[0].__cause__))
try:
    with catch({ValueError: fails}):
        raise ValueError("alone")
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))


def again(group):
    raise


try:
    with catch({ValueError: again}):
        raise ExceptionGroup("again", [ValueError(1)])
except ExceptionGroup as e:
    print(repr(e))


async def waits(group):
    pass


for handlers in ([], {3: told}, {ValueError: 3}, {(3,): told}, {ExceptionGroup: told}):
    try:
        catch(handlers)
    except TypeError as e:
        print(e)
with suppress(KeyError):
    raise KeyError
print("".join(exceptiongroup.format_exception(ExceptionGroup("shown", [ValueError(1)]))), end="")
print(exceptiongroup.__all__, hasattr(exceptiongroup, "TracebackException"))


class Empty(ExceptionGroup):
    def derive(self, exceptions):
        return Empty(self.message, exceptions)

    def __bool__(self):
        return False


try:
    with catch({ValueError: told}):
        raise Empty("none", [ValueError(1), KeyError(2)])
except ExceptionGroup as e:
    print(repr(e))
