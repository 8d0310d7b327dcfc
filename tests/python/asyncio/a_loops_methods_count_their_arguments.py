# A loop refuses surplus arguments of methods that take none.
import asyncio
async def main():
    loop = asyncio.get_running_loop()
    for name in ('time', 'create_future', 'get_task_factory', 'get_exception_handler', 'shutdown_asyncgens', 'is_running', 'get_debug', 'stop', 'close'):
        try:
            getattr(loop, name)(1)
        except TypeError as error:
            print(error)
        try:
            getattr(loop, name)(x=1)
        except TypeError as error:
            print(error)
asyncio.run(main())
