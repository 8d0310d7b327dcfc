import io
import select
import subprocess
import sys

code = 'import sys; sys.stdout.write("apple\\n"); sys.stdout.flush(); print(input())'
process = subprocess.Popen([sys.executable, '-c', code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
for stream in process.stdin, process.stdout:
    print(isinstance(stream, io.RawIOBase), isinstance(stream, io.BufferedIOBase), repr(stream)[:12])
print(process.stdout.read(4))
print('left:', select.select([process.stdout], [], [], 0)[0] == [process.stdout])
print(process.stdout.readline())
print(process.stdin.write(b'pear\n'))
print(process.stdout.read(), process.wait())
process.stdin.close()
process.stdout.close()

buffered = subprocess.Popen([sys.executable, '-c', code], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for stream in buffered.stdin, buffered.stdout:
    print(isinstance(stream, io.RawIOBase), isinstance(stream, io.BufferedIOBase), repr(stream)[:20])
print(buffered.communicate(b'plum\n'))

try:
    subprocess.run([sys.executable, '-c', 'pass'], stdout=subprocess.STDOUT)
except ValueError as error:
    print(error)
