"""What ctypes refuses it refuses in CPython's words."""
import copy
import ctypes
import pickle
import traceback
from ctypes import (CFUNCTYPE, POINTER, Array, BigEndianStructure, Structure, Union, addressof, alignment, byref, c_bool, c_char, c_char_p,
                    c_double, c_int, c_int64, c_long, c_uint8, c_void_p, c_wchar, c_wchar_p, cast, create_string_buffer, pointer,
                    py_object, resize, sizeof)


def said(act, *args):
    try:
        print(act(*args))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


class Point(Structure):
    _fields_ = [('x', c_int), ('y', c_int)]


class Box(Structure):
    _fields_ = [('low', Point), ('text', c_char * 4), ('next', POINTER(Point))]


Row = c_int * 3
for kind, value in ((c_int, 'x'), (c_int, 1.5), (c_int, c_int(3)), (c_double, None), (c_char, b'ab'), (c_char, 300), (c_wchar, 'ab'),
                    (c_wchar, 3), (c_char_p, 'x'), (c_wchar_p, b'x'), (c_void_p, 'x'), (c_uint8, 300), (c_int, 2 ** 70),
                    (c_int64, 2 ** 63), (c_bool, []), (py_object, [1]), (Row, 'x'), (Point, 'x'), (Box, 5), (Box, (1, 2, 3)), (Box, Row()),
                    (POINTER(c_int), 5), (pointer, 5), (POINTER, 5), (sizeof, 5), (alignment, 5), (addressof, 5), (byref, 5),
                    (create_string_buffer, 'x'), (Point.from_buffer, b'x' * 8), (Point.from_buffer, bytearray(3)), (Point.from_buffer, 5),
                    (Point.from_buffer_copy, b''), (Point.from_param, 5), (c_int.from_param, 'x'), (c_int.from_param, c_long(3)),
                    (Row.from_param, 5), (POINTER(c_int).from_param, byref(c_long(1)))):
    said(kind, value)
for act, *args in ((c_int, 1, 2), (Point, 1, 2, 3), (Row, 1, 2, 3, 4), (cast, 5, 5), (cast, 1.5, c_void_p), (resize, c_int(), 2), (Structure,),
                   (Union,), (Array,), (Point.from_buffer, bytearray(8), 4), (Point.from_buffer, bytearray(8), -1), (hash, Point()),
                   (copy.copy(Point(1, 2)).x.__repr__,), (pickle.dumps, pointer(c_int())), (pickle.dumps, Box())):
    said(act, *args)
print(pickle.loads(pickle.dumps(Point(3, 4))).y, pickle.loads(pickle.dumps(c_int(5))))


def fields(**members):
    return type('Made', (Structure,), members)


for wrong in ([('a', int)], [('a',)], 5, [('a', c_double, 3)], [('a', c_int, 33)], [('a', c_int, 0)]):
    said(lambda wrong=wrong: fields(_fields_=wrong))
said(lambda: type('Made', (BigEndianStructure,), {'_fields_': [('a', c_void_p)]}))
said(setattr, fields(_fields_=[('a', c_int)]), '_fields_', [])
said(lambda: type('Made', (Array,), {'_type_': c_int}))
said(lambda: type('Made', (ctypes._SimpleCData,), {'_type_': 'y'}))
box, row, text = Box(), Row(), create_string_buffer(4)
for target, name, value in ((box, 'low', 5), (box, 'low', 'abc'), (box, 'text', b'abcde'), (box, 'text', 'a'), (box, 'next', 5),
                            (text, 'value', b'abcde'), (text, 'value', 'x'), (text, 'raw', b'abcde'), (c_int(), 'value', 'x')):
    said(setattr, target, name, value)
for act in (lambda: row[3], lambda: row[-4], lambda: row['x'], lambda: row.__setitem__(5, 1), lambda: row.__setitem__(slice(2), [1]),
            lambda: row.__delitem__(0), lambda: text.__setitem__(0, b'ab'), lambda: POINTER(c_int)().contents, lambda: POINTER(c_int)()[0],
            lambda: cast(row, POINTER(c_int))[:], lambda: c_int * -1, lambda: c_int * 'a', lambda: memoryview(row)[0], lambda: c_int(1) + 1):
    said(act)

Call = CFUNCTYPE(c_int, c_int)
call = Call(lambda x: x)
for act in (lambda: call(), lambda: call('a'), lambda: call(2.5), lambda: Call('x'), lambda: CFUNCTYPE(5), lambda: CFUNCTYPE(c_int, 5),
            lambda: CFUNCTYPE(c_int, wrong=1), lambda: setattr(call, 'argtypes', 5), lambda: setattr(call, 'restype', 5),
            lambda: setattr(call, 'errcheck', 5), lambda: ctypes.CDLL('nothing.so'), lambda: ctypes.CDLL(None).abs(1.5), lambda: ctypes.nothing):
    said(act)
for act in (lambda: Point('x'), lambda: cast(1.5, c_void_p), lambda: ctypes.CDLL('nothing.so')):
    try:
        act()
    except Exception as error:
        print(traceback.format_exception(error)[-1].strip(), [entry.name for entry in traceback.extract_tb(error.__traceback__)])
