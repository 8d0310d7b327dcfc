"""Names in annotations that nothing has: the frames that look them up stand in the traceback."""
import traceback
import typing
from functools import singledispatch


class Node:
    left: "Nood"


class Tree:
    nodes: "list[typing.Optional['Leef']]"
    size: int = 0


def grow(tree: "Tree", height: "hight"):
    pass


@singledispatch
def show(thing):
    return "?"


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception:
        print(traceback.format_exc().replace(typing.__file__.rpartition("/")[0], "<stdlib>"), end="")


attempt(typing.get_type_hints, Node)
attempt(typing.get_type_hints, Tree)
attempt(typing.get_type_hints, grow)
attempt(typing._eval_type, list["Tree"], globals(), None, ())


def wrong(thing: "Lief"):
    pass


def neither(thing: 3):
    pass


def both(thing: int | typing.Literal[1]):
    pass


attempt(show.register, wrong)
attempt(show.register, neither)
attempt(show.register, both)
attempt(show.register, 3, print)
attempt(show.register, print)
