"""GzipFile: what may be written, a mode that is guessed, a file that is closed; streams that say themselves whether they are closed."""
import array
import gzip
import io
import warnings

out = io.BytesIO()
with gzip.GzipFile(fileobj=out, mode='w', mtime=1) as file:
    for data in (b'one', bytearray(b'two'), memoryview(b'three'), array.array('H', [65, 66]), 5, 'text', None, [1]):
        try:
            print(file.write(data))
        except TypeError as error:
            print(error)
    print(file.myfileobj)
print(gzip.decompress(out.getvalue()))
try:
    with file:
        pass
except ValueError as error:
    print(error)
with open('/tmp/guessed.gz', 'wb') as raw, warnings.catch_warnings(record=True) as found:
    warnings.simplefilter('always')
    with gzip.GzipFile(fileobj=raw) as file:
        file.write(b'x')
    print([(warning.category.__name__, str(warning.message)) for warning in found])
with gzip.open('/tmp/guessed.gz') as file:
    print(file.read(), file.myfileobj is not None)


class Odd(io.RawIOBase):
    closed = True


for use in (iter, Odd.__enter__, Odd.isatty):
    try:
        use(Odd())
    except ValueError as error:
        print(error)
