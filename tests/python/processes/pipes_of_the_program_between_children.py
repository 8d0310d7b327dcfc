# The ends of os.pipe() and of socket pairs are a child's streams, also after the program has closed its own.
import asyncio
import os
import socket
import subprocess
import sys

reader, writer = os.pipe()
first = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=writer)
os.close(writer)
second = subprocess.Popen(['sort'], stdin=reader, stdout=subprocess.PIPE)
os.close(reader)
first.stdin.write(b'b\na\n')
first.stdin.close()
print(second.communicate(), first.wait())
reader, writer = os.pipe()
program = 'print(input().upper())'
child = subprocess.Popen([sys.executable, '-c', program], stdin=reader, stdout=subprocess.PIPE, text=True)
os.close(reader)
os.write(writer, b'typed\n')
os.close(writer)
print(child.communicate()[0])
ours, theirs = socket.socketpair()
with subprocess.Popen(['echo', 'to a socket'], stdout=theirs):
    theirs.close()
    print(ours.recv(100), ours.recv(100))
ours.close()


async def main():
    reader, writer = os.pipe()
    listed = await asyncio.create_subprocess_exec('printf', 'c\\na\\nb\\n', stdout=writer)
    os.close(writer)
    sorted_ = await asyncio.create_subprocess_exec('sort', stdin=reader, stdout=asyncio.subprocess.PIPE)
    os.close(reader)
    print((await sorted_.communicate())[0], await listed.wait())


asyncio.run(main())
