# Attributes of futures and tasks that cannot be deleted; a coroutine of a class of the program's that says it is running.
import asyncio
import collections.abc
import re


class Own(collections.abc.Coroutine):
    __qualname__ = __name__ = 'Own'

    def __init__(self, running):
        self.cr_running = running

    def send(self, value):
        raise StopIteration(self.cr_running)

    def throw(self, *error):
        pass

    def __await__(self):
        return self


async def main():
    future, task = asyncio.get_running_loop().create_future(), asyncio.current_task()
    names = ('_log_traceback', '_asyncio_future_blocking', '_cancel_message')
    for obj, name in [(future, name) for name in names] + [(task, '_log_destroy_pending'), (future, '_state')]:
        try:
            delattr(obj, name)
        except AttributeError as error:
            print(name, '|', error)
    for running in (True, False):
        task = asyncio.get_running_loop().create_task(Own(running), name='own')
        print(re.sub('0x[0-9a-f]+', '0x', repr(task)), await task)


asyncio.run(main())
