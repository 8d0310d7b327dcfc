import threading
import time

def save():
    time.sleep(1)
    print("saved")

threading.Thread(target=save, daemon=True).start()
print("over")
# found: daemon-cut@8
