import traceback
from collections import UserList, deque


class Listed(Exception):
    __notes__ = ["from the class", "two\nlines"]


class Refused(Exception):
    @property
    def __notes__(self):
        raise ValueError("no notes")


class Asked(Exception):
    def __getattr__(self, name):
        if name == "__notes__":
            return ("found", 7)
        raise AttributeError(name)


class Number(Exception):
    __notes__ = 5


class Text(Exception):
    __notes__ = "text"


class Userlist(Exception):
    __notes__ = UserList(["u1", "u2"])


class Range(Exception):
    __notes__ = range(2)


class Deque(Exception):
    __notes__ = deque(["x"])


for kind in Listed, Refused, Asked, Number, Text, Userlist, Range, Deque:
    try:
        raise kind("x")
    except kind as e:
        traceback.print_exc()
        print(traceback.format_exception_only(e))
        print(traceback.TracebackException.from_exception(e).__notes__)
        try:
            e.add_note("more")
        except Exception as odd:
            print(type(odd).__name__, odd)
        print(vars(e))
print(Listed.__notes__)


class Group(ExceptionGroup):
    __notes__ = ["of all"]

    def derive(self, excs):
        return ExceptionGroup(self.message, excs)


try:
    raise Group("g", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(vars(e))
except* TypeError as e:
    print(vars(e))
raise Listed("the end")
