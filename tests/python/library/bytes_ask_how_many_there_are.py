"""bytes, and a bytearray that is extended, ask an iterable how long it is, as lists do; a bytearray that is made does not."""
import types


class Some:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter(range(3))

    def __length_hint__(self):
        print('asked', end=' ')
        return self.hint


class Fails(Some):
    def __length_hint__(self):
        raise KeyError('no')


class Sized(Some):
    def __len__(self):
        print('len', end=' ')
        return 1


def show(name, function):
    try:
        print(name, function())
    except Exception as error:
        print(name, type(error).__name__, error)


for given in Some(3), Some('a'), Some(-1), Some(2 ** 70), Some(1.5), Some(NotImplemented), Fails(0), Sized(0):
    show('bytes', lambda: bytes(given))
    show('bytearray', lambda: bytearray(given))
    show('extend', lambda: bytearray(b'x').extend(given))
    show('list', lambda: list(given))
    show('tuple', lambda: tuple(given))
show('beyond', lambda: bytearray().extend([1, 256]))
for count in 0, 1, 19:
    show('code', lambda: types.CodeType(*range(count)))
show('code', lambda: types.CodeType(a=1))
