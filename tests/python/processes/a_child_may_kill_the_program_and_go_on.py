# recorded by hand: the oracle runs the program in a thread, and a child that is forked there does not go on
import os
import signal
import time

print('begins', flush=True)
reader, writer = os.pipe()
if os.fork() == 0:
    os.kill(os.getppid(), signal.SIGKILL)
    time.sleep(1)
    print('the child goes on', flush=True)
    os._exit(0)
time.sleep(5)
print('not reached')
