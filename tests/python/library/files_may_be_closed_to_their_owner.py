# recorded by hand: the machine that records is root's, whom nothing is closed to
import os
import pathlib
import shutil
import tempfile

os.chdir(tempfile.mkdtemp())


def tried(name, work):
    try:
        print(name, work())
    except OSError as exc:
        print(name, type(exc).__name__, exc)


pathlib.Path('a.txt').write_text('text')
for mode in 0o000, 0o400, 0o200, 0o644:
    os.chmod('a.txt', mode)
    print(f'{mode:o}', [os.access('a.txt', each) for each in (os.F_OK, os.R_OK, os.W_OK, os.X_OK, os.R_OK | os.W_OK)])
    tried('reads', lambda: open('a.txt').read())
    tried('writes', lambda: open('a.txt', 'r+').write('t'))
    tried('appends', lambda: open('a.txt', 'a').write(''))
    tried('empties', lambda: pathlib.Path('a.txt').write_text('text'))
    tried('opens', lambda: os.close(os.open('a.txt', os.O_WRONLY)))
os.chmod('a.txt', 0)
tried('copies', lambda: shutil.copy('a.txt', 'b.txt'))
tried('creates', lambda: os.close(os.open('c.txt', os.O_RDWR | os.O_CREAT, 0)))
tried('again', lambda: os.close(os.open('c.txt', os.O_RDWR | os.O_CREAT, 0)))
os.mkdir('d')
pathlib.Path('d/e').touch()
os.chmod('d', 0o500)
tried('within', lambda: open('d/f', 'w'))
tried('makes', lambda: os.mkdir('d/g'))
tried('removes', lambda: os.remove('d/e'))
tried('lists', lambda: os.listdir('d'))
os.chmod('d', 0o300)
tried('lists', lambda: os.listdir('d'))
tried('iterates', lambda: list(pathlib.Path('d').iterdir()))
os.chmod('d', 0o700)
shutil.rmtree('d')
os.remove('a.txt')
print(sorted(os.listdir()))
