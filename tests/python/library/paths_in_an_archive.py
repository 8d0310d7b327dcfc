"""zipfile.Path walks, reads, writes and finds what an archive holds, folders that its names imply among it."""
import io
import zipfile

data = io.BytesIO()
with zipfile.ZipFile(data, 'w') as archive:
    for name, text in ('a.txt', 'alpha\n'), ('b/c.txt', 'gamma\nü\n'), ('b/d/e.tar.gz', b'\1\2'), ('f/g/h/i.txt', ''):
        archive.writestr(name, text)
archive = zipfile.ZipFile(data)
archive.filename = 'held/in.zip'
root = zipfile.Path(archive)
print(root, repr(root), root.name, root.filename, root.parent, root.suffix, type(archive), archive.namelist())
for path in root.iterdir():
    print(path, repr(path), path.name, path.at, path.filename, path.parent, path.is_dir(), path.is_file())
text = root / 'b' / 'c.txt'
print(text.stem, text.suffix, text.exists(), text.is_symlink(), text.match('*.txt'), text.relative_to(root / 'b'))
packed = root.joinpath('b', 'd', 'e.tar.gz')
print(packed.stem, packed.suffix, packed.suffixes, packed.read_bytes(), packed.parent.at, packed.parent.parent.at)
print(repr(text.read_text(encoding='utf-8')), text.read_text('latin-1').count('Ã'))
with text.open(encoding='utf-8') as file:
    print(type(file).__name__, file.readlines())
with text.open('rb') as file:
    print(file.read())
print(text == root / 'b/c.txt', hash(text) == hash(root / 'b/c.txt'), text == 'b/c.txt', (root / 'none').exists())
print((root / 'f').at, (root / 'f' / 'g').is_dir(), (root / 'none').at, (root / 'none').is_dir())
for pattern in '*', '*.txt', '**/*', '**/*.txt', 'b/*', '*/*', 'b/?.txt', '[ab]*', '**', 'b/**':
    print(pattern, [path.at for path in root.glob(pattern)], [path.at for path in (root / 'b').glob(pattern)])
print([path.at for path in root.rglob('*.gz')])
for act in ((root / 'b').open, (root / 'none').open, (root / 'a.txt').iterdir, lambda: text.open('rb', encoding='utf-8'),
            lambda: root.glob(''), lambda: root.glob('a**'), (root / 'none').read_text):
    try:
        print(act())
    except Exception as error:
        print(type(error).__name__, error)
new = io.BytesIO()
with zipfile.ZipFile(new, 'w') as archive:
    with zipfile.Path(archive, 'made/here.txt').open('w') as file:
        file.write('made\n')
    print(type(archive), archive.namelist())
print(zipfile.Path(zipfile.ZipFile(new), 'made/here.txt').read_text())
