# recorded by hand: the clock of the recording waits for a thread that reads a pipe
"""A TextIOWrapper over a pipe gives a line when it is there, not when all has come."""
import io
import os
import threading

reads, writes = os.pipe()
printed = threading.Semaphore()


def write():
    with os.fdopen(writes, 'wb', buffering=0) as file:
        for piece in (b'one\n', b'two\nthree\nr', b'est\r\nlast'):
            printed.acquire()
            file.write(piece)


writer = threading.Thread(target=write)
writer.start()
with io.TextIOWrapper(io.BufferedReader(io.FileIO(reads)), encoding='utf-8') as text:
    for line in text:
        print(repr(line))
        printed.release()
writer.join()
