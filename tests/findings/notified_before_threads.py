import threading

condition = threading.Condition()

def wait():
    with condition:
        condition.wait()

with condition:
    condition.notify()
threading.Thread(target=wait).start()
# found: deadlock@11, notified-before@7
