import asyncio


class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        return super().call_soon(callback, *args, context=context)


class Context:
    def run(self, function, *args):
        print("run", len(args))
        return function(*args)


async def sleeps():
    await asyncio.sleep(0)
    await asyncio.sleep(0.1)


async def main():
    await asyncio.create_task(sleeps(), context=Context())
    try:
        asyncio.current_task().get_context().run(print, "entered twice")
    except RuntimeError as error:
        print(str(error).partition("<")[0])
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("handler", context["message"]))
    loop.default_exception_handler = lambda context: print("default", context["message"], type(context["exception"]).__name__)
    loop.call_exception_handler({"message": "own", "task": asyncio.current_task()})

    class Thing:
        def get_context(self):
            raise ValueError(1)

    loop.call_exception_handler({"message": "no context", "task": Thing()})
    loop.call_exception_handler({"message": "plain"})
    try:
        await asyncio.Lock().__aenter__(1)
    except TypeError as error:
        print(error)
    try:
        await asyncio.Lock().__aexit__(1, 2, 3, a=1)
    except TypeError as error:
        print(error)


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
