"""marshal of numbers that are not normal and of files that give too much; ntpath of mixed paths."""
import io
import marshal
import ntpath


def tell(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e)


for data in b'l\2\0\0\0\0\0\0\0', b'l\0\0\0\x80', b'l\1\0\0\0\xff\xff', b'l\1\0\0\0\5\0':
    tell(marshal.loads, data)


class Much(io.BytesIO):
    def readinto(self, room):
        got = super().readinto(room)
        return got + 10 ** 6 if got > 4 else got


for value in 1.0, 1j, b'0123456789', '0123456789', 5:
    tell(marshal.load, Much(marshal.dumps(value)))
tell(marshal.load, io.StringIO('x'))
tell(marshal.load, io.BytesIO(marshal.dumps({'a': [1, (2,)]})))
tell(ntpath.relpath, b'bytes', 'str')
tell(ntpath.relpath, 'str', b'bytes')
tell(ntpath.relpath, 'str', 42)
tell(ntpath.relpath, r'C:\a\b', r'C:\a\c')
