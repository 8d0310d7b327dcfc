import threading
def work(n):
    print("work", n)
ts = [threading.Thread(target=work, args=(i,)) for i in range(3)]
for t in ts:
    t.run()
for t in ts:
    t.join()
# found: joined-unstarted@8, repaired
