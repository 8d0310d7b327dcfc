import threading
def work(n):
    print(n)
threading.Thread(target=work(1)).start()
# found: nothing-to-run@4
