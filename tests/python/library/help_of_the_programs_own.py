"""help() of the program's functions, methods and classes is laid out as pydoc's."""
import abc
import inspect


def add(a, b: int = 2, *args, key=None, **kw) -> int:
    """Add two.

    Args:
        a: first
    """
    return a + b


def many(first_argument_of_many: int, second_argument: str = "something", *, third_argument=None, fourth: bool = False) -> None:
    """Has many."""


# Said above.
def commented():
    pass


async def awaited(a):
    "To be awaited."


class Base:
    """Base doc."""
    z = 1
    table = {i: i for i in range(30)}

    class Inner:
        "Within."

    def __init__(self, x=1):
        """Init doc."""
        self.x = x

    def run(self):
        "run doc"

    def over(self):
        "over doc"

    @classmethod
    def make(cls, q):
        "make doc"

    @staticmethod
    def plain(a):
        ""

    @property
    def both(self):
        "prop doc"

    @both.setter
    def both(self, value):
        pass

    @property
    def one_way(self):
        return 1

    def _hidden(self):
        pass

    def __eq__(self, other):
        return True

    alias = run


class Derived(Base, abc.ABC if False else object):
    y: int = 3

    def over(self):
        pass

    def __call__(self):
        pass


class Slots:
    __slots__ = "a", "b"

    def __len__(self):
        return 1


for thing in (add, many, commented, awaited, lambda x: x, Base, Derived, Derived(1), Derived.run, Derived(1).run, Base.make,
              Slots):
    help(thing)
print(inspect.getdoc(Derived.over), inspect.getdoc(Derived), inspect.getcomments(Base.both))
