"""A signal for the process goes to the main thread, so a pause in another one goes on until one is meant for it."""
# recorded by hand: the virtual clock does not know signal.pause()
import os
import signal
import threading
import time


def handler(number, frame):
    print('handled', signal.Signals(number).name, 'in', threading.current_thread().name)


def pausing():
    print('pausing in', threading.current_thread().name)
    signal.pause()
    ended.append(round(time.monotonic() - start, 1))


start, ended = time.monotonic(), []
signal.signal(signal.SIGUSR1, handler)
signal.signal(signal.SIGALRM, handler)
other = threading.Thread(target=pausing, name='other')
other.start()
time.sleep(0.5)
os.kill(os.getpid(), signal.SIGUSR1)
other.join(1)
print('still pausing:', other.is_alive())
signal.alarm(2)
signal.pause()
print('the main thread paused until', round(time.monotonic() - start, 1), other.is_alive())
signal.pthread_kill(other.ident, signal.SIGUSR1)
other.join()
print('the other one until', ended)
