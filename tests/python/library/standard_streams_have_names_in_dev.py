# The system's names of the standard streams are opened; a closed loop watches nothing any more.
import asyncio
import os
import threading

with open('/dev/stdin') as file:
    print(file.readline())
    for line in file:
        print(line.strip())
with open('/dev/stderr', 'w') as file:
    file.write('to stderr\n')

loop = asyncio.new_event_loop()
reader, writer = os.pipe()
loop.add_reader(reader, print)
loop.close()
print(loop.remove_reader(reader), loop.remove_writer(writer))

lock, level = threading.Lock(), threading.RLock()
lock.acquire()
level.acquire()
lock._at_fork_reinit()
level._at_fork_reinit()
print(lock.locked(), level._is_owned())
threading.Event()._at_fork_reinit()
threading.Condition()._at_fork_reinit()
