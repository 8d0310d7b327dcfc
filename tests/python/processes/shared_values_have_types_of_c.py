# The types of ctypes name what processes share, and keep values as C does.
import ctypes
from ctypes import c_bool, c_char_p, c_double, c_int
from multiprocessing import Array, Manager, Process, Value


def work(flag, number, row, words):
    flag.value = True
    number.value *= 2
    row[0] = 7
    words.value = 'changed'


if __name__ == '__main__':
    with Manager() as manager:
        words = manager.Value(c_char_p, 'text')
        flag, number, row = Value(c_bool, False), Value(c_double, 1.5), Array(c_int, range(3))
        process = Process(target=work, args=(flag, number, row, words))
        process.start()
        process.join()
        print(flag.value, number.value, row[:], words.value, flag, number)
    print(c_int(), c_int(2 ** 31), ctypes.c_uint8(300), ctypes.c_int64(-1).value, ctypes.c_char_p(b'ab').value, c_bool(5))
    print(ctypes.sizeof(c_int), ctypes.sizeof(ctypes.c_longlong), c_int is ctypes.c_int32, bool(c_double()))
    for kind, value in (c_int, 'x'), (c_double, 'x'), (c_char_p, 'x'), (ctypes.c_wchar_p, b'x'):
        try:
            kind(value)
        except TypeError as error:
            print(error)
