"""call_soon of a loop that a program has written: what asyncio itself calls back comes with a context, too."""
import asyncio
import contextvars

where = contextvars.ContextVar("where")


class Loop(asyncio.AbstractEventLoop):
    def __init__(self):
        self.ready = []

    def get_debug(self):
        return False

    def is_running(self):
        return True

    def create_future(self):
        return asyncio.Future(loop=self)

    def create_task(self, coro, **given):
        return asyncio.Task(coro, loop=self, **given)

    def call_exception_handler(self, context):
        print("handler", context.get("message"), repr(context.get("exception")))

    def call_soon(self, callback, *args, context=None):
        print("soon", len(args), context.get(where, "nowhere"))
        handle = asyncio.Handle(callback, args, self, context)
        self.ready.append(handle)
        return handle

    def poll(self):
        while self.ready:
            self.ready.pop(0)._run()


async def waits(future):
    return await future


async def grouped(first, second):
    async with asyncio.TaskGroup() as group:
        one, two = group.create_task(waits(first)), group.create_task(waits(second))
    three = await asyncio.gather(waits(first), waits(second))
    done, _ = await asyncio.wait([asyncio.create_task(waits(second))])
    return one.result(), two.result(), three, len(done)


loop = Loop()
asyncio.set_event_loop(loop)
asyncio._set_running_loop(loop)
context = contextvars.copy_context()
context.run(where.set, "in the task")
futures = loop.create_future(), loop.create_future()
task = loop.create_task(grouped(*futures), context=context)
loop.poll()
where.set("outside")
futures[0].set_result(1)
loop.poll()
futures[1].set_result(2)
loop.poll()
print(task.done(), task.result())
