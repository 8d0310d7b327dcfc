# recorded by hand: CPython with redis 6.4 and a Redis server
import asyncio

import redis.asyncio as redis
from redis.exceptions import ResponseError


async def main():
    async with redis.Redis(decode_responses=True) as r:
        await r.flushall()
        for n in range(1, 5):
            await r.xadd("s", {"n": n}, id=f"{n}-1")
        print(await r.xlen("s"), await r.xrange("s", "2", "+", count=2), await r.xrevrange("s", count=1))
        for wrong in ({"id": "4-1"}, {"id": "0-0"}, {"id": "x"}):
            try:
                await r.xadd("s", {"n": 0}, **wrong)
            except ResponseError as error:
                print(error)
        print(await r.xread({"s": "3-1", "t": "0"}), await r.xread({"s": "$"}))
        print(await r.xgroup_create("s", "g", id="0"), await r.xgroup_create("t", "g", mkstream=True))
        for wrong in (r.xgroup_create("s", "g"), r.xgroup_create("u", "g"), r.xreadgroup("no", "c", {"s": ">"})):
            try:
                await wrong
            except ResponseError as error:
                print(error)
        print(await r.xreadgroup("g", "ann", {"s": ">"}, count=2))
        print(await r.xreadgroup("g", "bob", {"s": ">"}))
        print(await r.xreadgroup("g", "bob", {"s": ">"}), await r.xreadgroup("g", "bob", {"s": "0"}))
        print(await r.xack("s", "g", "1-1", "9-9"), await r.xpending("s", "g"))
        print([(one["message_id"], one["consumer"], one["times_delivered"]) for one in await r.xpending_range("s", "g", "-", "+", 10)])
        print(await r.xclaim("s", "g", "bob", 0, ["2-1"]), await r.xautoclaim("s", "g", "cy", 0, "3", justid=True))
        print(await r.xinfo_groups("s"), (await r.xinfo_stream("s"))["last-entry"])
        print(await r.xtrim("s", maxlen=1, approximate=False), await r.xdel("s", "4-1"), await r.xlen("s"), await r.exists("s"))

        async def later():
            await asyncio.sleep(0.3)
            await r.xadd("s", {"late": "yes"}, id="5-1")

        task = asyncio.create_task(later())
        print(await r.xread({"s": "$"}, block=100))
        print(await r.xread({"s": "$"}, block=1000))
        await task
        reader = asyncio.create_task(r.xreadgroup("g", "ann", {"t": ">"}, block=0))
        await asyncio.sleep(0.1)
        await r.xadd("t", {"k": "v"}, id="1-1")
        print(await reader)


asyncio.run(main())
