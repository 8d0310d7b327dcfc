"""multiprocessing's values and arrays are of ctypes' types: structures too, with a lock about each."""
import multiprocessing
import pickle
from ctypes import Structure, c_double, c_int
from multiprocessing.sharedctypes import Array, RawArray, RawValue, Value, copy, synchronized


class Point(Structure):
    _fields_ = [('x', c_double), ('y', c_double)]


def modify(number, fraction, text, points, single):
    number.value **= 2
    fraction.value *= 2
    text.value = text.value.upper()
    for point in points:
        point.x **= 2
    single.x += 1


def said(act, *args, **named):
    try:
        print(act(*args, **named))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


if __name__ == '__main__':
    for method in 'fork', 'spawn':
        context = multiprocessing.get_context(method)
        lock = context.Lock()
        shared = (context.Value('i', 7), context.Value(c_double, 1.25, lock=False), context.Array('c', b'hello', lock=lock),
                  context.Array(Point, [(1.5, -6.25), (-5.75, 2.0)], lock=lock), context.Value(Point, 1, 2))
        process = context.Process(target=modify, args=shared)
        process.start()
        process.join()
        number, fraction, text, points, single = shared
        print(number.value, fraction.value, text.value, [(p.x, p.y) for p in points], single.x, type(single).__name__)
    array = Array('i', range(5))
    array[1:3] = [7, 8]
    print(array[:], len(array), list(array), array.get_obj()[0], type(array.get_obj()).__name__)
    raw = RawArray('d', 3)
    raw[0] = 1
    other = copy(raw)
    other[0] = 5
    print(raw[:], other[:], synchronized(RawValue(c_int, 3)).value, Value('b', 300).value, Value('h', 40000).value)
    for act, args in ((Value, 'z'), (Value, 'ix'), (Value, 'i12'), (Value, [int]), (Array, ['i', ['x']]), (Array, ['i', -1]),
                      (Array, ['i', 3.5]), (RawArray, ['q', 'ab']), (array.__getitem__, [9])):
        said(act, *args)
    said(Value, 'i', 1, lock=5)
    said(pickle.dumps, Value('i'))
