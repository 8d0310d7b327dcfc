"""Once no view of what an object lends is left, its __release_buffer__ is called; a metaclass with a plain base has a __dict__."""
from collections.abc import Buffer


class Lender:
    def __init__(self):
        self.memory, self.lent = bytearray(b'some bytes'), 0

    def __buffer__(self, flags):
        self.lent += 1
        return memoryview(self.memory)[2:6]

    def __release_buffer__(self, view):
        self.lent -= 1
        print('back', view.tobytes(), self.lent)


lender = Lender()
view = memoryview(lender)
part = view[1:]
view[0] = 77
print(lender.memory, lender.lent)
view.release()
print(lender.lent)
part.release()
print(lender.lent)
with memoryview(lender) as view:
    print(len(view))
print(bytes(lender), int.from_bytes(lender), lender.lent, isinstance(lender, Buffer), isinstance(b'', Buffer), isinstance('', Buffer))


class Mixin:
    def hello(cls):
        return sorted(name for name in cls.__dict__ if not name.startswith('_'))


class Meta(Mixin, type):
    pass


class Made(metaclass=Meta):
    member = 1


print(Made.hello(), type(Made.__dict__).__name__)
