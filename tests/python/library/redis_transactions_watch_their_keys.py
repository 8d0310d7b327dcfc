# recorded by hand: CPython with redis 6.4 and a Redis server
import threading
import time

import redis

r = redis.Redis(decode_responses=True)
r.flushall()

with r.pipeline() as pipe:
    print(pipe.set("n", 1).incr("n").get("n").execute())
    try:
        pipe.set("n", 5).lpush("n", 1).incr("n").execute()
    except redis.ResponseError as error:
        print(error)
    print(r.get("n"))
    print(pipe.lpush("n", 1).get("n").execute(raise_on_error=False))
    pipe.watch("n")
    seen = int(pipe.get("n"))
    r.set("n", 100)
    pipe.multi()
    pipe.set("n", seen + 1)
    try:
        pipe.execute()
    except redis.WatchError as error:
        print("WatchError:", error)
    print(r.get("n"), len(pipe))

unsent = r.pipeline(transaction=False)
unsent.get("n").get("nothing")
print(len(unsent), unsent.execute(), unsent.execute())


def double(pipe):
    value = int(pipe.get("n"))
    pipe.multi()
    pipe.set("n", value * 2)


print(r.transaction(double, "n"), r.get("n"))
again = []


def add(n):
    with r.pipeline() as pipe:
        while True:
            try:
                pipe.watch("sum")
                value = int(pipe.get("sum") or 0)
                time.sleep(0.01)
                pipe.multi()
                pipe.set("sum", value + n)
                pipe.execute()
                return
            except redis.WatchError:
                again.append(n)


threads = [threading.Thread(target=add, args=(n,)) for n in (1, 10, 100)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(r.get("sum"), len(again) > 0)

lock = r.lock("lock", timeout=5)
print(lock.acquire(), lock.locked(), lock.owned())
print(r.lock("lock").acquire(blocking=False), r.lock("lock", blocking_timeout=0.3).acquire())
print(lock.extend(5), 9 <= r.ttl("lock") <= 10, lock.reacquire(), r.ttl("lock"))
lock.release()
for wrong in (lock.release, lambda: r.lock("other").extend(3)):
    try:
        wrong()
    except redis.exceptions.LockError as error:
        print(type(error).__name__, error)
try:
    with r.lock("short", timeout=0.5):
        time.sleep(1)
except redis.exceptions.LockNotOwnedError as error:
    print(error)
