"""The operators on bits with a number on the right, for operands of all kinds, and what they refuse."""
import enum


class Mask:
    def __init__(self, bits):
        self.bits = bits

    def __and__(self, other):
        return f"{self.bits} & {other!r}"

    def __rshift__(self, other):
        return NotImplemented

    def __ilshift__(self, other):
        self.bits <<= other
        return self

    def __repr__(self):
        return f"Mask({self.bits})"


class Flag(enum.IntFlag):
    READ = 4
    WRITE = 2


for n in (0, 1, -1, 6, 255, -256, 2**62, -(2**63), 2**63 - 1, 2**70 + 5, True):
    print(n, n & 6, n | 6, n ^ 6, n << 3, n >> 3, n & -2, n | -32768, n ^ 32767)
print(1 << 62, 1 << 63, 3 << 62, -1 << 63, -1 << 64, 1 << 200 >> 190)
print(Mask(3) & 7, Flag.READ | 2, Flag.READ & 1, {1, 2} | {2})
mask = Mask(1)
same = mask
mask <<= 4
print(mask, same is mask)
n = 5
n &= 4
n |= 3
n ^= 1
n <<= 2
n >>= 1
print(n)
flags = {"all": 6}
flags["all"] |= 1
print(flags)


def tried(operation):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)


tried(lambda: 1 << -1)
tried(lambda: 1 >> -2)
tried(lambda: 1.5 & 1)
tried(lambda: "a" | 2)
tried(lambda: None ^ 3)
tried(lambda: [] << 1)
tried(lambda: Mask(1) >> 2)
tried(lambda: {1} & 1)
tried(lambda: 0 << 10**30)
text = "x"
text |= 4
