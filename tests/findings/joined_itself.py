import threading
def work():
    threading.current_thread().join()
t = threading.Thread(target=work)
t.start()
# found: joined-itself@3
