# A bytearray's items are read and written by numbers from either end; a class derived from it may have its own way.
data = bytearray(b'abc')
print(data[0], data[-1], data[True])
data[0], data[-1], data[1] = 65, 255, True
print(data)


def shown(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def put(index, value):
    data[index] = value

for call in (lambda: data[3], lambda: data[-4], lambda: put(3, 1), lambda: put(0, 256), lambda: put(0, -1),
             lambda: put(0, 'a'), lambda: put(9, 256), lambda: data['a'], lambda: data[10 ** 30], lambda: data.append(),
             lambda: data.append(1, 2), lambda: data.append(x=1), lambda: data.clear(1), lambda: data.reverse()):
    shown(call)


class Own(bytearray):
    def __getitem__(self, index):
        return 'own'

    def __setitem__(self, index, value):
        print('set', index, value)


class Derived(bytearray):
    pass

own, derived, view = Own(b'xy'), Derived(b'xy'), memoryview(data)
own[0] = 5
derived[0] = 66
view[0], data[1] = 7, 9
print(own[0], derived[0], derived, data, view[1])
composite = bytearray(50)
for n in range(2, 8):
    for multiple in range(n * n, 50, n):
        composite[multiple] = 1
print([n for n in range(2, 50) if not composite[n]])
