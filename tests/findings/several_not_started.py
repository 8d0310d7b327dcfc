import threading
def work(n):
    print("work", n)
ts = [threading.Thread(target=work, args=(i,)) for i in range(5)]
for t in ts:
    t.run()
print("end")
# found: several-not-started@4, repaired
