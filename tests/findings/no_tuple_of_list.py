import threading
def work(numbers): print(sum(numbers))
numbers = [1, 2, 3]
threading.Thread(target=work, args=(numbers)).start()
# found: no-tuple@4, repaired
