# A buffered stream or a text stream whose inner stream has been taken out refuses all that needs it, closing included.
import io

NAMES = ('read', 'read1', 'readline', 'readlines', 'readable', 'writable', 'seekable', 'fileno', 'isatty', 'seek', 'tell',
         'truncate', 'flush', 'peek', 'closed', 'name', 'mode', 'raw', 'buffer', 'detach', '__enter__', '__iter__',
         '__next__', 'newlines', 'encoding', 'errors', 'close')


def told(stream):
    for name in NAMES:
        if not hasattr(type(stream), name) and name not in ('name', 'mode', 'buffer', 'raw'):
            continue
        try:
            found = getattr(stream, name)
            if callable(found):
                found = found(0) if name in ('seek', 'peek') else found()
            print(' ', name, found)
        except Exception as error:
            print(' ', name, type(error).__name__, error)
    for what, call in (('write', lambda: stream.write('a' if hasattr(stream, 'encoding') else b'a')),
                       ('with', lambda: stream.__exit__(None, None, None))):
        try:
            print(' ', what, call())
        except Exception as error:
            print(' ', what, type(error).__name__, error)


with open('ten.bin', 'wb') as file:
    file.write(b'0123456789')
for mode in ('rb', 'wb', 'r+b', 'r', 'w'):
    stream = open('ten.bin', mode)
    inner = stream.detach()
    print(mode, type(stream).__name__, type(inner).__name__)
    told(stream)
    print(inner.closed)
    while inner is not None:
        last, inner = inner, getattr(inner, 'raw', None)
    last.close()

try:
    with open('ten.bin', 'rb') as file:
        raw = file.detach()
except ValueError as error:
    print('with:', error)
print(raw.read(10), raw.closed)
raw.close()

pair = io.BufferedRWPair(io.BytesIO(b'abc'), io.BytesIO())
try:
    pair.detach()
except io.UnsupportedOperation as error:
    print(type(error).__name__, error)
