import os
import subprocess

reader, writer = os.pipe()
child = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
attempts = [
    lambda: os.write(writer, 'text'),
    lambda: os.write(writer, 5),
    lambda: os.write('writer', b'data'),
    lambda: os.read(reader, 'all'),
    lambda: os.read('reader', 1),
    lambda: os.close('reader'),
    lambda: os.isatty('reader'),
    lambda: os.fdopen('reader'),
    lambda: child.stdin.write(5),
    lambda: child.stdin.write('text'),
    lambda: os.write(1, None),
]
for attempt in attempts:
    try:
        print(attempt())
    except TypeError as err:
        print(err)
print(os.write(writer, bytearray(b'ab')), os.write(writer, memoryview(b'cd')), os.read(reader, 10))
print(child.stdin.write(memoryview(b'xyz')), child.communicate()[0])
