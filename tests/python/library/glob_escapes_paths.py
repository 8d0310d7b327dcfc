"""glob.escape takes what has a path, and gives text."""
import glob
import pathlib

print(glob.escape(pathlib.Path('a[b]*')), glob.escape('/x?['), glob.escape(b'a*'))
try:
    glob.escape(5)
except TypeError as e:
    print(e)
