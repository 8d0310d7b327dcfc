from threading import Thread

threads = [Thread(target=print, args=(n,)) for n in range(3)]
[t.start() for t in threads]
[t.join() for t in threads]
name = ", ".join(t.name for t in threads)
# found:
