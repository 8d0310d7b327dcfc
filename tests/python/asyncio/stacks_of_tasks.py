import asyncio


async def never():
    await asyncio.get_running_loop().create_future()


async def main():
    t = asyncio.create_task(never(), name='never')
    await asyncio.sleep(0)
    t.print_stack()
    t.print_stack(limit=1)
    import sys
    async def f(): raise ValueError(1)
    u = asyncio.create_task(f())
    await asyncio.sleep(0)
    u.print_stack(file=sys.stdout)
    u.exception()
    print(u.get_stack())
    try:
        t.set_result(1)
    except RuntimeError as e:
        print(e)
    try:
        t.set_exception(ValueError())
    except RuntimeError as e:
        print(e)
asyncio.run(main())


class Named(asyncio.Task):
    def __repr__(self):
        return f"<{self.get_name()}>"


async def of_ones_own_class():
    t = Named(never(), loop=asyncio.get_running_loop(), name='shown as it likes')
    await asyncio.sleep(0)
    t.print_stack()
    t.cancel()
    await asyncio.wait([t])
    t.print_stack()


asyncio.run(of_ones_own_class())
