# It is still there when the interpreter goes, and its frames with it: they hold the module's names.
import threading
import time


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("never", self.name)


def background():
    local = Loud("local")
    while True:
        time.sleep(0.1)


loud = Loud("global")
thread = threading.Thread(target=background, daemon=True)
thread.start()
print("end")
