import threading

class Now(threading.Thread):
    def start(self):
        self.run()

Now(target=print).start()
# found:
