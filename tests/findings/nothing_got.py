import queue
q = queue.Queue(maxsize=2)
for i in range(3):
    q.put(i)
print("filled")
# found: deadlock@4, nothing-got@4
