# An HTTPError can be read as the answer that it is.
import io
import urllib.error

error = urllib.error.HTTPError('http://x', 404, 'Not Found', {'a': 'b'}, io.BytesIO(b'short\nand stout'))
print(error, repr(error), error.code, error.status, error.reason, error.geturl(), error.getcode(), error.url)
print(error.readline(), error.headers, error.info() is error.hdrs, error.filename, error.msg)
with error as answer:
    print(answer.read())
print(error.fp.closed)
error = urllib.error.HTTPError('http://x', 404, 'Not Found', {}, None)
print(error, error.read(), isinstance(error, urllib.error.URLError), list(error))
error.headers = {'c': 'd'}
print(error.hdrs)
try:
    error.nothing
except AttributeError as e:
    print(type(e))
