# recorded by hand: the oracle tells of a deadlock in other words
"""What ends a run that waits for ever is said to who runs it, though the program's own stderr is a file."""
import os
import threading

os.dup2(os.open("/tmp/errors.txt", os.O_CREAT | os.O_RDWR), 2)
lock = threading.Lock()
lock.acquire()
print("once", flush=True)
lock.acquire()
