"""`python -m MODULE` and `python FOLDER`: what their modules know of themselves, and what an uncaught exception shows."""
import os
import subprocess
import sys
import tempfile

PROGRAM = '''\
import sys
print(__name__, repr(__package__), __spec__.name, type(__loader__).__name__, type(__builtins__).__name__, sys.argv[1:])
import helper
if 'exit' in sys.argv:
    sys.exit('bye')
helper.fails()
'''

with tempfile.TemporaryDirectory() as place:
    os.chdir(place)
    os.mkdir('folder')
    for name, text in ('folder/__main__.py', PROGRAM), ('helper.py', 'def fails():\n    1 / 0\n'), ('single.py', PROGRAM):
        with open(name, 'w') as file:
            file.write(text)
    here = os.getcwd() + '/'
    for args in (['-m', 'single'], ['-m', 'folder'], ['-m', 'folder.__main__'], ['folder'], ['-m', 'single', 'exit']):
        done = subprocess.run([sys.executable, *args], capture_output=True, text=True, env=os.environ | {'PYTHONPATH': here})
        print(args, done.returncode)
        print((done.stdout + done.stderr).replace(here, ''))
    os.chdir('/')
    done = subprocess.run([sys.executable, '-m', 'helper'], capture_output=True, text=True, env=os.environ | {'PYTHONPATH': here})
    print(done.returncode, done.stderr)
    os.chdir(place)
