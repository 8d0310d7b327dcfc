import asyncio


class Standing:
    def run(self, function, *args):
        print('run', args)
        return function(*args)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    loop.call_soon(print, 'never', context=3)
    loop.call_later(0.1, print, 'never', context='x')
    print(loop.call_soon(print, 'standing in', context=Standing()))
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(lambda future: print('done'), context=Standing())
    future.set_result(1)
    await asyncio.sleep(0.2)
    loop.set_exception_handler(None)
    print(loop.call_soon(print, 'never', context=4).get_context())
    await asyncio.sleep(0)


asyncio.run(main())
