# A UnicodeDecodeError over other memory than bytes has a copy of it, which its text speaks of.
for memory in b'a\xff', bytearray(b'a\xff'), memoryview(b'a\xff'):
    error = UnicodeDecodeError('ascii', memory, 1, 2, 'no such byte')
    print(repr(error.object), error, type(error.args[1]).__name__)
try:
    UnicodeDecodeError('ascii', 'text', 1, 2, 'no such byte')
except TypeError as error:
    print(error)
try:
    bytearray(b'ab\xe4').decode('ascii')
except UnicodeDecodeError as error:
    print(repr(error.object), error)
