"""Where the methods that dataclasses are given fail when a field has no value: frames and lines as in their text."""
import reprlib
import sys
from dataclasses import dataclass, field


def shown(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
        frame = error.__traceback__.tb_next.tb_next
        while frame:
            code = frame.tb_frame.f_code
            print("   ", code.co_filename.rpartition("/")[2], frame.tb_lineno, code.co_name)
            frame = frame.tb_next


@dataclass
class Late:
    x: int
    z: int = field(init=False)


@dataclass(init=False)
class Bare:
    x: int
    y: int = 3


@dataclass(init=False, order=True, repr=False)
class Ordered:
    x: int


@dataclass(frozen=True, order=True)
class Frozen:
    x: int
    y: list = field(default_factory=list)


@dataclass(unsafe_hash=True)
class Hashed:
    x: int = field(init=False)


shown(lambda: repr(Late(1)))
shown(lambda: repr(Bare()))
shown(lambda: Ordered() < Ordered())
shown(lambda: Ordered() == Ordered())
shown(lambda: hash(Frozen(1)))
shown(lambda: hash(Hashed()))
shown(lambda: setattr(Frozen(1), "x", 2))
print(Late.__repr__.__name__, Late.__repr__.__qualname__, Late.__repr__.__wrapped__.__name__)


@dataclass
class Node:
    name: str
    next: "Node" = None


node = Node("a")
node.next = Node("b", node)
print(node)
print(reprlib.__name__ in sys.modules)
