"""Modules are imported from archives on the path, and their files read; packages that are several folders have one view."""
import importlib.resources as r
import os
import pathlib
import sys
import tempfile
import traceback
import zipfile
import zipimport
from importlib.resources.abc import Traversable, TraversableResources
from importlib.resources.readers import MultiplexedPath

d = tempfile.mkdtemp()
with zipfile.ZipFile(d + '/z.zip', 'w') as z:
    for name, text in {'in_zip.py': 'X = 1\n\n\ndef fails():\n    return 1 / 0\n', 'zp/__init__.py': 'Y = 2\n', 'zp/a.txt': 'inside',
                       'zp/sub/__init__.py': 'from .. import Y\n', 'zp/sub/b.bin': 'ab', 'bare/': '', 'bare/m.py': 'M = 3\n', 'below/deep/q.py': 'Q = 4\n'}.items():
        z.writestr(name, text)

i = zipimport.zipimporter(d + '/z.zip')
print(i.is_package('zp'), i.is_package('in_zip'), i.get_source('zp'), i.get_data('zp/a.txt'), i.find_spec('in_zip').name, i.find_spec('q'),
      i.archive == d + '/z.zip', repr(i.prefix), i.get_filename('in_zip')[len(d):], repr(i).replace(d, ''))
print(i.find_spec('below'), zipimport.zipimporter(d + '/z.zip/below/deep').prefix, i.find_spec('bare').submodule_search_locations[0][len(d):], i.get_code('in_zip').co_filename[len(d):])
for call in (lambda: zipimport.zipimporter('/nope.zip'), lambda: zipimport.zipimporter(''), lambda: zipimport.zipimporter(d),
             lambda: i.get_source('q'), lambda: i.get_data('q'), lambda: zipimport.zipimporter(5)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)

sys.path.insert(0, d + '/z.zip')
sys.path.insert(1, d + '/z.zip/below/deep')
import bare.m
import in_zip
import q
import zp.sub
print(in_zip.X, zp.Y, zp.sub.Y, bare.m.M, q.Q, zp.__file__[len(d):], type(zp.__loader__).__name__, zp.__path__[0][len(d):])
try:
    in_zip.fails()
except ZeroDivisionError as e:
    print(traceback.format_exc().replace(d, '').splitlines()[-3:])
f = r.files('zp')
print(type(f).__name__, f.joinpath('a.txt').read_text(), sorted(x.name for x in f.iterdir()), isinstance(f, Traversable))
with r.as_file(f / 'a.txt') as p:
    print(p.read_text(), type(p).__name__, p.suffix)
with r.as_file(f / 'sub') as p:
    print(sorted(x.name for x in p.iterdir()))
print(r.read_text('zp', 'a.txt'), r.is_resource('zp', 'sub'), r.files('zp.sub').joinpath('b.bin').read_bytes())

for n in '12':
    os.makedirs(f'{d}/{n}/ns/sub')
    pathlib.Path(f'{d}/{n}/ns/only{n}.txt').write_text(n)
    pathlib.Path(f'{d}/{n}/ns/both.txt').write_text(n)
    pathlib.Path(f'{d}/{n}/ns/sub/s{n}.txt').write_text(n)
    sys.path.insert(0, f'{d}/{n}')
f = r.files('ns')
print(repr(f).replace(d, ''), [x.name for x in f.iterdir()], (f / 'both.txt').read_text(), f.joinpath('sub', 's1.txt').read_text(), f.name)
print(f.is_dir(), f.is_file(), sorted(x.name for x in (f / 'sub').iterdir()), (f / 'nope').exists())
for call in (f.read_text, f.read_bytes, f.open, MultiplexedPath, lambda: MultiplexedPath(d + '/z.zip')):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, str(e).replace(d, ''))
print(sorted(Traversable.__abstractmethods__), TraversableResources.__abstractmethods__)
