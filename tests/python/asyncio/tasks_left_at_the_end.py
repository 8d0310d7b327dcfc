import asyncio


async def never():
    await asyncio.Event().wait()


loop = asyncio.new_event_loop()
one = loop.create_task(never(), name='named')
many = [loop.create_task(never(), name='in a list')]
loop.create_task(never(), name='lost')
loop.run_until_complete(asyncio.sleep(0.1))
loop.close()
print('end')
