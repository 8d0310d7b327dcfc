import enum
from enum import CONTINUOUS, NAMED_FLAGS, verify


class Right(enum.Flag):
    READ = 1
    WRITE = 2


print(vars(Right.READ))
print(~Right.READ, ~Right.READ is ~Right.READ)
print(vars(Right.READ))


# Members without numbers have no bits to look at.
@verify(NAMED_FLAGS)
class Name(enum.Enum):
    A = 'a'
    B = 'b'


print(list(Name))
try:
    verify(CONTINUOUS)(Name)
except TypeError as error:
    print(error)
