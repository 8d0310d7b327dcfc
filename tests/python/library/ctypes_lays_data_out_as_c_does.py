"""Structures, unions, bit fields, arrays and numbers stand in memory as C has them."""
from ctypes import (Array, BigEndianStructure, Structure, Union, alignment, c_bool, c_byte, c_char, c_double, c_float, c_int,
                    c_long, c_longlong, c_short, c_ubyte, c_uint16, c_uint32, c_uint8, c_wchar, create_string_buffer, sizeof)


class Point(Structure):
    _fields_ = [('x', c_int), ('y', c_int)]


class Deep(Point):
    _fields_ = [('z', c_double)]


class Box(Structure):
    _fields_ = [('low', Point), ('high', Point), ('tag', c_char * 5), ('name', c_wchar * 3)]


class Bits(Structure):
    _fields_ = [('a', c_int, 3), ('b', c_int, 5), ('c', c_short, 4), ('d', c_longlong, 40)]


class Number(Union):
    _fields_ = [('whole', c_int), ('real', c_float), ('bytes', c_ubyte * 4)]


class Tight(Structure):
    _pack_ = 1
    _fields_ = [('a', c_byte), ('b', c_int), ('c', c_double)]


class Network(BigEndianStructure):
    _fields_ = [('port', c_uint16), ('host', c_uint32), ('parts', c_uint16 * 2), ('flag', c_uint8)]


class Open(Structure):
    _anonymous_ = ['number']
    _fields_ = [('number', Number), ('kind', c_int)]


class Row(Array):
    _type_, _length_ = c_int, 3


for kind in (Point, Deep, Box, Bits, Number, Tight, Network, Open, c_int * 5, Row, c_bool, c_wchar, c_long * 2 * 3):
    print(kind.__name__, sizeof(kind), alignment(kind))
print(Point.y, Deep.z, Bits.a, Bits.b, Bits.c, Bits.d, Network.port, Tight.b, sep='\n')

box = Box((1, 2), Point(3, 4), b'abc', 'xyz')
print(box.low.x, box.high.y, box.tag, box.name, bytes(box))
box.low.x, box.high, box.tag = 9, (7, 8), b'fives'
print(box.low.x, box.high.x, box.tag, box.low._b_base_ is box)
bits = Bits(1, -3, 2, 5)
print(bits.a, bits.b, bits.d, bytes(bits))
bits.a = 9
print(bits.a)
number = Number(real=1.0)
print(number.whole, list(number.bytes), bytes(number))
print(bytes(Tight(1, 2, 3.0)), bytes(Network(80, 1, (2, 3), 4)), Network(80).port)
opened = Open()
opened.whole = 77
print(opened.number.whole, Open.real)

row = (c_int * 5)(1, 2, 3)
row[1:3] = [20, 30]
print(row[:], row[::-1], row[-1], len(row), list(row), c_int * 5 is type(row), Row(4, 5)[:])
grid = (c_int * 2 * 3)()
grid[1][0] = 5
print([list(line) for line in grid], type(grid).__name__, type(grid)._length_, type(grid)._type_)
points = (Point * 2)((1, 2), Point(3, 4))
for point in points:
    point.x += 10
print([(point.x, point.y) for point in points])

text = create_string_buffer(b'Hello', 8)
print(text.raw, text.value, len(text), text[0], text[1:3])
text.value = b'Hi'
text[0] = b'h'
print(text.raw, text.value)

memory = bytearray(8)
point = Point.from_buffer(memory)
point.x, point.y = 1, -1
print(memory, Point.from_buffer_copy(memory).y, Point.from_buffer(memory).x)
view = memoryview(row)
print(view.format, view.shape, view.itemsize, view.cast('B')[4], view.obj is row, bytearray(points))
