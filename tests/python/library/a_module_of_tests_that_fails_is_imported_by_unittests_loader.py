"""What a module that cannot be imported raises comes through unittest's loader."""
import os
import sys
import tempfile
import unittest

folder = tempfile.mkdtemp()
with open(os.path.join(folder, 'broken_tests.py'), 'w') as file:
    file.write('import there_is_no_such_module\n')
sys.path.insert(0, folder)
result = unittest.TestResult()
unittest.defaultTestLoader.loadTestsFromName('broken_tests').run(result)
for line in result.errors[0][1].replace(folder + os.sep, '').splitlines():
    print(line.replace(os.path.dirname(unittest.__file__), 'unittest'))
