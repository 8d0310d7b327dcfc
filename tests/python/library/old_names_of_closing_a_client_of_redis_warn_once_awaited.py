# recorded by hand: CPython with redis 8.1
import asyncio
import inspect
from unittest.mock import create_autospec

from redis.asyncio import Redis
from redis.asyncio.client import PubSub


async def main():
    print([inspect.iscoroutinefunction(it) for it in (Redis.close, PubSub.close, PubSub.reset)])
    client = Redis()
    await client.close()
    client.close()
    pubsub = client.pubsub()
    await pubsub.reset()
    await asyncio.gather(pubsub.close())
    mock = create_autospec(client)
    print(type(mock.close).__name__)


asyncio.run(main())
