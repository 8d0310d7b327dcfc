"""marshal gives bytes for plain values and takes them again, and refuses others."""
import io
import marshal

for value in (None, True, False, ..., 0, -1, 2**31, -2**100, 1.5, -0.0, float('inf'), 2j, '', 'ab', 'é' * 300, 'x' * 300, b'',
              b'\0\xff', bytearray(b'q'), (), (1, (2, 'a')), [], [1, [2]], {}, {'a': 1, 2: [3]}, set(), {1, 'a'},
              frozenset({1}), StopIteration, tuple(range(300)), memoryview(b'x')):
    again = marshal.loads(marshal.dumps(value))
    print(type(again).__name__, again == value)
for value in object(), int, [object()], range(3):
    try:
        marshal.dumps(value)
    except ValueError as error:
        print(repr(error))
for data in b'i\1\0', b'?', b'0', b'r\5\0\0\0', b's\xff\xff\xff\xff', 'x':
    try:
        print(marshal.loads(data))
    except Exception as error:
        print(data, repr(error))
print(marshal.loads(b'\xa9\x02\xe9\x01\0\0\0r\1\0\0\0'), marshal.loads(b'i\5\0\0\0more'), marshal.version)
file = io.BytesIO()
marshal.dump([1, 'a'], file)
marshal.dump(2, file)
file.seek(0)
print(marshal.load(file), marshal.load(file))
try:
    marshal.load(file)
except EOFError as error:
    print(repr(error))
shared, loop = [1, 'text'], []
loop.append(loop)
again = marshal.loads(marshal.dumps([shared, shared, (shared,), loop]))
print(again, again[0] is again[1], again[2][0] is again[0], again[3][0] is again[3])
deep = []
for _ in range(5000):
    deep = [deep]
try:
    marshal.dumps(deep)
except ValueError as error:
    print(error)
