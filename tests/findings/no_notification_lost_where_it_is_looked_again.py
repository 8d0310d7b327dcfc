import threading

condition = threading.Condition()
items = []

def consume():
    while True:
        with condition:
            while not items:
                condition.wait()
            print(items.pop())

with condition:
    items.append(1)
    condition.notify()
threading.Thread(target=consume).start()
# found: deadlock@16
