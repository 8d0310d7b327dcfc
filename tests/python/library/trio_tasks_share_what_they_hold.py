# recorded by hand: needs trio
"""Channels, locks, semaphores, limiters, conditions and events of trio, and what they tell of themselves."""
import trio


async def producer(sender, name):
    async with sender:
        for i in range(2):
            await sender.send(f'{name}{i}')
            await trio.sleep(0.02)


async def worker(shared, name):
    async with shared:
        print(name, 'works')
        await trio.sleep(0.1)


async def waits(condition, items):
    async with condition:
        while not items:
            await condition.wait()
        print('took', items.pop())


async def main():
    sender, receiver = trio.open_memory_channel(0)
    async with trio.open_nursery() as nursery:
        async with sender:
            nursery.start_soon(producer, sender.clone(), 'a')
            await trio.sleep(0.01)
            nursery.start_soon(producer, sender.clone(), 'b')
            await trio.sleep(0)
            print(receiver.statistics())
        async for item in receiver:
            print(item)
    sender, receiver = trio.open_memory_channel(1)
    sender.send_nowait('one')
    for call in (lambda: sender.send_nowait('two'), receiver.receive_nowait, receiver.receive_nowait, sender.close, receiver.receive_nowait,
                 lambda: sender.send_nowait('three'), lambda: trio.open_memory_channel(-1)):
        try:
            print(call())
        except Exception as error:
            print(repr(error))
    for shared in (trio.Lock(), trio.Semaphore(2, max_value=2), trio.CapacityLimiter(1)):
        async with trio.open_nursery() as nursery:
            for name in 'xyz':
                nursery.start_soon(worker, shared, name)
                await trio.sleep(0.01)
            print(type(shared).__name__, shared.statistics().tasks_waiting)
        try:
            shared.release()
        except (RuntimeError, ValueError) as error:
            print(error)
    condition, items = trio.Condition(), []
    async with trio.open_nursery() as nursery:
        for _ in range(2):
            nursery.start_soon(waits, condition, items)
            await trio.sleep(0.01)
        async with condition:
            items += [1, 2]
            print(condition.statistics().tasks_waiting)
            condition.notify_all()
    event = trio.Event()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(event.wait)
        await trio.sleep(0.01)
        print(event.statistics(), event.is_set())
        event.set()


trio.run(main)
