import threading
import time

running = True


def work():
    global running
    while running:
        time.sleep(0.1)


def tried():
    found = False
    running = False
    while not running:
        running = True
    return found


def stop():
    global running
    running = False


t = threading.Thread(target=work)
t.start()
tried()
time.sleep(1)
stop()
t.join()
# found:
