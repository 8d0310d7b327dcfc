"""`python -m NAME`: where it is looked for, which packages are imported before, and what is said if there is none."""
import os
import subprocess
import sys
import tempfile

FILES = {
    'here/top.py': 'print("top")', 'more/ext.py': 'import sys\nprint("ext", __name__, sys.argv[0] == "-m")',
    'here/pk/__init__.py': 'print("init pk")', 'here/pk/mod.py': 'print("mod", __package__)',
    'here/pk/early/__init__.py': 'from . import late', 'here/pk/early/late.py': 'print("late", __name__)',
    'here/nomain/__init__.py': 'print("nomain")', 'here/namespace/m.py': 'print("m")', 'here/empty/text': '',
    'here/bad/__init__.py': 'def fails():\n    1 / 0\nfails()', 'here/bad/m.py': '', 'here/bad/full/__main__.py': '',
    'here/leaves/__init__.py': 'import sys\nsys.exit("left")', 'here/leaves/__main__.py': 'print("never")',
    'here/wants/__init__.py': 'import nothing_of_that_name', 'here/wants/__main__.py': 'print("never")',
}

with tempfile.TemporaryDirectory() as place:
    place = os.path.realpath(place)
    for name, text in FILES.items():
        os.makedirs(os.path.dirname(f'{place}/{name}'), exist_ok=True)
        with open(f'{place}/{name}', 'w') as file:
            file.write(text + '\n')

    def run(*args, **more):
        env = os.environ | {'PYTHONPATH': f'{place}/more'} | more
        done = subprocess.run([sys.executable, *args], capture_output=True, text=True, env=env, cwd=f'{place}/here')
        print(args, *more, done.returncode)
        print((done.stdout + done.stderr).replace(place, 'PLACE').replace(sys.executable, 'PYTHON'), end='')

    for options in [], ['-I'], ['-E'], ['-P']:
        for name in 'top', 'ext':
            run(*options, '-m', name)
    run('-m', 'top', PYTHONSAFEPATH='1')
    run('-m', 'ext', PYTHONPATH='../more')
    for name in ('pk.mod', 'pk.early.late', 'nomain', 'namespace', 'namespace.m', 'bad', 'bad.m', 'bad.full', 'leaves', 'wants', 'pk.nope',
                 'nope', 'nope.x', 'ext.x', 'ext.', 'pk.', '.top', '../here/top', 'pk/mod', 'top.py'):
        run('-m', name)
    run('empty')
    run('.')
