"""`!=` asks the `__ne__` that a class has from anywhere; only `object.__ne__` asks `__eq__` in turn."""


class Told:
    def __ne__(self, other):
        print("__ne__")
        return NotImplemented if other == "unknown" else "differs"

    def __eq__(self, other):
        print("__eq__ of the base")
        return False


class Quiet(Told):
    def __eq__(self, other):
        print("__eq__")
        return True


class Child(Quiet):
    pass


print(Quiet() != Quiet(), Quiet() == Quiet(), Told() != Quiet(), Child() != 1, 1 != Child())
print(Quiet() != "unknown", "unknown" != Quiet())


class Number(int):
    def __eq__(self, other):
        print("int's child")
        return True


class Word(str):
    def __eq__(self, other):
        return True


class Items(list):
    def __eq__(self, other):
        return True


print(Number(1) != Number(2), Number(1) != Number(1), Number(1) == 2, 2 != Number(1), 1 == Number(2))
print(Word("a") != "b", Word("a") != "a", "a" != Word("b"), Word("a") == "b")
print(Items([1]) != [2], Items([1]) != [1], [1] != Items([2]), Items() == 1)


class Only:
    def __eq__(self, other):
        return NotImplemented if other == 1 else other == 2


class Mixed(Only, int):
    pass


class Behind(int, Only):
    pass


print(Only() != 1, Only() != 2, Only() != 3, Mixed(5) != 5, Mixed(5) == 2, Behind(5) != 2, Behind(5) == 5)
print([Quiet()] != [Quiet()], (Number(1),) != (Number(2),), {1: Quiet()} != {1: Quiet()})
