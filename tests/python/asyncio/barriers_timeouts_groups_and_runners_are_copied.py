# Their fields are copied, as those of any object are; a copy goes its own way from there.
import asyncio
import copy


async def late(limit):
    try:
        async with limit:
            await asyncio.sleep(60)
    except TimeoutError:
        return 'late'


async def main():
    barrier = copy.copy(asyncio.Barrier(2))
    print(barrier.parties, barrier.n_waiting, barrier.broken)
    print(sorted(await asyncio.gather(barrier.wait(), barrier.wait())))
    limit = asyncio.timeout(2)
    other = copy.copy(limit)
    print(other.when() == limit.when(), await late(other), other.expired(), limit.expired())
    async with copy.copy(asyncio.TaskGroup()) as group:
        task = group.create_task(asyncio.sleep(1, 'slept'))
    print(task.result())
    for made in asyncio.Barrier(3), asyncio.timeout(None), asyncio.TaskGroup():
        print(type(copy.deepcopy(made)).__name__, sorted(vars(copy.copy(made))))


asyncio.run(main())
runner = copy.copy(asyncio.Runner())
with runner:
    print(runner.run(asyncio.sleep(1, 'run')))
