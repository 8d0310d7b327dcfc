import threading


def square(n):
    return n * n


t = threading.Thread(target=square, args=(3,))
t.start()
result = t.join()
print(result)
# found: join-gives-none@10
