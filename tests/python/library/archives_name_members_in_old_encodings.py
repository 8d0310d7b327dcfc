import io
import os
import pathlib
import warnings
import zipfile

made = io.BytesIO()
with zipfile.ZipFile(made, 'w') as archive:
    archive.writestr('abc.txt', 'text' * 50, zipfile.ZIP_DEFLATED)
    with archive.open('two', 'w') as member:
        print(member.name, member.mode)
        member.write(b'2')
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        archive.comment = b'c' * 70000
        print([str(warning.message) for warning in caught], len(archive.comment))
    archive.comment = b''
# Names as programs of DOS wrote them, in the same length.
data = made.getvalue().replace(b'abc.txt', 'äß░.txt'.encode('cp437'))
with zipfile.ZipFile(io.BytesIO(data)) as archive:
    print(archive.namelist(), archive.read('äß░.txt')[:8])
    member = archive.open('äß░.txt')
    print(member, member.mode, member.name)
    member.close()
    print(member)
    print(archive.open('two'))
with zipfile.ZipFile(io.BytesIO(made.getvalue().replace(b'abc.txt', 'жук.txt'.encode('cp1251'))), metadata_encoding='cp1251') as archive:
    print(archive.namelist())
try:
    zipfile.ZipFile(io.BytesIO(), 'w', metadata_encoding='cp1251')
except ValueError as error:
    print(error)
old = pathlib.Path('old.txt')
old.write_text('x')
os.utime(old, (0, 0))
with zipfile.ZipFile(io.BytesIO(), 'w', strict_timestamps=False) as archive:
    archive.write('old.txt')
    print(archive.infolist()[0].date_time)
try:
    zipfile.ZipInfo.from_file('old.txt')
except ValueError as error:
    print(error)
old.unlink()
