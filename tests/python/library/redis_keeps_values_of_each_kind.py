# recorded by hand: CPython with redis 6.4 and a Redis server
import datetime
import time

import redis

r = redis.Redis(decode_responses=True)
r.flushall()


def show(function, *args, **kwargs):
    try:
        found = function(*args, **kwargs)
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
    print(sorted(found) if isinstance(found, set) else found)


print("strings")
show(r.set, "user", "Ann", ex=datetime.timedelta(seconds=2))
show(r.set, "user", "Bob", nx=True)
show(r.set, "user", "Cy", keepttl=True, get=True)
show(r.ttl, "user")
time.sleep(2.5)
show(r.get, "user")
show(r.mset, {"one": 1, "two": 2})
show(r.mget, "one", "two", "three")
show(r.incrby, "one", 41)
show(r.incrbyfloat, "two", 0.1)
show(r.append, "two", "x")
show(r.incr, "two")
show(r.set, "bad", None)
show(r.set, "bad", {"a": 1})
show(lambda: r["nobody"])
show(r.exists, "one", "two", "three")

print("hashes")
show(r.hset, "h", mapping={"name": "Ann", "age": 30})
show(r.hincrby, "h", "age")
show(r.hgetall, "h")
show(r.hmget, "h", ["name", "town"])
show(r.hset, "h")
show(r.lpush, "h", 1)

print("lists")
show(r.rpush, "l", "a", "b", "c", "b")
show(r.lrange, "l", 0, -1)
show(r.lrem, "l", 1, "b")
show(r.lpop, "l", 2)
show(r.lmove, "l", "m", "LEFT", "RIGHT")
show(r.exists, "l")
show(r.linsert, "m", "before", "b", "first")
show(r.lset, "m", 7, "x")
show(r.sort, "m", alpha=True, desc=True)

print("sets")
show(r.sadd, "s", 1, 2, 3)
show(r.sadd, "t", 3, 4)
show(r.sinter, "s", "t")
show(r.sunion, ["s", "t"])
show(r.sdiffstore, "d", "s", "t")
show(r.smembers, "d")

print("sorted sets")
show(r.zadd, "z", {"Ann": 10, "Bob": 7.5, "Cy": 7.5})
show(r.zadd, "z", {"Ann": 5}, gt=True, ch=True)
show(r.zincrby, "z", 2, "Cy")
show(r.zrange, "z", 0, -1, withscores=True)
show(r.zrevrange, "z", 0, 0)
show(r.zrangebyscore, "z", "(7.5", "+inf")
show(r.zrank, "z", "Cy")
show(r.zpopmin, "z")
show(r.zadd, "z", {"Ann": 1}, nx=True, xx=True)

print("keys")
show(lambda: sorted(r.scan_iter("?")))
show(r.type, "z")
show(r.expire, "z", 100)
show(r.ttl, "z")
show(r.persist, "z")
show(r.rename, "nobody", "x")
show(r.delete, "z", "s", "nobody")
show(r.execute_command, "NOSUCH", "x")
show(r.execute_command, "GET")
show(redis.from_url, "http://localhost")
show(redis.Redis(db=99).get, "x")
