"""os.getxattr and its kin: names that begin with `user.`, with bytes."""
import os
import tempfile

with tempfile.TemporaryDirectory(dir=os.getcwd()) as folder:
    path = os.path.join(folder, 'noted.txt')
    with open(path, 'w') as file:
        file.write('text')
    os.symlink('noted.txt', os.path.join(folder, 'link'))
    print(os.listxattr(path))
    os.setxattr(path, 'user.origin', b'made here')
    os.setxattr(path, b'user.count', b'1', os.XATTR_CREATE)
    os.setxattr(os.path.join(folder, 'link'), 'user.count', b'2', os.XATTR_REPLACE)
    print(sorted(os.listxattr(path)), os.getxattr(path, 'user.count'))
    with open(path) as file:
        print(os.getxattr(file.fileno(), 'user.origin'))
    os.removexattr(path, 'user.origin')
    for act in (lambda: os.getxattr(path, 'user.origin'), lambda: os.removexattr(path, 'user.none'),
                lambda: os.setxattr(path, 'user.count', b'', os.XATTR_CREATE), lambda: os.getxattr(path + 'x', 'user.a'),
                lambda: os.setxattr(path, 'user.other', b'', os.XATTR_REPLACE), lambda: os.setxattr(path, 'mine', b'')):
        try:
            print(act())
        except OSError as error:
            print(type(error).__name__, error.errno, error.strerror, os.path.basename(error.filename))
    print(os.listxattr(path))
