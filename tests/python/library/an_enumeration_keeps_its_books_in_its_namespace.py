# What vars() shows of an enumeration: who makes members, the tables by which they are found, and the operators of flags.
import enum


class Plain(enum.Enum):
    A = 1


class Unhashable(enum.Enum):
    ONE = [1]
    NONE = []
    UN = [1]


class Worded(enum.Enum):
    def __new__(cls, number, word):
        member = object.__new__(cls)
        member._value_ = number
        member.word = word
        return member


class Maker(Worded):
    A = (1, 'one')


class Number(int, enum.Enum):
    X = 1


class Word(enum.StrEnum):
    A = enum.auto()


class Bits(enum.Flag):
    HIGH = 4
    LOW = 1
    BOTH = 5


class Mask(enum.IntFlag):
    A = 1


class Loose(enum.Flag):
    A = 2
    B = None
    C = 1


class Named(enum.Enum):
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()
    X = enum.auto()


def shown(value):
    return repr(value).partition(' at 0x')[0]


KEYS = ('__new__', '__new_member__', '_new_member_', '_use_args_', '_generate_next_value_', '_member_type_',
        '_value_repr_', '_unhashable_values_', '_unhashable_values_map_', '_value2member_map_', '_boundary_',
        '_inverted_', '__or__', '_iter_member_')
for cls in (Plain, Unhashable, Worded, Maker, Number, Word, Bits, Mask, Named, enum.ReprEnum, enum.IntEnum, enum.StrEnum,
            enum.IntFlag):
    print(cls.__name__, list(vars(cls)))
    print('   ', {key: shown(vars(cls)[key]) for key in KEYS if key in vars(cls)})

print(Unhashable([1]), Unhashable([]), Unhashable.UN is Unhashable.ONE, [1] in Unhashable, [2] in Unhashable)
print(list(Bits.BOTH), list(Bits._iter_member_by_value_(5)), list(Bits._iter_member_by_def_(5)))
print(Maker.__new__ is enum.Enum.__new__, Maker._new_member_ is Worded.__new_member__, Maker.A.word, Maker(1))
print(list(Loose), Loose._member_map_, list(Loose.A | Loose.C))
print(enum.FlagBoundary.KEEP, repr(enum.FlagBoundary.KEEP), enum.Enum._new_member_ is enum.Enum.__new__)


class Bare:
    pass


class Count(int, Bare):
    pass


class Text(str, Bare):
    pass


class Thin(Bare):
    __slots__ = ()


for cls in (Count, Text, Thin, type('Error', (OSError, Bare), {}), type('Rows', (list, Bare), {})):
    print(cls.__name__, [key for key in vars(cls) if key in ('__dict__', '__weakref__')], cls.__base__)
