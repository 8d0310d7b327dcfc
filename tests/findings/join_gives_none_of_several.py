from threading import Thread

threads = [Thread(target=print, args=(n,)) for n in range(3)]
for t in threads:
    t.start()
results = [t.join() for t in threads]
print(results)
# found: join-gives-none@6
