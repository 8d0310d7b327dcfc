
import threading, time, os, signal, atexit
atexit.register(print, 'atexit runs')
t = threading.Thread(target=time.sleep, args=(2,)); t.start()
signal.signal(signal.SIGALRM, signal.default_int_handler); signal.setitimer(signal.ITIMER_REAL, .5)
print("main ends", flush=True)
