import threading
thread = threading.Thread(target=print)
thread.start()
thread.start()
# found: started-twice@4
