"""Pipes as files tell how they were opened, and that they cannot be sought."""
import os
import subprocess
import sys
with_bytes = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
with_text = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
unbuffered = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
reader, writer = os.pipe()
own = os.fdopen(reader, 'rb'), os.fdopen(writer, 'w')
for file in (with_bytes.stdin, with_bytes.stdout, with_text.stdin, with_text.stdout, with_text.stdin.buffer, with_text.stdout.buffer,
             unbuffered.stdin, unbuffered.stdout, *own):
    row = [type(file).__name__, getattr(file, 'mode', None), getattr(file, 'closefd', None), getattr(file, 'write_through', None)]
    row += [file.readable(), file.writable(), file.seekable(), file.name == file.fileno()]
    try:
        file.tell()
    except OSError as e:
        row.append(f'{type(e).__name__} {e}')
    print(*row)
for process in with_bytes, with_text, unbuffered:
    process.stdin.close()
    print(process.stdout.read(), process.wait())
