"""tarfile writes and reads archives, in memory and in files, in three formats and with gzip."""
import hashlib
import io
import os
import shutil
import tarfile
import tempfile

os.chdir(tempfile.mkdtemp())
os.umask(0o22)
os.makedirs('d/sub')
for name, text in ('d/a.txt', 'hello\n'), ('d/sub/b.txt', 'x' * 1000):
    with open(name, 'w') as file:
        file.write(text)
os.symlink('a.txt', 'd/link')


def plain(member):
    """The same wherever it runs."""
    member.uid = member.gid = 1000
    member.uname = member.gname = 'user'
    member.mtime = 1700000000
    return None if member.name.endswith('b.txt') and member.size < 10 else member


for mode in 'w', 'w:gz':
    with tarfile.open('a.tar', mode) as archive:
        archive.add('d', filter=plain)
        print(archive.getnames())
        member = tarfile.TarInfo('inner/é' + 'n' * 120 + '.txt')
        member.size, member.mtime = 5, 1.5
        archive.addfile(member, io.BytesIO(b'12345'))
    with tarfile.open('a.tar') as archive:
        for member in archive:
            print(member.name, member.size, oct(member.mode), member.mtime, member.type, member.isfile(), member.isdir(),
                  member.issym(), member.linkname, member.uname, member.pax_headers)
        print(archive.getmember('d/a.txt').offset_data, archive.extractfile('d/a.txt').read(), archive.extractfile('d'),
              archive.extractfile('d/link').readlines())
        archive.list()
        archive.list(verbose=False)
        archive.extractall('out', filter='data')
        with open('out/d/a.txt') as file:
            print(sorted(os.listdir('out/d')), file.read(), os.stat('out/d/a.txt').st_mtime, os.readlink('out/d/link'))
    shutil.rmtree('out')
print(os.path.getsize('a.tar') < 10240, tarfile.is_tarfile('a.tar'), tarfile.is_tarfile('d/a.txt'))

for format in tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode='w', format=format) as archive:
        member = tarfile.TarInfo('dir/' * 20 + 'x' * 60)
        member.size, member.mtime = 3, 10
        archive.addfile(member, io.BytesIO(b'abc'))
        member = tarfile.TarInfo('folder')
        member.type, member.mode = tarfile.DIRTYPE, 0o755
        archive.addfile(member)
    print(format, len(file.getvalue()), hashlib.md5(file.getvalue()).hexdigest())
    file.seek(0)
    print([(member.name, member.size) for member in tarfile.open(fileobj=file)])

with tarfile.open('b.tar', 'w') as archive:
    archive.add('d/a.txt', arcname='one')
with tarfile.open('b.tar', 'a') as archive:
    archive.add('d/sub/b.txt', arcname='two')
with tarfile.open('b.tar') as archive:
    print(archive.next().name, archive.getnames(), len(archive.getmembers()))
    archive.extract('two', 'single', filter='data')
print(os.listdir('single'))
file = io.BytesIO()
with tarfile.open(fileobj=file, mode='w|gz') as archive:
    archive.add('d/a.txt')
file.seek(0)
with tarfile.open(fileobj=file, mode='r|gz') as archive:
    for member in archive:
        print(member.name, archive.extractfile(member).read())
print(os.path.basename(shutil.make_archive('whole', 'gztar', 'd')), os.path.basename(shutil.make_archive('w', 'tar', 'd')))
shutil.unpack_archive('whole.tar.gz', 'o3', filter='data')
print(sorted(os.listdir('o3')))
