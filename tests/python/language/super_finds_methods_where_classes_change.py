# A call of super's method keeps to the classes as they are: of the receiver, of the class around it, and as they change.


class Base:
    def name(self):
        return ["base"]

    @classmethod
    def made(cls):
        return "base of " + cls.__name__

    @staticmethod
    def fixed():
        return "fixed"

    @property
    def shown(self):
        return "shown"


class Left(Base):
    def name(self):
        return super().name() + ["left"]

    @classmethod
    def made(cls):
        return super().made() + ", left"

    def fixed(self):
        return super().fixed()

    def property(self):
        return super().shown

    def missing(self):
        return super().missing()

    def kept(self):
        above = super()
        return above.name()

    def in_two_lines(self):
        return super(
        ).name()


class Right(Base):
    def name(self):
        return super().name() + ["right"]


class Both(Left, Right):
    def name(self):
        return super().name() + ["both"]


# One place in the code, receivers of several classes.
for one in Left(), Right(), Both(), Left(), Both(), Both(), Left():
    print(one.name())
print(Left.made(), Both.made(), Left().fixed(), Left().property(), Both().kept(), Left().in_two_lines())
try:
    Left().missing()
except AttributeError as error:
    print(error)


# One function, several classes around it.
def derived(base):
    class Derived(base):
        def name(self):
            return super().name() + ["derived"]

    return Derived


once = derived(Base)
twice = derived(once)
for one in once(), twice(), derived(Left)(), twice(), once():
    print(one.name())

# A method that is replaced, and one that comes between.
Base.name = lambda self: ["new"]
print(Both().name(), twice().name())
Right.name = lambda self: ["only right"]
print(Both().name(), Left().name())
once.name = 5
try:
    twice().name()
except TypeError as error:
    print(error)


class Other(Base):
    def name(self):
        self = Left()
        return super().name()


for call in Other().name, lambda: Both.name(Base()):
    try:
        print(call())
    except (TypeError, RuntimeError) as error:
        print(type(error).__name__, error)


def outside(self):
    return super().name()


try:
    outside(Left())
except RuntimeError as error:
    print(error)


# A name that is not super's.
def replaced(super):
    return super().name()


print(replaced(Left), replaced(Right), replaced(Left))
