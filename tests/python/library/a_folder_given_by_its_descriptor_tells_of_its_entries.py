# A folder that is given by its descriptor tells of its entries; os.fwalk waits for no named pipe, and goes through no file.
import os

os.makedirs('/tmp/shelf/box')
with open('/tmp/shelf/note', 'w') as file:
    file.write('12345')
os.symlink('box', '/tmp/shelf/to-box')
os.symlink('nowhere', '/tmp/shelf/to-nothing')
os.mkfifo('/tmp/shelf/pipe')
number = os.open('/tmp/shelf', os.O_RDONLY)
with os.scandir(number) as entries:
    for entry in sorted(entries, key=lambda entry: entry.name):
        print(repr(entry), entry.path, entry.is_dir(), entry.is_file(), entry.is_symlink(), entry.is_dir(follow_symlinks=False))
        try:
            print('   ', entry.stat().st_size if entry.is_file() else entry.stat(follow_symlinks=False).st_mode >> 12)
            print('   ', oct(entry.stat().st_mode >> 12))
        except OSError as error:
            print('   ', error)
os.close(number)
for top in '/tmp/shelf', '/tmp/shelf/pipe', '/tmp/shelf/note', '/tmp/shelf/to-box':
    print(top, [(path, sorted(folders), sorted(files)) for path, folders, files, number in os.fwalk(top)])
for wrong in (lambda: os.utime('/tmp/shelf/note', (1, 2), ns=(3, 4)), lambda: os.fchown(999, -1, -1)):
    try:
        wrong()
    except (ValueError, OSError) as error:
        print(type(error).__name__, error)
