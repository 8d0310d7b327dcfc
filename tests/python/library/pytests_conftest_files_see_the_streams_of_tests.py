# recorded by hand: needs pytest
"""A conftest file is loaded while output is kept: what it prints is not shown, unless it cannot be loaded."""
import os
import sys

import pytest

os.mkdir('box')
with open('box/conftest.py', 'w') as file:
    file.write('''
import sys
print('conftest')
streams = sys.stdin, sys.stdout, sys.stderr
def pytest_configure(config):
    print('configured')
''')
with open('box/test_streams.py', 'w') as file:
    file.write('''
import sys
from conftest import streams
at_collection = sys.stdin, sys.stdout, sys.stderr
def test_same():
    assert all(one is other for one, other in zip((sys.stdin, sys.stdout, sys.stderr), streams))
    assert all(one is other for one, other in zip((sys.stdin, sys.stdout, sys.stderr), at_collection))
''')
print(pytest.main(['-q', '-p', 'no:cacheprovider', 'box']).name)
for name in ('conftest', 'test_streams'):
    sys.modules.pop(name, None)
with open('box/conftest.py', 'w') as file:
    file.write('''
print('before')
raise ValueError('broken')
''')
print(pytest.main(['-q', '-p', 'no:cacheprovider', 'box']).name)
