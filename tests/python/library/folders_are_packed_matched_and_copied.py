"""shutil packs and unpacks zips and copies links; glob takes bytes, a slash at the end, all below, a root; platforms."""
import glob
import os
import platform
import shutil
import genericpath


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


os.chdir('/tmp')
for path in 'top/a.py', 'top/b.txt', 'top/.hidden/x.py', 'top/sub/c.py', 'top/sub/deep/d.py':
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(path)
os.symlink('a.py', 'top/link.py')
os.symlink('nowhere', 'top/broken')
for pattern in 'top/*', 'top/*/', 'top/sub/', 'top/**/*.py', 'top/**', 'top/.*/*', 'top/[ab].*', 'top/none', '':
    print(pattern, sorted(glob.glob(pattern, recursive=True)))
print(sorted(glob.glob(b'top/*.py')), sorted(glob.glob('**/*.py', root_dir='top', recursive=True)))
print(sorted(glob.glob('**', root_dir='top', recursive=True, include_hidden=True)))
print(glob.escape('a[b]*?'), glob.escape(b'*'))
for pattern in '**/*.py', 'a*b?', '[!a]c/**', '.x/*':
    print(glob.translate(pattern, recursive=True), glob.translate(pattern, seps='/\\', include_hidden=True))

shutil.rmtree('out', ignore_errors=True)
name = shutil.make_archive('packed', 'zip', 'top/sub')
print(name)
shutil.unpack_archive(name, 'out')
print(sorted(glob.glob('out/**', recursive=True)))
print([name for name, about in shutil.get_archive_formats()], shutil.get_unpack_formats()[-1])
told(lambda: shutil.make_archive('x', 'odd', 'top'))
told(lambda: shutil.make_archive('x', 'zip', 'missing'))
told(lambda: shutil.unpack_archive('x.odd'))
told(lambda: shutil.unpack_archive('x.zip', format='odd'))
shutil.register_archive_format('list', lambda base, folder, **named: sorted(os.listdir(folder)), [('x', 1)], 'names')
print(shutil.make_archive('x', 'list', 'top/sub'))
shutil.unregister_archive_format('list')
told(lambda: shutil.register_unpack_format('mine', ['.zip'], print))

told(lambda: shutil.copytree('top', 'copied'))
shutil.rmtree('copied')
shutil.copytree('top', 'copied', symlinks=True)
print(os.readlink('copied/link.py'), os.readlink(b'copied/broken'), sorted(os.listdir(b'copied')))
shutil.rmtree('copied')
shutil.copytree('top', 'copied', ignore_dangling_symlinks=True)
print(sorted(os.listdir('copied')), os.path.islink('copied/link.py'))
shutil.copy('top/link.py', 'again', follow_symlinks=False)
print(os.path.islink('again'))
told(lambda: shutil.chown('again'))
told(lambda: shutil.chown('again', 'nobody at all'))
print(genericpath.commonprefix(['abc', 'abd']), platform.mac_ver(), platform.win32_ver(), platform.win32_edition())
for name in 'top', 'copied', 'out':
    shutil.rmtree(name)
for name in 'packed.zip', 'again':
    os.remove(name)
