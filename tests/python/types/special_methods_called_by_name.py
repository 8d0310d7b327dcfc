# A special method that is called by its name: a number leaves the operation to a wider one, a sequence asks how often,
# and a wrong number of arguments is told in the words of slots or of methods.
def attempt(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


print((5).__add__(2.5), (5).__add__(2), (2.5).__add__(5), (2.5).__mul__(1j), (5).__divmod__(2.5), (True).__rdivmod__(7))
print((3).__eq__(3.0), (3).__eq__("3"), (2.5).__eq__(1j), (3).__lt__(2.5), int.__mul__(3, [1]), "%s".__rmod__(3))
print(1j ** (1 + 2j), (1 + 2j) ** (0.5 - 1j))


class Metres(int):
    def __add__(self, other):
        return super().__add__(other)


print(Metres(3) + 4, Metres(3).__add__(0.5))
attempt(lambda: Metres(3) + 0.5)
attempt(lambda: "a".__mul__(None))
attempt(lambda: [1].__rmul__("x"))
attempt(lambda: [1].__imul__(2.5))
attempt(lambda: (2).__pow__(3, 5, 7))
attempt(lambda: (2).__add__())
attempt(lambda: (2).__abs__(1))
attempt(lambda: (2).__format__())
attempt(lambda: "a".__mul__())
attempt(lambda: [1].__setitem__(0))
attempt(lambda: {}.__contains__())
attempt(lambda: (2).__format__(spec=""))
attempt(lambda: (2).__add__(other=1))
# A bound built-in method's own type lacks what it lacks.
attempt(lambda: [].append.nope)
attempt(lambda: "x".upper.__nam__)
attempt(lambda: Metres(1).__add__.nope)
print(list[len], dict[str, attempt], list[Metres])
