"""What is no archive is told, and what a filter refuses."""
import io
import os
import tarfile
import tempfile

os.chdir(tempfile.mkdtemp())
for name, text in ('a.txt', 'hello\n'), ('b.txt', 'x' * 1000):
    with open(name, 'w') as file:
        file.write(text)
with tarfile.open('a.tar', 'w') as archive:
    archive.add('a.txt')
with open('a.tar', 'rb') as file:
    whole = file.read()
with open('broken.tar', 'wb') as file:
    file.write(whole[:600])

for wrong in (lambda: tarfile.open('none.tar'), lambda: tarfile.open('a.txt'), lambda: tarfile.open('b.txt'),
              lambda: tarfile.open(fileobj=io.BytesIO(b'')), lambda: tarfile.open('a.tar', 'q'), lambda: tarfile.open(),
              lambda: tarfile.open('a.tar', 'r:zip'), lambda: tarfile.open('a.txt', 'r:gz'), lambda: tarfile.open('a.txt', 'r:'),
              lambda: tarfile.open('a.tar').add('a.txt'), lambda: tarfile.open('a.tar', 'a:gz'),
              lambda: tarfile.TarInfo('x').replace(foo=1), lambda: tarfile.open('a.tar').getmember('zz'),
              lambda: tarfile.open('broken.tar').getnames(), lambda: tarfile.open('broken.tar').extractall(filter='data'),
              lambda: tarfile.open('a.tar').extractall(filter='what'), lambda: tarfile.open('w.tar', 'w').add('nothing'),
              lambda: tarfile.TarInfo('n' * 300).tobuf(tarfile.USTAR_FORMAT)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
archive = tarfile.open('a.tar')
archive.close()
try:
    archive.getnames()
except OSError as error:
    print(error)

for name, kind, link in (('/absolute', tarfile.REGTYPE, ''), ('../up', tarfile.REGTYPE, ''), ('fifo', tarfile.FIFOTYPE, ''),
                         ('link', tarfile.SYMTYPE, '/etc/passwd'), ('other', tarfile.SYMTYPE, '../../x')):
    for rule in 'data', 'tar':
        file = io.BytesIO()
        with tarfile.open(fileobj=file, mode='w') as archive:
            member = tarfile.TarInfo(name)
            member.type, member.linkname, member.mode = kind, link, 0o777
            archive.addfile(member)
        file.seek(0)
        try:
            with tarfile.open(fileobj=file) as archive:
                found = getattr(tarfile, rule + '_filter')(archive.getmember(name), '/tmp/there')
                print(rule, found.name, found.mode, found.uname)
        except tarfile.FilterError as error:
            print(rule, type(error).__name__, error)
