# As CPython's C code does and words it.
import asyncio


def refused(call):
    try:
        print(call())
    except TypeError as e:
        print(e)


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_result(3)
    refused(lambda: future.result(5))
    refused(lambda: future.result(timeout=5))
    refused(lambda: future.exception(1))
    refused(lambda: future.done(1))
    refused(lambda: future.cancelled(1))
    refused(lambda: future.cancel(1, 2))
    refused(lambda: future.get_loop(1))
    refused(lambda: future.set_result())
    refused(lambda: future.set_result(1, 2))
    refused(lambda: future.set_exception())
    refused(lambda: future.add_done_callback(1, 2))
    refused(lambda: future.remove_done_callback())
    task = asyncio.current_task()
    refused(lambda: task.result(5))
    refused(lambda: task.cancel("a", msg="b"))
    refused(lambda: task.set_name())
    refused(lambda: task.get_name(1))
    refused(lambda: task.get_coro(1))
    refused(lambda: task.uncancel(1))
    refused(lambda: task.cancelling(1))
    refused(lambda: task.get_context(1))
    refused(lambda: task.done(x=1))


asyncio.run(main())
for wrong in (lambda: asyncio.new_event_loop(1), lambda: asyncio.new_event_loop(1, 2), lambda: asyncio.get_running_loop(1),
              lambda: asyncio.get_event_loop(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)

# Methods of a loop that take nothing refuse the future that a callback is given.
loop = asyncio.new_event_loop()
for name in ('stop', 'is_running', 'is_closed', 'get_debug', 'run_forever', 'close'):
    try:
        getattr(loop, name)(0)
    except TypeError as error:
        print(error)
done = loop.create_future()
done.add_done_callback(loop.stop)
done.set_result(None)
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()
for parts in ((None, (), {}), ('C', None, {}), ('C', (), None)):
    try:
        type(*parts)
    except TypeError as error:
        print(error)
