"""glob's dir_fd, alone and with root_dir, for texts and bytes."""
import glob
import os

os.makedirs('/tmp/globbed/a/b', exist_ok=True)
for name in ('a/x.txt', 'a/b/y.txt', 'z.txt'):
    with open(f'/tmp/globbed/{name}', 'w'):
        pass
folder = os.open('/tmp/globbed', os.O_RDONLY)
print(sorted(glob.glob('a/*', dir_fd=folder)), sorted(glob.glob('**/*.txt', dir_fd=folder, recursive=True)))
print(sorted(glob.glob(b'*/*', dir_fd=folder)), sorted(glob.glob('*', root_dir='a', dir_fd=folder)))
print(glob.glob('a', dir_fd=folder), glob.glob('none', dir_fd=folder), glob.glob('/tmp/globbed/z*', dir_fd=folder))
