import threading
def hi():
    print("hi")
t = threading.Timer(5, hi)
t.join()
# found: joined-unstarted@5
