for text, encoding in [('a\u1234', 'latin-1'), ('\xe9', 'ascii')]:
    try:
        bytearray(text, encoding)
    except ValueError as exc:
        print(type(exc).__name__, exc)
print(ord(bytearray(b'a')), ord(b'b'))
for wrong in (bytearray(b'ab'), b'', 'ab', 5):
    try:
        ord(wrong)
    except TypeError as exc:
        print(exc)
try:
    bytearray([1, 300])
except ValueError as exc:
    print(exc)
