import threading
import time

running = True


def work():
    for _ in range(100):
        while running:
            time.sleep(0.1)
            break


def stop():
    running = False


t = threading.Thread(target=work)
t.start()
time.sleep(1)
stop()
t.join()
# found: flag-lost@15, repaired
