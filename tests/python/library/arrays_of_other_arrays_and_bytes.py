# An array is made of another's numbers, and lends its bytes to whatever wants bytes.
from array import array

print(array('H', array('b', [1, 2])), array('b', array('I', [1, 2])), array('d', array('h', [1])))
for made in (lambda: array('h', array('d', [1.5])), lambda: array('w', array('i', [1])),
             lambda: array('i', array('w', 'a')), lambda: array('h').extend(array('i', [1])),
             lambda: array('w').append('ab'), lambda: array('i').fromunicode('a'), lambda: array('i', [1]).tounicode(),
             lambda: array('w').fromunicode(3), lambda: array('i').nothing, lambda: array('b', [1]) + b'1'):
    try:
        print(made())
    except Exception as e:
        print(type(e).__name__, e)
letters = array('w', array('w', 'ab'))
letters.fromunicode('cd')
print(letters, letters.tounicode(), array)
few = array('h', [1])
few.extend((2, 3))
few.extend(b'ab')
print(few)
data = b'12'
data += array('b', [51])
more = bytearray(b'12')
more += array('b', [51])
print(data, more, b'1' + array('b', [50]), array('b', [98]) in b'abc', b'1' == array('b', [49]))
print(eval(array('b', b'1 + 1')), eval(bytearray(b'2 + 2')), eval(memoryview(b'3 + 3')))
exec(bytearray(b'print("run")'))
