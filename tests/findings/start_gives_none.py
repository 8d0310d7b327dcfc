import threading
def work():
    print(1)
t = threading.Thread(target=work).start()
t.join()
# found: start-gives-none@5
