import os.path
import posixpath

print(os.path.basename(p='/a/b.txt'), os.path.dirname(p='/a/b.txt'), os.path.split(p='/a/b'), os.path.splitext(p='b.txt'))
print(os.path.isabs(s='/a'), os.path.isdir(s='/tmp'), os.path.splitdrive(p='/a'), os.path.join('/a', 'b'))
try:
    os.path.basename('/a', p='/b')
except TypeError as error:
    print(error)
try:
    posixpath.isdir(path='/tmp')
except TypeError as error:
    print(error)
