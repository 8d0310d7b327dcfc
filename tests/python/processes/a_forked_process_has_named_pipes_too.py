# recorded by hand: a virtual clock of one process does not see what its forked children do
import multiprocessing
import os
import selectors
import tempfile
import time

os.chdir(tempfile.mkdtemp())
os.mkfifo('line')

# Open to read and to write, and both processes use it.
both = os.open('line', os.O_RDWR)
if os.fork() == 0:
    os.write(both, b'from the child')
    time.sleep(0.5)
    print('child', os.read(both, 100), flush=True)
    os._exit(0)
print('parent', os.read(both, 100), flush=True)
os.write(both, b'from the parent')
print(os.wait()[1])


def tell(text):
    os.write(both, text)


process = multiprocessing.get_context('fork').Process(target=tell, args=(b'from a process',))
process.start()
process.join()
print(os.read(both, 100))
os.close(both)

# A side for each: the reader sees the end when both have closed the other.
reader = os.open('line', os.O_RDONLY | os.O_NONBLOCK)
writer = os.open('line', os.O_WRONLY)
if os.fork() == 0:
    os.close(writer)
    selector = selectors.DefaultSelector()
    selector.register(reader, selectors.EVENT_READ)
    while True:
        ready = selector.select(5)
        data = os.read(reader, 100)
        print('child', len(ready), data, flush=True)
        if not data:
            os._exit(3)
os.close(reader)
for turn in range(2):
    os.write(writer, b'turn %d' % turn)
    time.sleep(0.5)
os.close(writer)
print(os.waitstatus_to_exitcode(os.wait()[1]))
