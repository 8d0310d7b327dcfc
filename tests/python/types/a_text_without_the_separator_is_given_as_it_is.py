# `partition` gives the text itself where the separator is not in it: of a subclass, an enumeration's member.
import enum


class Name(str):
    pass


class Data(bytes):
    pass


class Colour(enum.StrEnum):
    RED = 'red'


print(Colour.RED.split('----'), Colour.RED.split('-'), Colour.RED.rsplit('....'), Name('ab').split('---')[0].__class__)
print(Colour.RED.partition('-'), Colour.RED.rpartition('-'), Colour.RED.partition('e'))
print([type(part).__name__ for part in Name('ab').partition('x') + Name('ab').rpartition('x')])
print([type(part).__name__ for part in Data(b'ab').partition(b'x') + Data(b'ab').rpartition(b'x')])
whole = bytearray(b'ab')
print(whole.partition(b'x'), whole.partition(b'x')[0] is whole)
