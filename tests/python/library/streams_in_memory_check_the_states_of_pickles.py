import io


def told(function):
    try:
        print(function())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for state in (('', None, 0, 1), ('', None, 0), ('', None, 0, None, 2), ('', '\n', -1, None), ('', '\n', 'a', None),
              ('', 3, 0, None), (1, '\n', 0, None), [], ('a\r\n', None, 1, {'own': 2})):
    told(lambda: io.StringIO().__setstate__(state))
for state in (b'', 0, 1), (b'',), (b'', -1, None), (b'', 'a', None), ('', 0, None), (b'abc', 1, {'own': 2}):
    told(lambda: io.BytesIO().__setstate__(state))
stream = io.StringIO()
stream.__setstate__(('ab\r\nc', '\r\n', 2, {'own': 3}))
print(repr(stream.read()), stream.own)
for buffer in None, b'x', 1:
    for stream in io.BytesIO(b'a'), io.BufferedReader(io.BytesIO(b'a')):
        told(lambda: stream.readinto(buffer))
        told(lambda: stream.readinto1(buffer))


class One:
    def __index__(self):
        return 1


for size in int, One():
    told(lambda: io.StringIO('ab').read(size))
    told(lambda: io.BytesIO(b'ab').readline(size))
    told(lambda: io.TextIOWrapper(io.BytesIO(b'ab')).read(size))
