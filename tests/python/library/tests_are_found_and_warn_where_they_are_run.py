"""A test that gives a value warns where it is run; a module that comes of elsewhere is no test's."""
import os
import sys
import tempfile
import unittest
import warnings

os.chdir(tempfile.mkdtemp())


class Case(unittest.TestCase):
    def test_value(self):
        return 1


class AsyncCase(unittest.IsolatedAsyncioTestCase):
    async def test_value(self):
        return 1


def run_it(case):
    case.run()


for kind in Case, AsyncCase:
    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter('always')
        run_it(kind('test_value'))
        kind('test_value')()
    for warning in found:
        print(os.path.basename(warning.filename) == 'case.py', warning.lineno, str(warning.message)[:60])

os.makedirs('suite')
os.makedirs('other')
for folder in 'suite', 'other':
    with open(f'{folder}/checked.py', 'w') as file:
        file.write('import unittest\n')
sys.path.insert(0, os.path.abspath('other'))
import checked
try:
    unittest.TestLoader().discover('suite', 'checked.py')
except ImportError as e:
    print(str(e).replace(os.getcwd(), ''))
