# What gathers bytes has words of its own for a number that is no byte; what an iterable raises itself stays as it is.
class Odd:
    def __index__(self):
        raise ValueError('an index of its own')


def numbers():
    yield 1
    raise ValueError('an error of its own')


def released():
    view = memoryview(b'abc')
    view.release()
    return view


array = bytearray(b'xy')


def extend(source):
    array.extend(source)


def replace(source):
    array[:1] = source


for source in numbers, Odd, released, lambda: [Odd()], lambda: [256], lambda: iter([-1]), lambda: ['a'], lambda: 3.5, lambda: None, lambda: -1, lambda: 'text':
    for gather in bytes, bytearray, extend, replace:
        try:
            print(gather.__name__, gather(source()))
        except Exception as error:
            print(gather.__name__, type(error).__name__, error)
print(array)
