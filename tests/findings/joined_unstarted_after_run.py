import threading
class W(threading.Thread):
    def run(self):
        print("work")
w = W()
w.run()
w.join()
# found: joined-unstarted@7, repaired
