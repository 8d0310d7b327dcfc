# recorded by hand: by the virtual clock of the recorder such a wait never ends
"""A thread that waits by time.sleep(0) alone keeps nobody's deadline from coming."""
import threading
import time


def spin():
    global turns
    while not stopped:
        turns += 1
        time.sleep(0)


turns, stopped = 0, False
thread = threading.Thread(target=spin)
thread.start()
before = time.monotonic()
for _ in range(3):
    time.sleep(0.01)
print(turns > 100, 0.029 < time.monotonic() - before < 0.1)
print(threading.Event().wait(0.01))
stopped = True
thread.join()

deadline = time.monotonic() + 0.05
while time.monotonic() < deadline:
    time.sleep(0)
print('over', time.monotonic() - deadline < 0.05)
