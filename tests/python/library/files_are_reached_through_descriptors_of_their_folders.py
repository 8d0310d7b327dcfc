# recorded by hand: an eventfd does not wait by the virtual clock
# Directories are reached through descriptors, and counters, memory and places in files through others.
import asyncio
import os
import shutil
import threading


def told(what, function, *args, **options):
    try:
        print(what, function(*args, **options))
    except (OSError, ValueError, TypeError, OverflowError) as error:
        print(what, type(error).__name__, error)


os.makedirs('/tmp/tree/a/b')
for name in 'x', 'a/y', 'a/b/z':
    with open(f'/tmp/tree/{name}', 'w') as file:
        file.write(name)
os.symlink('a', '/tmp/tree/link')
for topdown in True, False:
    for path, folders, files, number in os.fwalk('/tmp/tree', topdown):
        folders.sort()
        print(path, folders, sorted(files), [os.stat(name, dir_fd=number).st_size for name in sorted(files)])
for path, folders, files, number in os.fwalk('/tmp/tree', follow_symlinks=True):
    folders.sort()
    print(path, folders, files)
told('no folder', lambda: list(os.fwalk('/tmp/none')))
told('no file', lambda: list(os.fwalk('/tmp/none', onerror=lambda error: print('told', error))))

number = os.open('/tmp/tree/a', os.O_RDONLY | os.O_DIRECTORY)
print(sorted(os.listdir(number)))
told('stat', lambda: os.stat('y', dir_fd=number).st_size)
told('missing', os.stat, 'none', dir_fd=number)
told('mkdir', os.mkdir, 'new', dir_fd=number)
told('rename', os.rename, 'y', 'yy', src_dir_fd=number, dst_dir_fd=number)
told('symlink', os.symlink, 'yy', 'to', dir_fd=number)
told('readlink', os.readlink, 'to', dir_fd=number)
told('access', os.access, 'yy', os.R_OK, dir_fd=number)
told('chmod', os.chmod, 'yy', 0o600, dir_fd=number)
told('mode', lambda: oct(os.stat('yy', dir_fd=number).st_mode))
told('unlink', os.unlink, 'to', dir_fd=number)
told('rmdir', os.rmdir, 'new', dir_fd=number)
told('absolute', lambda: os.stat('/tmp/tree/x', dir_fd=number).st_size)
opened = os.open('made', os.O_CREAT | os.O_WRONLY, dir_fd=number)
os.write(opened, b'12345')
os.fchmod(opened, 0o640)
print(oct(os.fstat(opened).st_mode), sorted(os.listdir(number)))
told('no folder', os.stat, 'x', dir_fd=opened)
os.close(opened)
with open('yy', opener=lambda path, flags: os.open(path, flags, dir_fd=number)) as file:
    print(file.read())
here = os.getcwd()
os.fchdir(number)
print(os.getcwd(), sorted(os.listdir()))
os.chdir(here)
told('fchdir', os.fchdir, 999)
shutil.rmtree('b', dir_fd=number)
print(sorted(os.listdir(number)), os.stat in os.supports_dir_fd, os.listdir in os.supports_fd)
os.close(number)
shutil.rmtree('/tmp/tree')

counter = os.eventfd(3)
print(os.eventfd_read(counter))
os.eventfd_write(counter, 2)
os.write(counter, (5).to_bytes(8, 'little'))
print(os.read(counter, 8))
thread = threading.Timer(0.5, os.eventfd_write, (counter, 9))
thread.start()
print(os.eventfd_read(counter))
os.close(counter)
counter = os.eventfd(2, os.EFD_NONBLOCK | os.EFD_SEMAPHORE)
print(os.eventfd_read(counter), os.eventfd_read(counter))
told('empty', os.eventfd_read, counter)
told('negative', os.eventfd, -1)


async def main():
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def ready():
        print('ready', os.eventfd_read(counter))
        done.set()
    loop.add_reader(counter, ready)
    loop.call_later(0.25, os.eventfd_write, counter, 1)
    await done.wait()
    loop.remove_reader(counter)
asyncio.run(main())
os.close(counter)

memory = os.memfd_create('cells')
os.write(memory, b'0123456789')
print(os.lseek(memory, 0, os.SEEK_SET), os.read(memory, 4), os.fstat(memory).st_size)
other = os.memfd_create('copy')
print(os.copy_file_range(memory, other, 4), os.copy_file_range(memory, other, 100), os.copy_file_range(memory, other, 2, 0, 20))
print(os.pread(other, 30, 0))
os.posix_fallocate(other, 20, 10)
print(os.fstat(other).st_size, os.pwritev(other, [b'ab', b'cd'], 1), os.posix_fadvise(other, 0, 0, os.POSIX_FADV_NORMAL))
parts = [bytearray(3), bytearray(4)]
print(os.preadv(other, parts, 0), parts)
os.close(other)
os.close(memory)
facts = os.statvfs('/')
print(facts.f_bsize, facts.f_namemax, facts.f_blocks >= facts.f_bfree >= facts.f_bavail, len(facts), type(facts).__name__)
told('nowhere', os.statvfs, '/tmp/nowhere')
