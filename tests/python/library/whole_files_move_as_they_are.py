"""shutil: links stay links when moved, a name is looked up as bytes too, and the size of the terminal is guessed."""
import os
import shutil
import tempfile

top = tempfile.mkdtemp()
os.chdir(top)


def show(function, *args, **kwargs):
    try:
        print(str(function(*args, **kwargs)).replace(top, '.'))
    except Exception as e:
        print(type(e).__name__, str(e).replace(top, '.'))


with open('a', 'w') as f:
    f.write('text')
os.mkdir('d')
os.symlink('a', 'link')
os.symlink('d', 'folder')
os.symlink('nowhere', 'dangling')
show(shutil.move, 'link', 'link2')
print(os.readlink('link2'), os.path.lexists('link'))
show(shutil.move, 'folder', 'folder2')
show(shutil.move, 'dangling', 'd')
print(os.path.islink('folder2'), os.listdir('d'))
show(shutil.move, 'd', 'd')
show(shutil.move, 'd', 'd/e')
rename = os.rename


def elsewhere(*names):
    raise OSError(18, 'Invalid cross-device link')


os.rename = elsewhere
show(shutil.move, 'link2', 'link3')
print(os.path.islink('link3'), os.path.lexists('link2'))
show(shutil.move, 'd', 'd/e')
show(shutil.move, 'd', 'd2')
print(os.listdir('d2'), os.path.exists('d'))
os.rename = rename
for target in 'nodir/', 'nodir/b', 'd2':
    show(shutil.copyfile, 'a', target)
print(shutil.rmtree.avoids_symlink_attacks, shutil.ExecError.__mro__[1])
os.mkdir('bin')
with open('bin/tool', 'w') as f:
    f.write('#!')
os.chmod('bin/tool', 0o755)
for name, path in ('tool', 'bin'), (b'tool', b'bin'), ('tool', b'x:bin'), (b'bin/tool', None), ('tool', ''), ('x', 'bin'):
    show(shutil.which, name, path=path)
for said in 'xxx', '0', '-5', '77':
    os.environ['COLUMNS'] = said
    show(shutil.get_terminal_size, (30, 40))
os.chdir('/')
shutil.rmtree(top)
