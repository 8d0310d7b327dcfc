import threading
import time

account = 100
lock = threading.Lock()


def pay_out(teller, amount):
    global account
    with lock:
        seen = account
        print(teller, "sees", seen)
        time.sleep(1)
        if seen >= amount:
            account = seen - amount
            print(teller, "pays out", amount)
        else:
            print(teller, "refuses")


tellers = [
    threading.Thread(target=pay_out, args=(name, 60))
    for name in ("ann", "bo")
]
for teller in tellers:
    teller.start()
for teller in tellers:
    teller.join()
print("left:", account)
