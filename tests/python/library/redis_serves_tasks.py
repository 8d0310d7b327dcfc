# recorded by hand: CPython with redis 6.4 and a Redis server
import asyncio

import redis.asyncio as redis


async def main():
    r = redis.from_url("redis://localhost:6379/0", decode_responses=True)
    await r.flushall()
    print(await asyncio.gather(r.set("a", 1), r.hset("h", mapping={"x": 1}), r.get("nothing")))
    print(await asyncio.gather(r.incr("a"), r.lpush("a", 1), return_exceptions=True))

    async def consume(name):
        while (found := await r.blpop("jobs", timeout=0))[1] != "end":
            print(name, found)

    async with asyncio.TaskGroup() as group:
        group.create_task(consume("first"))
        await asyncio.sleep(0.05)
        group.create_task(consume("second"))
        for job in ("one", "two", "three", "end", "end"):
            await asyncio.sleep(0.05)
            await r.rpush("jobs", job)

    async with r.pipeline(transaction=True) as pipe:
        print(await pipe.set("k", "v").get("k").execute())
        await pipe.watch("k")
        value = await pipe.get("k")
        await r.set("k", "other")
        pipe.multi()
        pipe.set("k", value + "!")
        try:
            await pipe.execute()
        except redis.WatchError as error:
            print("WatchError:", error)

    async def listen(pubsub):
        async for message in pubsub.listen():
            print(message)
            if message["data"] == "bye":
                break

    async with r.pubsub() as pubsub:
        await pubsub.subscribe("news")
        task = asyncio.create_task(listen(pubsub))
        await asyncio.sleep(0.1)
        print(await r.publish("news", "hello"), await r.publish("news", "bye"))
        await task
        print(await pubsub.get_message(timeout=0.2))

    async with r.lock("lock", timeout=2) as lock:
        print(await lock.owned(), await r.lock("lock", blocking_timeout=0.3).acquire())
    print(await lock.locked())
    try:
        await asyncio.wait_for(r.blpop("nothing", timeout=0), 0.2)
    except TimeoutError:
        print("nothing came")
    print(await r.get("k"), sorted([key async for key in r.scan_iter("*")]))
    pool = redis.BlockingConnectionPool(max_connections=2)
    shared = redis.Redis.from_pool(pool)
    print(await asyncio.gather(*(shared.ping() for _ in range(5))))
    await shared.aclose()
    try:
        r["k"]
    except TypeError as error:
        print(error)
    try:
        await r.execute_command("NOSUCH", 1)
    except redis.ResponseError as error:
        print(error)
    await r.aclose()


asyncio.run(main())
