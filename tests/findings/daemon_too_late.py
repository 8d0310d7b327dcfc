import threading, time
def work():
    time.sleep(1)
t = threading.Thread(target=work)
t.start()
t.daemon = True
# found: daemon-too-late@6
