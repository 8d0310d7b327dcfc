"""What a signal's callback held is let go of by `remove_signal_handler`, after the callbacks that were ready."""
import asyncio
import functools
import signal
import warnings


def shown(message, category, file, line, source=None, text=None):
    print(str(message))
    print('   ', file.rpartition('/')[2], line)


warnings._showwarnmsg = lambda told: shown(told.message, told.category, told.filename, told.lineno)


async def never():
    pass


async def ready():
    pass

loop = asyncio.new_event_loop()
loop.add_signal_handler(signal.SIGTERM, functools.partial(asyncio.ensure_future, never()))
loop.call_soon(functools.partial(print, ready()))
loop.close()
print('closed')
