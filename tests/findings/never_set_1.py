import threading

ready = threading.Event()


def work():
    ready.wait()
    print("works")


t = threading.Thread(target=work)
t.start()
t.join()
# found: deadlock@13, never-set@7
