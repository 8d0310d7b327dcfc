from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 'g'
    ALIAS = 1

    @property
    def pretty(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.RED


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(1), Color['GREEN'], Color.ALIAS, list(Color), len(Color))
print(Color, Color.RED.pretty, Color.default(), Color.RED is Color(1), Color.RED == 1, {Color.RED: 'r'}[Color.ALIAS], f'{Color.RED}', isinstance(Color.RED, Color))
print(Color.__members__, Color.RED in Color, 1 in Color, 'x' in Color)
for action in (lambda: Color(5), lambda: Color['NO'], lambda: setattr(Color, 'RED', 2), lambda: Color.NO, lambda: Color.RED < Color.GREEN):
    try:
        action()
    except Exception as e:
        print(type(e).__name__, e)


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


print(Level.LOW, repr(Level.LOW), Level.LOW < Level.HIGH, Level.HIGH + 1, f'{Level.HIGH}', sorted([Level.HIGH, Level.LOW]), Level(2))


class Mode(StrEnum):
    READ = auto()
    WRITE = 'w'


print(Mode.READ, repr(Mode.READ), Mode.WRITE == 'w', Mode.READ.upper(), f'{Mode.READ:>6}')


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R | Perm.W, repr(Perm.R | Perm.X), Perm.R in Perm.RW, ~Perm.R, Perm(0), bool(Perm(0)), list(Perm.RW), Perm.RW & Perm.W, list(Perm))
try:
    Perm(16)
except ValueError as e:
    print(e)


class I(IntFlag):
    A = 1
    B = 2


print(I.A | I.B, repr(I.A | I.B), I.A | 8, I(3))


class Planet(Enum):
    EARTH = (5.976e24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


print(Planet.EARTH, Planet.EARTH.mass, Planet.EARTH.value)


class State(Enum):
    IDLE = 'idle'
    DONE = 'done'

    def __str__(self):
        return self.value

    @classmethod
    def _missing_(cls, value):
        return cls.IDLE


print(State.IDLE, f'{State.DONE}', repr(State.DONE), State('what'))
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class More(Color):
        X = 1
except TypeError as e:
    print(e)
Animal = Enum('Animal', 'CAT DOG')
print(list(Animal), Animal.CAT.value)
match Color.RED:
    case Color.RED:
        print('matched')
