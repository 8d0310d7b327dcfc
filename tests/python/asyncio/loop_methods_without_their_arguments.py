"""Methods of a loop that are called without their arguments name the class and the parameters."""
import asyncio
import signal

loop = asyncio.new_event_loop()
calls = [("call_soon",), ("call_soon_threadsafe",), ("call_later",), ("call_later", 1), ("call_at",), ("call_at", 1),
         ("set_exception_handler",), ("set_task_factory",), ("add_signal_handler",),
         ("add_signal_handler", signal.SIGINT), ("remove_signal_handler",)]
for name, *args in calls:
    try:
        getattr(loop, name)(*args)
    except TypeError as error:
        print(error)
loop.close()
