import asyncio


async def main():
    async with asyncio.timeout(1) as limit:
        for owner, names in ((asyncio.Queue(3), ("maxsize",)), (asyncio.PriorityQueue(), ("maxsize",)),
                             (asyncio.Barrier(2), ("parties", "n_waiting", "broken")),
                             (asyncio.current_task(), ("_state",))):
            for name in names:
                for change in (lambda: setattr(owner, name, 1), lambda: delattr(owner, name)):
                    try:
                        change()
                    except AttributeError as error:
                        print(error)
    print(limit.expired())


asyncio.run(main())
