import threading, time
def work():
    for i in range(5):
        time.sleep(1)
        print(i)
def other():
    while True:
        break
t = threading.Thread(target=work, daemon=True, name="worker")
t.start()
other()
time.sleep(2.5)
# found: daemon-cut@10
