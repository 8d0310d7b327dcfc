import time


def work(n: int):
    time.sleep(0.1)
    print("done", n)


t = Thread(target=work, args=(1,))
t.start()
t.join()
# found: name-not-imported@9, repaired
