"""shutil and os: a link's own times are copied where links are not followed, chown finds paths below a descriptor, an archive's members belong to whom it is told."""
import os
import shutil
import tarfile
import tempfile


def refused(call, *args, **kwargs):
    try:
        print(call(*args, **kwargs))
    except (OSError, NotImplementedError, LookupError) as e:
        print(type(e).__name__, str(e))


os.chdir(tempfile.mkdtemp())
with open('a', 'w') as file:
    file.write('x')
os.symlink('a', 'link')
os.symlink('nowhere', 'dangling')
for path in 'link', 'dangling', 'a', 'none':
    refused(os.chmod, path, 0o600, follow_symlinks=False)
os.utime('a', (5, 5))
os.utime('link', (7, 7), follow_symlinks=False)
shutil.copy2('link', 'copied', follow_symlinks=False)
print(os.lstat('copied').st_mtime, os.stat('copied').st_mtime)
os.symlink('a', 'other')
os.utime('other', (9, 9), follow_symlinks=False)
shutil.copystat('link', 'other')
print(os.lstat('other').st_mtime, os.stat('other').st_mtime)
shutil.copystat('link', 'other', follow_symlinks=False)
print(os.lstat('other').st_mtime, os.stat('other').st_mtime)

fd = os.open('.', os.O_RDONLY)
here = os.getcwd()
os.chdir('/')
refused(shutil.chown, 'a', os.getuid(), os.getgid(), dir_fd=fd)
refused(shutil.chown, 'none', os.getuid(), dir_fd=fd)
refused(shutil.chown, 'dangling', os.getuid(), dir_fd=fd, follow_symlinks=False)
refused(shutil.chown, 'dangling', os.getuid(), dir_fd=fd)
refused(shutil.chown, 'link', group=os.getgid(), dir_fd=fd)
os.chdir(here)

os.mkdir('tree')
with open('tree/f', 'w') as file:
    file.write('1')
os.symlink('f', 'tree/link')
os.utime('tree/link', (3, 3), follow_symlinks=False)
shutil.copytree('tree', 'tree2', symlinks=True)
print(os.lstat('tree2/link').st_mtime)
with tarfile.open(shutil.make_archive('z', 'gztar', 'tree', owner='root', group='root')) as archive:
    print(sorted((m.name, m.uid, m.gid, m.uname, m.gname) for m in archive))
with tarfile.open(shutil.make_archive('z', 'tar', 'tree', owner='nobody at all')) as archive:
    print(all(m.uid == os.getuid() for m in archive))
