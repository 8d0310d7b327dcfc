# recorded by hand: pytest is none of CPython's libraries
"""The program pytest, run as a process."""
import pathlib, subprocess, sys
pathlib.Path('calc.py').write_text('def add(a, b):\n    return a + b\ndef div(a, b):\n    return a / b\n')
pathlib.Path('test_calc.py').write_text('''from calc import add, div
import pytest
def test_add(): assert add(1, 2) == 3
def test_div(): assert div(1, 0) == 1
def test_type(): assert add("a", 1)
''')
for args in (['pytest'], ['pytest', '-q', '--tb=short'], ['pytest', '-k', 'add', '-v']):
    try:
        r = subprocess.run(args, capture_output=True, text=True)
    except FileNotFoundError:
        r = subprocess.run([sys.executable, '-m', *args], capture_output=True, text=True)
    print(r.returncode)
    print(r.stdout)
