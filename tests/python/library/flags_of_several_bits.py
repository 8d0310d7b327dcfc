"""A combination is named by its bits, then by the members of several bits within it; what no member has is refused."""
import enum
from enum import IntFlag, Flag


class Permission(IntFlag):
    R = 4
    W = 2
    X = 1
    RWX = 7


class Masked(Flag):
    A = 1
    MASK = 0xF0


print(Permission(15), repr(Permission(15)), repr(Permission(6)), repr(Permission(-1)), repr(Permission(24)))
print(Masked(0x10).name, repr(Masked(0xF1)), str(Masked(0xF1)))
for value in 0x11, 0x31, 0x100:
    try:
        print(repr(Masked(value)))
    except ValueError as e:
        print(e)
print(enum.bin(10), enum.bin(~10), enum.bin(0), enum.bin(3, 8), enum.bin(-3, 8))
