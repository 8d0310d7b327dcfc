# os.read(0) gives what a pipe has got so far; it does not wait for the end of a line.
import subprocess
import sys

LENGTHS = '''
import os
while found := os.read(0, 1000):
    os.write(1, b'%d\\n' % len(found))
'''
child = subprocess.Popen([sys.executable, '-c', LENGTHS], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for part in b'whole\n', b'no end of a line', b'two\nlines\n':
    child.stdin.write(part)
    child.stdin.flush()
    print(child.stdout.readline())
child.stdin.close()
print(child.wait())
