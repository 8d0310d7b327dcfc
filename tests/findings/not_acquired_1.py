import threading
lock = threading.Lock()
lock.release()
# found: not-acquired@3
