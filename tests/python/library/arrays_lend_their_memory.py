"""A memoryview of an array shows and changes its numbers; an array that lends its memory keeps its size."""
import io
import pickle
from array import array

a = array('i', [1, 2, 3])
m = memoryview(a)
print(m.tolist(), m.format, m.itemsize, m.nbytes, m.shape, m.readonly, len(m))
m[1] = 20
a[0] = 10
print(a, m.tolist(), a[-1], list(a), a.index(20), 3 in a, len(a), a == array('i', [10, 20, 3]), a[1:])
a[0:2] = array('i', [7, 8])
a.reverse()
print(m.tolist(), a.tolist(), m.cast('B').tolist(), bytes(a), a.tobytes() == bytes(m), pickle.loads(pickle.dumps(a)))
for change in (lambda: a.append(1), lambda: a.pop(), lambda: a.extend([1]), lambda: a.clear(), lambda: a.insert(0, 1),
               lambda: a.__delitem__(0), lambda: a.__setitem__(slice(0, 1), array('i', [1, 2])), lambda: a.fromlist([1])):
    try:
        change()
    except BufferError as e:
        print(type(e).__name__, e)
a.byteswap()
a.byteswap()
m.release()
a.append(4)
print(a, bytes(array('h', [1, 2])), bytearray(array('B', b'abc')), io.BytesIO(array('B', b'xyz')).read())
b = array('b', bytes(5))
print(io.BytesIO(b'hello').readinto(b), b, memoryview(array('d', [1.5, 2.5]))[1:].tolist())
stream = io.BytesIO()
print(stream.write(array('H', [1, 2])), stream.getvalue())
with open('/tmp/arrays', 'wb') as file:
    file.write(array('I', [1, 2 ** 32 - 1]))
with open('/tmp/arrays', 'rb') as file:
    c = array('I', [0, 0])
    print(file.readinto(c), c)


class Lender:
    def __init__(self):
        self.data = bytearray(b'lent')

    def __buffer__(self, flags):
        return memoryview(self.data)


lender = Lender()
memoryview(lender)[0] = 98
print(lender.data, bytes(lender), bytes(memoryview(lender)))
for wrong in 3, 'text', [1]:
    try:
        memoryview(wrong)
    except TypeError as e:
        print(e)
