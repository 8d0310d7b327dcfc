"""testfile without a package looks beside the module that calls it; a package may be a dotted name."""
import doctest
import os
import sys
os.makedirs('/tmp/outer/inner', exist_ok=True)
open('/tmp/outer/__init__.py', 'w').write('''
import doctest
def ask(): return doctest.testfile('sums.txt', verbose=False)
''')
open('/tmp/outer/sums.txt', 'w').write('>>> 2 + 2\n4\n>>> 3 + 3\n5\n')
open('/tmp/outer/inner/__init__.py', 'w').write('')
open('/tmp/outer/inner/more.txt', 'w').write('>>> 1\n1\n')
sys.path.insert(0, '/tmp')
import outer
print(outer.ask())
try:
    doctest.testfile('sums.txt')
except OSError as e:
    print(type(e).__name__)
print(doctest.testfile('more.txt', package='outer.inner'))
