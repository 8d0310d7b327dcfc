"""Bytes that are empty are decoded without a look at the codec's name; encoding looks at it always."""
import codecs

print(repr(b''.decode('nope')), repr(str(b'', 'nope')), repr(bytearray().decode('nope', 'neither')))
for attempt in (lambda: b'x'.decode('nope'), lambda: ''.encode('nope'), lambda: codecs.decode(b'', 'nope'),
                lambda: b''.decode(5)):
    try:
        print(repr(attempt()))
    except (LookupError, TypeError) as exc:
        print(type(exc).__name__, exc)
