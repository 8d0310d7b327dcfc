import threading, time
def work():
    time.sleep(5)
    print("saved")
threading.Thread(target=work, daemon=True).start()
n = 0
while n < 3:
    n += 1
print("end")
# found: daemon-cut@5
