import asyncio


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


async def never():
    pass


async def main():
    loop = asyncio.get_running_loop()
    made = {
        "create_task": asyncio.create_task,
        "a loop's create_task": loop.create_task,
        "ensure_future": asyncio.ensure_future,
        "shield": asyncio.shield,
        "gather": asyncio.gather,
        "wait_for": lambda one: asyncio.wait_for(one, 1),
        "run_coroutine_threadsafe": lambda one: asyncio.run_coroutine_threadsafe(one, loop),
    }
    for name, function in made.items():
        try:
            result = function(Noted(name))
            if name == "wait_for":
                await result
        except TypeError as refused:
            print("told", name, type(refused).__name__)
    try:
        asyncio.create_task([never()])
    except TypeError:
        print("the list is refused")
    print("and left")


try:
    asyncio.run(Noted("run"))
except ValueError:
    print("told run")
asyncio.run(main())
