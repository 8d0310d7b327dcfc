import random
def roll():
    random = random.randint(1, 6)
def count():
    total: int = total + 1
def outer():
    n = 0
    def inner():
        n += 1
    inner()
def last(all):
    for one in all: pass
    print(one)
one = n = total = 0
for function in roll, count, outer, lambda: last([]):
    import threading
    threading.Thread(target=function).start()
# found:
