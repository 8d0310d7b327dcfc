"""bytes and bytearrays of what runs Python for each item, however many there are."""


def items(count, last=None):
    for n in range(count):
        yield n & 255
    if last is not None:
        yield last


print(len(bytes(items(300_000))), bytes(items(5)), bytes(map(ord, 'abc')), bytes(iter([1, 2])))
array = bytearray(items(300_000))
array.extend(items(4))
array.extend(map(abs, [-1, -2]))
print(len(array), array[-7:])
for make in bytes, bytearray, array.extend:
    for bad in items(3, 256), items(3, 'x'), items(3, -1), map(int, ['1', 'y']), (1 // (2 - n) for n in range(4)):
        try:
            make(bad)
        except (TypeError, ValueError, ZeroDivisionError) as error:
            print(type(error).__name__, error)
print(len(array))


async def aitems():
    yield 1


class Kind(bytearray):
    def __init__(self, *more):
        super().__init__(*more)
        self.tag = len(self)


for wrong in aitems(), None, 1.5, 'text':
    for make in bytes, bytearray, array.extend:
        try:
            make(wrong)
        except TypeError as error:
            print(error)
kind = Kind(n for n in range(3))
print(kind, kind.tag, kind.__init__(n * 2 for n in range(4)), kind)
shown = memoryview(array)
try:
    array.extend(items(2))
except BufferError as error:
    print(error)
