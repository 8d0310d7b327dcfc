# What a child writes as bytes need not be text, and its shell is named as it was called.
import os
import subprocess
import sys

CODE = r'import os, sys; sys.stdout.buffer.write(b"\xff\x00a"); sys.stdout.flush(); os.write(2, b"\xfe\n")'
done = subprocess.run([sys.executable, "-c", CODE], capture_output=True)
print(done.stdout, done.stderr)
try:
    subprocess.run([sys.executable, '-c', CODE], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
except UnicodeDecodeError as error:
    print(error)
with open('out.bin', 'wb') as file:
    subprocess.run([sys.executable, '-c', CODE], stdout=file, stderr=subprocess.STDOUT)
with open('out.bin', 'rb') as file:
    print(sorted(file.read()))
os.remove('out.bin')
print(subprocess.run('no-such-program; echo "', shell=True, capture_output=True, text=True).stderr)
print(subprocess.run(['sh', '-c', 'no-such-program'], capture_output=True, text=True).stderr)
