# CPython interns names, and constants that look like names; what takes one of Latin-1's characters out of a text finds it there.
class Named:
    def __init__(self):
        self.attribute = 1


def first():
    return "hello"


def second(**options):
    return "hello", list(options)[0]


def same(*pairs):
    print(*(one is another for one, another in pairs))


same((__name__, "__main__"), (first(), second(a=1)[0]), (second(option=1)[1], "option"))
same((Named.__name__, "Named"), (Named.__qualname__, "Named"), (Named.__module__, __name__), (first.__name__, "first"))
same((list(vars(Named()))[0], "attribute"), (type(5).__name__, "int"))
text = "xyz é"
same((text[0], "x"), (text[1:2], "y"), (chr(120), text[0]), ("".join(["x"]), "x"), (text[4], "é"), (list(text)[3], " "))
same((text[:2], "xy"), (text[2:], text[2:]), ("字"[0], chr(23383)), (text[9:], ""), (str(5), "5"), ("X".lower(), "x"))
print(id(text[0]) == id("x"), id(text[:2]) == id("xy"))
