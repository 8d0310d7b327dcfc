class S(str):
    pass


class I(int):
    pass


class O:
    pass


class Own(int):
    def __new__(cls, value):
        return super().__new__(cls, value + 1)


class Mixed(O, tuple):
    def __new__(cls, *items):
        return super().__new__(cls, items)


print(Own(1), Mixed(1, 2), S("a"), I(3), int.__new__(I, 5), str.__new__(S, "a"), object.__new__(O).__class__)
for text in (
    "int.__new__(str)", "int.__new__(O)", "int.__new__(bool, 5)", "int.__new__()", "int.__new__(5)", "str.__new__(int)",
    "tuple.__new__(list)", "float.__new__(int)", "bytes.__new__(str)", "frozenset.__new__(set)", "complex.__new__(int)",
    "bool.__new__(int)", "range.__new__(int)", "type.__new__(O)", "type.__new__(int, 'a', (), {})", "I.__new__(O)",
    "object.__new__(int)", "object.__new__(I)", "object.__new__(Own)", "object.__new__(S)", "object.__new__(tuple)",
    "object.__new__(bool)", "object.__new__(range)", "O.__new__(int)", "object.__new__(Mixed)", "object.__new__(5)",
    "object.__new__()", "O.mro(1)",
):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, "->", e)
