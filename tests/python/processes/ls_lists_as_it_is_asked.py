# ls by time, by size, in rows, with sizes for people, marks and folders within.
import os
import subprocess
import tempfile

os.chdir(tempfile.mkdtemp())
os.makedirs('sub/deep')
for name, size in ('a.txt', 3), ('big', 5000), ('empty', 0), ('run.sh', 12), ('.a', 1), ('sub/one', 2_500_000):
    with open(name, 'w') as file:
        file.write('x' * size)
os.symlink('a.txt', 'link')
os.chmod('run.sh', 0o755)
for at, name in enumerate(('a.txt', 'run.sh', 'big', 'empty', '.a', 'sub/one', 'sub/deep', 'sub')):
    os.utime(name, (1_000_000_000 + at, 1_000_000_000 + at))
os.utime('link', (1_000_000_000, 1_000_000_000), follow_symlinks=False)
print(os.lstat('link').st_mtime, os.stat('link').st_mtime)
for words in ('-go', '-goh', '-got', '-gotr', '-S', '-goS', '-R', '-F', '-A', '-s', '-gos', '-p', '-hs', '-goR', '-goFA', '-goh sub', '-go sub a.txt',
              'big sub', '-d sub .', '-1r', '-go link', '-goF link run.sh', 'link', 'missing a.txt', '-RF sub'):
    done = subprocess.run(['ls', *words.split()], capture_output=True, text=True, env={'LC_ALL': 'C.UTF-8', 'PATH': os.environ['PATH']})
    print('ls', words, done.returncode, done.stderr, end='\n' + done.stdout)
