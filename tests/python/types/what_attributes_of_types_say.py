"""The words of attributes that cannot be set, and of descriptors that are asked for what is not theirs."""


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Slotted:
    __slots__ = ("a", "a")


class Other:
    __slots__ = ("b",)


class Plain:
    @property
    def x(self):
        return 1


def function():
    pass


attempt(Slotted.a.__set__, 1, 2)
attempt(Slotted.a.__get__, 1)
attempt(Slotted.a.__get__)
attempt(setattr, Slotted(), "__class__", Other)
attempt(setattr, Plain.x, "fget", None)
attempt(Plain.x.__set_name__)
attempt(delattr, Plain, "__doc__")
attempt(setattr, Plain, "__name__", "a\0b")
attempt(setattr, function, "__globals__", {})
attempt(setattr, function, "__closure__", ())
attempt(setattr, function, "__type_params__", 1)
attempt(lambda: type("Twice", (), {"__slots__": ("__dict__", "__dict__")}))


class Texts:
    def __repr__(self):
        return 1


attempt(str, Texts())
attempt(repr, Texts())


class Answers:
    __getattr__ = property(lambda self: lambda name: name + "!")


print(Answers().anything)


class Number(int):
    def __pow__(self, other, modulus=None):
        return "power", int(other), modulus


print(pow(Number(2), 3, 5), Number(2) ** 3, pow(2, 3, 5))


def remove(value, key):
    del value[key]


for value in (1, None, len, (1,), "a", object(), range(3)):
    attempt(remove, value, 0)
    attempt(remove, value, "a")
attempt(int.from_bytes, [300])
top = 2**63 - 1
for r in (range(top - 3, top), range(-top - 1, top, top), range(top, -top, -top)):
    print(list(r), list(reversed(r)), r[::-1])
