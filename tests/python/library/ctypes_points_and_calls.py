"""Pointers lead to what they point at, by their addresses too; C can call functions of Python."""
from ctypes import (CDLL, CFUNCTYPE, POINTER, Structure, addressof, byref, c_char, c_char_p, c_double, c_int, c_size_t, c_void_p,
                    cast, create_string_buffer, create_unicode_buffer, memmove, memset, pointer, py_object, sizeof, string_at,
                    wstring_at)


class Node(Structure):
    pass


Node._fields_ = [('next', POINTER(Node)), ('value', c_int)]

number = c_int(7)
p = pointer(number)
p[0] += 1
print(number, p.contents, p[0], bool(p), POINTER(c_int) is type(p), type(p).__name__)
p.contents = c_int(99)
print(p[0], number.value, bool(POINTER(c_int)()))

row = (c_int * 5)(1, 2, 3, 4, 5)
q = cast(row, POINTER(c_int))
q[1] = 20
print(row[:], q[1:4], q[4:1:-1], c_int.from_address(addressof(row) + 8), cast(addressof(row) + 12, POINTER(c_int)).contents)
print(addressof(row) % 8, addressof(row) == addressof(q.contents), cast(c_void_p(addressof(row)), POINTER(c_int))[2])

chain = None
for value in range(3):
    chain = Node(pointer(chain) if chain else None, value)
values = []
node = chain
while True:
    values.append(node.value)
    if not node.next:
        break
    node = node.next.contents
print(values, sizeof(Node))

text = create_string_buffer(b'hello', 10)
memset(text, ord('x'), 2)
memmove(byref(text, 2), b'yz', 2)
print(text.raw, string_at(text), string_at(addressof(text) + 1, 3), c_char_p(b'abc').value, wstring_at(create_unicode_buffer('déjà')))
print(cast(text, c_char_p).value, cast(c_char_p(b'xyz'), POINTER(c_char))[0:3], cast(5, c_void_p))

Sum = CFUNCTYPE(c_int, c_int, POINTER(c_int))


@Sum
def add(a, b):
    return a + b[0]


print(add(3, byref(c_int(4))), add(3, row), add.restype, add.argtypes[0], bool(add), type(add).__name__)
show = CFUNCTYPE(None, c_char_p, c_void_p, py_object, c_double)(lambda *args: print(args))
show(b'text', None, [1], 2)


class Table(Structure):
    _fields_ = [('call', Sum), ('times', c_int)]


table = Table(add, 2)
print(table.call(1, row), table.times)

libc = CDLL(None)
print(libc.abs(-5), libc.strlen(b'abc'), libc.toupper(97), libc.atoi(b'42'))
libc.qsort.argtypes, libc.qsort.restype = [c_void_p, c_size_t, c_size_t, c_void_p], None
numbers = (c_int * 5)(5, 1, 7, 33, 2)
libc.qsort(numbers, len(numbers), sizeof(c_int), CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))(lambda a, b: a[0] - b[0]))
print(numbers[:])
root = CDLL('libm.so.6').sqrt
root.argtypes, root.restype = [c_double], c_double
print(root(2))
root.errcheck = lambda result, function, args: (round(result, 2), args)
print(root(3))
