import sys
import threading


def fails():
    sys.stderr = None
    raise ValueError('told to the stream that was there')


old = sys.stderr
thread = threading.Thread(target=fails)
thread.start()
thread.join()
sys.stderr = None
silent = threading.Thread(target=fails)
silent.start()
silent.join()
sys.stderr = old
print('both have ended')
