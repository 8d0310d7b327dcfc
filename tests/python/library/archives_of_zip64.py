"""Archives with the extensions for large files, those that are written where nobody can go back, and headers of members."""
import io
import zipfile

WHEN = (2020, 2, 3, 4, 5, 6)


def tried(call, *arguments, **named):
    try:
        return call(*arguments, **named)
    except Exception as e:
        return f'{type(e).__name__}: {e}'


info = zipfile.ZipInfo('b', WHEN)
info.CRC, info.compress_size, info.file_size = 1, 5, 7
print(info.FileHeader(), info.FileHeader(True), info.extract_version, info.FileHeader(False))
info.file_size, info.compress_size = 1 << 33, 1 << 32
print(info.FileHeader(), info.create_version)

out = io.BytesIO()
with zipfile.ZipFile(out, 'w') as z:
    with z.open(zipfile.ZipInfo('a.txt', WHEN), 'w', force_zip64=True) as f:
        f.write(b'hello')
    z.writestr(zipfile.ZipInfo('plain', WHEN), 'x')
print(out.getvalue())
with zipfile.ZipFile(out) as z:
    print(z.read('a.txt'), z.getinfo('a.txt').extra, z.getinfo('a.txt').extract_version, z.getinfo('plain').extract_version)


class OneWay:
    def __init__(self):
        self.data = b''

    def write(self, data):
        self.data += data
        return len(data)

    def flush(self):
        pass


one = OneWay()
with zipfile.ZipFile(one, 'w') as z:
    z.writestr(zipfile.ZipInfo('a', WHEN), b'abc')
    with z.open(zipfile.ZipInfo('b', WHEN), 'w', force_zip64=True) as f:
        f.write(b'defg')
print(one.data)
with zipfile.ZipFile(io.BytesIO(one.data)) as z:
    print([(i.filename, i.flag_bits, z.read(i)) for i in z.infolist()], z.testzip())

zipfile.ZIP64_LIMIT = 100
for allowed in (False, True):
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', allowZip64=allowed) as z:
        print(tried(z.writestr, zipfile.ZipInfo('a', WHEN), b'x' * 200))
        print(tried(z.writestr, zipfile.ZipInfo('b', WHEN), b'y'))
    print(out.getvalue())
    with zipfile.ZipFile(out) as z:
        print([(i.filename, i.file_size, i.compress_size, i.header_offset, i.extra, z.read(i)[:3]) for i in z.infolist()])
out = io.BytesIO()
with zipfile.ZipFile(out, 'w') as z:
    with z.open(zipfile.ZipInfo('late', WHEN), 'w') as f:
        f.write(b'z' * 50)
zipfile.ZIP64_LIMIT, zipfile.ZIP_FILECOUNT_LIMIT = 1 << 20, 3
out = io.BytesIO()
with zipfile.ZipFile(out, 'w') as z:
    z.comment = b'many'
    for n in range(5):
        z.writestr(zipfile.ZipInfo(str(n), WHEN), b'')
print(out.getvalue()[-102:])
with zipfile.ZipFile(out) as z:
    print(z.namelist(), z.comment)
with zipfile.ZipFile(io.BytesIO(b'before' + out.getvalue())) as z:
    print(z.namelist(), z.read('3'))
with zipfile.ZipFile(io.BytesIO(), 'w', allowZip64=False) as z:
    print([tried(z.writestr, zipfile.ZipInfo(str(n), WHEN), b'') for n in range(5)])
