import os
import subprocess
import sys
from multiprocessing import shared_memory

CHILD = '''
import sys
from multiprocessing.shared_memory import SharedMemory
block = SharedMemory(sys.argv[1], track=sys.argv[2] == 'tracked')
print(bytes(block.buf[:3]))
block.close()
'''
block = shared_memory.SharedMemory(create=True, size=10)
block.buf[:3] = b'abc'
for how in 'untracked', 'tracked':
    done = subprocess.run([sys.executable, '-c', CHILD, block.name, how], capture_output=True, text=True)
    print(how, done.stdout.strip(), done.returncode, 'leaked shared_memory' in done.stderr)
    try:
        shared_memory.SharedMemory(block.name, track=False).close()
        print('there')
    except FileNotFoundError:
        print('gone')
block.close()
try:
    block.unlink()
except FileNotFoundError as e:
    print(type(e).__name__)
try:
    shared_memory.SharedMemory('a\0b', create=True, size=3)
except ValueError as e:
    print(e)
