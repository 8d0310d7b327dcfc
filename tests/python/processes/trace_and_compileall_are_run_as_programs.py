"""`python -m trace` and `python -m compileall`."""
import os
import shutil
import subprocess
import sys

shutil.rmtree('/tmp/made', ignore_errors=True)
os.makedirs('/tmp/made/inner')
os.chdir('/tmp/made')
with open('prog.py', 'w') as file:
    file.write('import sys\n\n\ndef twice(n):\n    if n > 5:\n        return 0\n    return 2 * n\n\n\nfor n in range(2):\n    print(twice(n), sys.argv)\n')
with open('inner/good.py', 'w') as file:
    file.write('x = 1\n')
with open('inner/bad.py', 'w') as file:
    file.write('x = (1\n')


def run(*words):
    print('$', *words)
    done = subprocess.run([sys.executable, '-B', '-m', *words], capture_output=True, text=True)
    print(done.stdout, end='')
    if done.stderr:
        print('stderr:', done.stderr, end='')
    print(done.returncode)


run('trace', '--trace', 'prog.py', 'a', '-b')
run('trace', '--count', '--missing', '--summary', '-C', 'covered', 'prog.py')
with open('covered/prog.cover') as file:
    print(file.read())
run('trace', '--trackcalls', 'prog.py')
run('trace', '--count', '-R', '-f', 'counts', 'prog.py')
run('trace', '--report', '-s', '-f', 'counts', '-C', '.')
for words in ((), ('-t',), ('-r',), ('-t', '-l', 'prog.py'), ('-t', '-s', 'prog.py'), ('-t', 'none.py')):
    run('trace', *words)
run('compileall', 'inner/good.py', '-q')
run('compileall', '.')
run('compileall', '-l', '-f', '-x', 'prog', '.')
run('compileall', '-d', 'x', '-s', 'y', '.')
run('compileall', '-qq', 'inner')
print(sorted(os.listdir('inner')), [name for name in os.listdir('inner/__pycache__')])
