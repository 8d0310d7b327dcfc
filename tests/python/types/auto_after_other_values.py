"""auto() behind values that cannot be incremented or sorted: the frames of enum and its words."""
import enum
import traceback

for base in (enum.Enum, enum.IntEnum, enum.Flag, enum.StrEnum):
    for first in ('"x"', '1', 'None', '1.5', '3, "y"', '(1, 2)'):
        try:
            names = {'base': base, 'enum': enum}
            exec(f'class E(base):\n    X = {first}\n    Y = enum.auto()\n    Z = enum.auto()\n', names)
            print(base.__name__, first, list(names['E']))
        except Exception as e:
            print(base.__name__, first, type(e).__name__, e)


class Pairs(enum.Enum):
    A = enum.auto(), 'x'
    B = 5, enum.auto()


print(list(Pairs))
try:
    class State(enum.Enum):
        CLOSED = 'closed'
        OPEN = enum.auto()
except TypeError:
    traceback.print_exc()
