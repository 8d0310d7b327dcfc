"""A future that is done schedules a new callback at once, which a closed loop refuses."""
import asyncio

loop = asyncio.new_event_loop()
future = loop.create_future()
future.set_result(1)
task = loop.create_task(asyncio.sleep(0))
loop.run_until_complete(task)
loop.close()
for done in future, task:
    try:
        done.add_done_callback(print)
    except RuntimeError as e:
        print(type(e).__name__, e)
future.add_done_callback(print)
