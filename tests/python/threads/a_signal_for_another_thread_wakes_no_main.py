# recorded by hand: the oracle wakes the main thread, CPython does not
import signal
import threading
import time

began = time.monotonic()
signal.signal(signal.SIGUSR1, lambda *args: print("handled", round(time.monotonic() - began, 1)))
threading.Timer(0.2, lambda: signal.pthread_kill(threading.get_ident(), signal.SIGUSR1)).start()
time.sleep(0.6)
print("slept")
main = threading.get_ident()
threading.Timer(0.2, lambda: signal.pthread_kill(main, signal.SIGUSR1)).start()
time.sleep(0.6)
print("slept")
