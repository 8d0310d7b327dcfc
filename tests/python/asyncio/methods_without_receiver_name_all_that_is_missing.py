import asyncio

for call in (
    lambda: asyncio.TaskGroup.__aexit__(),
    lambda: asyncio.TaskGroup.__aenter__(),
    lambda: asyncio.Timeout.__aexit__(exc_val=None),
    lambda: asyncio.Lock.__aexit__(),
    lambda: asyncio.Queue.put(),
    lambda: asyncio.Queue.put(item=1),
    lambda: asyncio.TaskGroup.create_task(),
    lambda: asyncio.Condition.wait_for(),
    lambda: asyncio.Runner.run(),
    lambda: asyncio.Runner().__exit__(),
):
    try:
        print(call())
    except TypeError as error:
        print(error)
