# What a built-in that is given nothing, or the wrong kind, says.
class Point:
    __match_args__ = (1,)


def attempt(what):
    try:
        print(what())
    except TypeError as error:
        print("TypeError:", error)


def matched():
    match Point():
        case Point(1):
            return "yes"


attempt(lambda: open())
attempt(lambda: str(1, 2))
attempt(lambda: str(b"x", "ascii", 3))
attempt(lambda: str("x", "ascii"))
attempt(matched)
