import abc
import ast
import dataclasses
import enum
import traceback
import warnings


class Shape(abc.ABC):
    pass


def strings():
    class Kind(enum.StrEnum):
        ONE = b"one", 2


def more_strings():
    class Kind(enum.StrEnum):
        ONE = b"one", "ascii", 5, 6


def subclass():
    class Square(Shape, sides=4):
        pass


for refused in (lambda: issubclass(range(3), Shape), lambda: ast.dump(...), strings, more_strings, subclass,
                lambda: warnings.simplefilter([]), lambda: warnings.filterwarnings("no"),
                lambda: dataclasses.make_dataclass([("x", int)], "Row")):
    try:
        refused()
    except Exception:
        traceback.print_exc()
