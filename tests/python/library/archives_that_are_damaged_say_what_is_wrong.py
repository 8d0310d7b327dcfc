"""A zip archive of which one byte is another: what is read of it, and what is said of the rest."""
import io
import os
import tempfile
import zipfile


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


whole = io.BytesIO()
with zipfile.ZipFile(whole, 'w') as archive:
    for name, text in (('a.txt', 'hello' * 5), ('b.txt', 'x'), ('dir/c.txt', 'y')):
        archive.writestr(zipfile.ZipInfo(name), text)
data = whole.getvalue()

for at in (1, 8, 31, 40, 62, 75, 130, 170, 182, 190, 200, 210, 230, 250, 280, 300, 305, 310):
    broken = bytearray(data)
    broken[at] ^= 0x55
    archive = attempt(zipfile.ZipFile, io.BytesIO(broken))
    if isinstance(archive, str):
        print(at, archive)
        continue
    print(at, [attempt(archive.read, name) for name in archive.namelist()])
for end in (5, 60, len(data) - 30, len(data) - 5):
    print(end, attempt(zipfile.ZipFile, io.BytesIO(data[:end])))

archive = zipfile.ZipFile(io.BytesIO(data))
archive.filelist[1].header_offset = 0
print(attempt(archive.read, 'b.txt'))

# What is read and what is written says so when it is closed.
member = archive.open('a.txt')
print(member, member.name, member.mode, member.seekable(), member.readable(), member.writable(), member.MIN_READ_SIZE)
member.close()
print(member, [attempt(ask) for ask in (member.read, member.seekable, member.readable, member.tell)], attempt(member.seek, 0))
made = zipfile.ZipFile(io.BytesIO(), 'w')
member = made.open('q', 'w')
print(member.name, member.mode, member.writable(), member.readable(), member.seekable())
print([attempt(ask) for ask in (member.tell, member.read)])
member.write(b'xx')
member.close()
print(member.name, member.closed, attempt(member.write, b'a'))
made.close()

# What stands where a folder is to be.
folder = tempfile.mkdtemp()
archive = zipfile.ZipFile(io.BytesIO(data))
for prepare in (lambda: os.symlink(folder + '/nowhere', folder + '/dir'), lambda: open(folder + '/dir', 'w').close(),
                lambda: None):
    prepare()
    print(attempt(archive.extract, 'dir/c.txt', folder).replace(folder, '…'))
    if os.path.lexists(folder + '/dir') and not os.path.isdir(folder + '/dir'):
        os.unlink(folder + '/dir')
