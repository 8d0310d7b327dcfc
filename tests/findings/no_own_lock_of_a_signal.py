import threading
import time

done = threading.Lock()
done.acquire()

def work():
    time.sleep(2)
    done.release()

threading.Thread(target=work).start()
while not done.acquire(timeout=0.5):
    print("still waiting")
# found:
