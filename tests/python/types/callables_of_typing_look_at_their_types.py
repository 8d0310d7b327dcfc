"""Aliases of typing look at what they are given before they count it, each in its words."""
from typing import *


def shown(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


T, Ts, P = TypeVar("T"), TypeVarTuple("Ts"), ParamSpec("P")
shown(lambda: Callable[None, int])
shown(lambda: Callable["text", int])
shown(lambda: Callable[[int], (int, str)])
shown(lambda: Callable[[int], ClassVar[int]])
shown(lambda: Callable[[int], Generic[T]])
shown(lambda: Callable[P, None])
shown(lambda: Callable[..., "later"])
shown(lambda: Callable[int])
shown(lambda: Dict[ClassVar[int]])
shown(lambda: Dict[int])
shown(lambda: List[int, str])
shown(lambda: Hashable[int])
shown(lambda: Sized[int, str])
shown(lambda: Tuple[(int, str), ...])
shown(lambda: Tuple[int, ...])
shown(lambda: Tuple[Final[int], int])
shown(lambda: Tuple[()])
shown(lambda: Concatenate[(int, str), ...])
shown(lambda: Concatenate[None, P])
shown(lambda: Concatenate[ClassVar[int], ...])
shown(lambda: Required[ClassVar[int]])
shown(lambda: ClassVar[Final[int]])
shown(lambda: Annotated[Unpack[Tuple[int]], 1])
shown(lambda: Annotated[Unpack[Ts], 1])
shown(lambda: Generator[int])
shown(lambda: ContextManager[int])
