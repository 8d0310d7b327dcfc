import threading
thread = threading.Thread(target=print, args=(5))
thread.start()
# found: no-tuple@2, repaired
