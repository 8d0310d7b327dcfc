"""Weak sets have the operations of sets; base64 has Ascii85, Z85 and hexadecimal base 32."""
import base64
import io
import typing
import weakref


class Item:
    def __init__(self, name):
        self.name = name


def names(items):
    return sorted(item.name for item in items)


a, b, c = map(Item, "abc")
one, two = weakref.WeakSet([a, b]), weakref.WeakSet([b, c])
for made in (one | two, one & two, one - two, one ^ two, one.union([c]), one.difference([a])):
    print(names(made), type(made).__name__)
print(one <= one | two, one < one, one == weakref.WeakSet([b, a]), one.isdisjoint([c]), one >= weakref.WeakSet([a]))
one -= two
print(names(one))
one |= two
one.intersection_update([a, b])
print(names(one))
one.symmetric_difference_update([a, c])
print(names(one))
while one:
    one.pop()
for action in (one.pop, lambda: typing.Concatenate[int], lambda: base64.a85decode(b"\xff"), lambda: base64.b85decode("'"),
               lambda: base64.a85decode("x", adobe=True), lambda: base64.b32encode("x"), lambda: io.BytesIO("x"),
               lambda: io.StringIO("", newline="x")):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
for data in (b"", b"a", b"hello world", bytes(4), b"    ", bytes(7)):
    print(base64.a85encode(data), base64.b85encode(data), base64.z85encode(data), base64.b32hexencode(data))
    assert base64.a85decode(base64.a85encode(data)) == base64.z85decode(base64.z85encode(data)) == data
    assert base64.b32hexdecode(base64.b32hexencode(data)) == data
print(base64.a85encode(b"hello world" * 5, adobe=True, wrapcol=20), base64.a85encode(b"    ab", foldspaces=True))
