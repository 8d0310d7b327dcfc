import threading
count = 0
def work():
    for _ in range(3):
        count += 1
threading.Thread(target=work).start()
# found: missing-global@5, repaired
