import getpass
import gettext
import linecache
import os
import pathlib
import sys
import warnings

pathlib.Path('data.txt').write_text('one\ntwo\nthree')
print(repr(linecache.getline('data.txt', 2)), linecache.getlines('data.txt'), repr(linecache.getline('data.txt', 9)))
os.makedirs('modules', exist_ok=True)
pathlib.Path('modules/part.py').write_text('x = 1\n')
sys.path.insert(0, 'modules')
print(repr(linecache.getline('part.py', 1)), linecache.cache['part.py'][3])
pathlib.Path('empty.txt').touch()
pathlib.Path('old.py').write_bytes('# -*- coding: latin-1 -*-\ns = "é"\n'.encode('latin-1'))
pathlib.Path('wrong.txt').write_bytes(b'\xff\xfe\n')
for name in 'empty.txt', 'old.py', 'wrong.txt', '', 'a\0b', 'nowhere.txt', '<string>':
    print(repr(name), linecache.getlines(name))
pathlib.Path('data.txt').write_text('changed and longer\n')
linecache.checkcache()
print(linecache.getlines('data.txt'))
try:
    linecache.getline('data.txt', 1.1)
except TypeError as error:
    print(error)

for name in 'LOGNAME', 'USER', 'LNAME', 'USERNAME':
    os.environ.pop(name, None)
for name in 'USERNAME', 'LNAME', 'USER', 'LOGNAME':
    os.environ[name] = f'by {name}'
    print(getpass.getuser())

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(gettext.c2py('n!=1')(1.5), gettext.ngettext('one', 'many', 1.0), gettext.ngettext('one', 'many', 1.1), gettext.c2py('n!=1')(1.1), gettext.ngettext('one', 'many', None))
    print([(str(warning.message), warning.lineno) for warning in caught])
for name in 'data.txt', 'empty.txt', 'old.py', 'wrong.txt':
    os.remove(name)
