import io
import os
import re
import subprocess
import sys
import warnings

process = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
process.stdin.write(b'buffered')
process.stdin = None
print(process.stdout.read(), process.wait())
process = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
process.stdin.write('text')
process.stdin = None
print(process.stdout.read(), process.wait())
reader, writer = os.pipe()
file = os.fdopen(writer, 'w')
file.write('abc')
del file
print(os.read(reader, 10), os.read(reader, 10))
file = io.FileIO(reader)
for ask in file.tell, file.truncate, lambda: file.seek(0), file.seekable:
    try:
        print(ask())
    except OSError as e:
        print(type(e).__name__, e)
file.close()
reader, writer = os.pipe()
file = open(writer, 'wb', buffering=0)
for ask in file.tell, file.truncate, lambda: file.truncate(0), file.seekable:
    try:
        print(ask())
    except OSError as e:
        print(type(e).__name__, e)
file.close()
os.close(reader)

warnings.simplefilter('always')
warnings.showwarning = lambda message, category, *rest: print(
    category.__name__, re.sub('=[0-9]+', '=N', str(message)))
reader, writer = os.pipe()
file = open(reader, 'rb', buffering=0)
file = open(writer, 'w')
file = None
reader, writer = os.pipe()
file = os.fdopen(reader)
file = open(writer, 'w', closefd=False)
file = None
os.close(writer)
process = subprocess.Popen(['echo', 'hi'], stdout=subprocess.PIPE, text=True)
process.wait()
process = None
with subprocess.Popen(['echo', 'hi'], stdout=subprocess.PIPE) as process:
    print(process.stdout.read())
process = subprocess.run([sys.executable, '-c', 'print(5)'], capture_output=True)
print(process.stdout)
process = None
