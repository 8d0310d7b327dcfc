import threading

class Worker(threading.Thread):
    def run(self):
        print("work")

worker = Worker()
worker.run()
threading.Thread(target=print).start()
# found: not-started@7, repaired
