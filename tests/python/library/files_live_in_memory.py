import os
import io
import tempfile
import shutil
import glob
import json
import csv
from pathlib import Path
d = tempfile.mkdtemp()
print(os.path.isdir(d), d.startswith('/tmp/'))
os.chdir(d)
print(os.getcwd() == d)
with open('a.txt', 'w') as f:
    print(f.write('line 1\nline 2\n'), f.name, f.mode, f.closed, f.tell())
print(f.closed, f)
with open('a.txt') as f:
    for n, line in enumerate(f, 1):
        print(n, line.rstrip())
with open('a.txt', 'a') as f:
    f.write('line 3')
    print('line 4', file=f)
with open('a.txt') as f:
    print(f.read(6), f.tell(), repr(f.readline()), f.readlines(), repr(f.read()), f.seek(0), f.readline())
with open('a.txt', 'r+') as f:
    f.write('LINE')
    f.seek(0, 2)
    f.write('end\n')
    f.seek(0)
    print(f.read())
with open('b.bin', 'wb') as f:
    print(f.write(b'\x00\x01\xff'), f)
with open('b.bin', 'rb') as f:
    print(f.read(2), f.read(), f.seek(-1, 2), f.read(1), f)
for args in [('nope.txt',), ('a.txt', 'x'), ('.', 'w'), ('a.txt', 'z'), ('a.txt', 'rw'), ('no/x.txt', 'w'), ('a.txt', 'rb', -1, 'utf8'), ('',), ('a.txt/x',)]:
    try:
        open(*args)
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'errno', None), getattr(e, 'filename', None))
with open('a.txt') as f:
    for op in (lambda: f.write('x'), ):
        try:
            op()
        except Exception as e:
            print(type(e), e)
for op in (f.read, f.close, lambda: f.write('x'), lambda: next(f), f.flush):
    try:
        print(op())
    except Exception as e:
        print(type(e).__name__, e)
with open('w.txt', 'w') as g:
    try:
        g.read()
    except Exception as e:
        print(type(e), e)
    try:
        g.write(b'x')
    except Exception as e:
        print(type(e), e)
with open('u.txt', 'w', encoding='utf-8') as f:
    f.write('héllo 日本\n')
print(open('u.txt', encoding='utf-8').read(), open('u.txt', 'rb').read(), os.path.getsize('u.txt'))
try:
    open('u.txt', encoding='ascii').read()
except UnicodeDecodeError as e:
    print(e)
with open('n.txt', 'w', newline='') as f:
    f.write('a\r\nb\rc\n')
print(repr(open('n.txt').read()), repr(open('n.txt', newline='').read()), open('n.txt').readlines(), open('n.txt', newline='').readlines())
print(sorted(os.listdir()), os.path.exists('a.txt'), os.path.exists('zz'), os.path.isfile('a.txt'), os.stat('a.txt').st_size)
os.makedirs('x/y/z', exist_ok=True)
os.makedirs('x/y/z', exist_ok=True)
for f in [lambda: os.makedirs('x/y'), lambda: os.mkdir('x'), lambda: os.rmdir('x'), lambda: os.remove('x'), lambda: os.remove('q'), lambda: os.listdir('q'), lambda: os.listdir('a.txt'), lambda: os.rename('q', 'r'), lambda: os.stat('q'), lambda: os.mkdir('q/r'), lambda: os.chdir('q')]:
    try:
        f()
    except OSError as e:
        print(type(e).__name__, e)
open('x/1.py', 'w').close()
open('x/y/2.py', 'w').close()
open('x/y/z/3.txt', 'w').close()
for r, ds, fs in os.walk('x'):
    print(r, sorted(ds), sorted(fs))
print(sorted(glob.glob('x/*')), sorted(glob.glob('x/**/*.py', recursive=True)), sorted(glob.glob('**', recursive=True))[:4], glob.glob('*.zzz'))
p = Path('x')
print(p, repr(p), p.exists(), p.is_dir(), sorted(p.iterdir()), sorted(p.glob('*.py')), sorted(p.rglob('*.py')), sorted(map(str, p.rglob('*'))), sorted(map(str, p.glob('**/*'))))
q = p / 'new' / 'file.tar.gz'
print(q, q.name, q.stem, q.suffix, q.suffixes, q.parent, q.parts, list(q.parents), q.with_suffix('.zip'), q.with_name('z'), q.is_absolute(), q.parent.parent)
try:
    q.read_text()
except FileNotFoundError as e:
    print(e)
q.parent.mkdir(parents=True)
print(q.write_text('hello\nworld'), q.read_text(), q.stat().st_size, q.read_bytes(), q.exists())
q.unlink()
q.unlink(missing_ok=True)
try:
    q.unlink()
except FileNotFoundError as e:
    print(e)
try:
    Path('a.txt').mkdir()
except FileExistsError as e:
    print(e)
try:
    Path('zz').stat()
except FileNotFoundError as e:
    print(e, repr(e.filename))
try:
    open(Path('zz'))
except FileNotFoundError as e:
    print(e, repr(e.filename))
print(Path('/a/b/../c').resolve(), Path('/a') / '/b', Path('a//b/./c'), Path(), Path('a') == Path('a/'), Path('a') < Path('b'), Path('/usr/lib').relative_to('/usr'), os.fspath(p), str(p), hash(p) == hash(Path('x')), p.joinpath('a', 'b'), Path('x.py').match('*.py'), Path.home() is not None)
try:
    Path('/usr').relative_to('/etc')
except ValueError as e:
    print(e)
shutil.copy('a.txt', 'copy.txt')
print(open('copy.txt').read() == open('a.txt').read())
shutil.move('copy.txt', 'x')
print(sorted(os.listdir('x')))
shutil.copytree('x', 'x2')
shutil.rmtree('x')
print(os.path.exists('x'), sorted(os.listdir('x2')))
with tempfile.TemporaryDirectory() as t:
    print(os.path.isdir(t))
    open(os.path.join(t, 'f'), 'w').close()
print(os.path.exists(t))
with tempfile.NamedTemporaryFile('w', delete=False) as t:
    t.write('hi')
print(open(t.name).read())
os.unlink(t.name)
with open('d.json', 'w') as f:
    json.dump({'a': [1, 2], 'b': None}, f, indent=2)
with open('d.json') as f:
    print(json.load(f))
with open('t.csv', 'w', newline='') as f:
    w = csv.writer(f)
    w.writerow(['id', 'name'])
    w.writerows([[1, 'a,b'], [2, 'say "hi"'], [3, None]])
print(open('t.csv').read())
with open('t.csv') as f:
    print(list(csv.reader(f)))
with open('t.csv') as f:
    print(list(csv.DictReader(f)))
s = io.StringIO()
w = csv.DictWriter(s, fieldnames=['x', 'y'])
w.writeheader()
w.writerow({'x': 1, 'y': 2.5})
print(repr(s.getvalue()))
try:
    w.writerow({'z': 1})
except ValueError as e:
    print(e)
print(list(csv.reader(['a;b;"c;d"'], delimiter=';')), list(csv.reader(['"multi', 'line",x'])))
print(os.path.splitext('a/b.tar.gz'), os.path.relpath('/a/b', '/a/c'), os.path.commonpath(['/a/b', '/a/c']), os.path.expandvars('$NOPE/x'), os.sep)
