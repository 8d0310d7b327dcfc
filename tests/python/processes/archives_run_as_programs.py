import os
import runpy
import subprocess
import sys
import tempfile
import zipapp
import zipfile

os.chdir(tempfile.mkdtemp())
with zipfile.ZipFile('app.zip', 'w') as archive:
    archive.writestr('__main__.py', 'import os, sys, helper\nprint(__name__, sys.argv, helper.X, os.path.basename(sys.path[0]))\n')
    archive.writestr('helper.py', 'X = 5\n')
names = runpy.run_path('app.zip')
print(sorted(name for name in names if not name.startswith('__')), names['__name__'])
runpy.run_path('app.zip', run_name='__main__')
print('app.zip' in sys.path, sys.argv[0] == __file__)


def run(*arguments):
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr.replace(sys.executable, 'python').replace(os.getcwd(), '.'))


run('app.zip', 'a', 'b')
os.mkdir('source')
with open('source/__main__.py', 'w') as file:
    file.write('import sys\nprint("app", sys.argv)\nsys.exit(3)\n')
zipapp.create_archive('source', 'app.pyz', interpreter='/usr/bin/env python3')
run('app.pyz', '-x')
with zipfile.ZipFile('empty.zip', 'w') as archive:
    archive.writestr('other.py', '')
run('empty.zip')
# Text in which bytes of an archive stand is a program all the same.
for name, rest in ('short.py', b''), ('long.py', b' and some more words behind it'):
    with open(name, 'wb') as file:
        file.write(b'import os\nprint("text", os.path.basename(__file__))\n# PK\5\6' + rest)
    run(name)
    print(runpy.run_path(name)['__name__'])
