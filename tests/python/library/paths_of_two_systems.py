"""Paths of Windows and of POSIX as text; patterns; what is at a path and which mode new files get."""
import ntpath
import os
import pickle
import posixpath
import shutil
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath, WindowsPath

w = PureWindowsPath('c:/a\\b/../c.tar.gz')
print(w, repr(w), w.parts, w.drive, w.root, w.anchor, w.parent, list(w.parents), w.suffixes)
print(w.as_posix(), w.as_uri(), w == PureWindowsPath('C:/A/b/../C.TAR.GZ'), w.is_absolute(), w.match('*.GZ'))
print(PureWindowsPath('//server/share/x').parts, PureWindowsPath('c:x').is_absolute(), PureWindowsPath('a') / 'c:/b',
      PurePosixPath(PureWindowsPath('a\\b')), PurePosixPath('a') == PureWindowsPath('a'))


def refused(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)


for what in [lambda: PurePath('a').with_name(''), lambda: PurePath('/').with_name('x'),
             lambda: PurePath('a.txt').with_suffix('x'), lambda: Path('a.b').with_stem(''), lambda: WindowsPath('a'),
             lambda: PurePath('a') < PureWindowsPath('b'), lambda: Path('.').glob(''), lambda: Path('.').glob('/x'),
             lambda: PurePath('a').relative_to('../b', walk_up=True), lambda: Path('~nobody-here').expanduser(),
             lambda: Path.from_uri('http://x'), lambda: PurePath('a').match(''),
             lambda: os.path.relpath(''), lambda: os.path.commonpath(['a', '/b']), lambda: os.path.commonpath([b'a', 'b'])]:
    refused(what)

root = Path('/tmp/two-systems')
shutil.rmtree(root, ignore_errors=True)
(root / 'a' / 'b').mkdir(parents=True)
for name in '1.txt', 'a/2.txt', 'a/b/3.TXT':
    (root / name).write_text(name)
(root / 'link').symlink_to('a')
(root / 'circle').symlink_to('circle')
os.chdir(root)
print(sorted(Path('.').glob('*')), sorted(Path().rglob('*.txt')), sorted(Path().glob('**/*.txt', case_sensitive=False)))
print(sorted(Path().glob('**')), sorted(Path().glob('*/')), sorted(root.rglob('2*', recurse_symlinks=True)))
print(Path('link').is_file(), Path('link').is_dir(), Path('link').is_dir(follow_symlinks=False), Path('circle').exists(),
      Path('/dev/null').is_char_device(), Path('1.txt').is_fifo())
print(sorted((str(p), sorted(d), sorted(f)) for p, d, f in Path('.').walk()),
      sorted((p, sorted(d), sorted(f)) for p, d, f in os.walk(b'.')),
      [p for p, _, _ in os.walk('a', topdown=False)])
print(os.path.realpath('link/b'), os.path.realpath('circle'), os.path.realpath(b'link'), os.path.relpath(b'/a', b'/a/b'))
refused(lambda: os.path.realpath('circle', strict=True))
print(os.path.splitroot('//a'), os.path.splitroot('///a'), os.path.ismount('/'), os.path.exists(1), posixpath is os.path)
os.environ['HOME'] = '/somewhere/'
print(os.path.expanduser('~'), os.path.expanduser('~/x'), os.path.expanduser(b'~/x'), Path.home(), Path('~/y').expanduser())
print(PurePath('a/b/c').full_match('a/**/c'), PurePath('A').match('a', case_sensitive=False), Path.from_uri('file:///a%20b'))
print(pickle.loads(pickle.dumps(root)) == root, pickle.dumps(PurePosixPath('a'), 0))
print(ntpath.join('c:\\a', 'b', '/c'), ntpath.split('c:/a/b'), ntpath.normpath('a/../../b'), ntpath.basename(b'c:\\x'),
      ntpath.commonpath(['c:/A/b', 'C:\\a/c']), ntpath.relpath('c:/a', 'c:/b/c'), ntpath.isreserved('x/con.txt'))
before = os.umask(0o27)
os.close(os.open('new', os.O_CREAT, 0o666))
os.mkdir('folder')
print(oct(os.stat('new').st_mode), oct(os.stat('folder').st_mode), oct(os.umask(before)), type(os.times()), len(os.times()))


class Numbered(Path):
    def __init__(self, *parts):
        super().__init__(*parts)
        self.number = len(parts)


print((Numbered('a') / 'b').number, Numbered('a/b').parent.number, Numbered('a').parents[0])
os.chdir('/')
shutil.rmtree(root)
