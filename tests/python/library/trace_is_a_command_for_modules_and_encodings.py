"""The command of trace: modules by their names, files in encodings of their own, counts that are kept in a file."""
import os
import subprocess
import sys
import tempfile

os.chdir(tempfile.mkdtemp())

with open('traced.py', 'w', encoding='latin-1') as file:
    file.write('# coding: latin-1\nx = "späm"\nif []:\n    print("never")\n\n\ndef f():\n    return x\n\n\nf()\n')


def run(*args):
    done = subprocess.run([sys.executable, '-m', 'trace', *args], capture_output=True, text=True)
    print(*args, done.returncode)
    print(done.stdout.replace(os.getcwd(), ''), end='')
    print(*done.stderr.splitlines()[-1:], sep='\n')


run('--listfuncs', '--module', 'traced')
run('-l', '--module', 'not_a_module')
run('--count', '--missing', 'traced.py')
with open('traced.cover', encoding='latin-1') as file:
    print(file.read())
run('--count', '--file', 'kept', 'traced.py')
run('--trackcalls', '--file', 'kept', 'traced.py')
run('--report', '--file', 'kept')
