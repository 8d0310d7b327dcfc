"""The handle of a signal is made when it is registered: it has the context of then, and can be cancelled or removed."""
import asyncio
import contextvars
import signal

var = contextvars.ContextVar('var', default='none')


def told(name):
    print(name, var.get())


async def main():
    loop = asyncio.get_running_loop()
    var.set('before')
    loop.add_signal_handler(signal.SIGUSR1, told, 'first')
    var.set('after')
    loop.add_signal_handler(signal.SIGUSR2, told, 'second')
    signal.raise_signal(signal.SIGUSR1)
    signal.raise_signal(signal.SIGUSR2)
    await asyncio.sleep(0.1)

    handle = loop._signal_handlers[signal.SIGUSR1]
    print(type(handle).__name__, handle is loop._signal_handlers[signal.SIGUSR1])
    handle.cancel()
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0.1)
    print(loop.remove_signal_handler(signal.SIGUSR1), signal.getsignal(signal.SIGUSR1))

    # Removed before the loop has heard of it.
    signal.raise_signal(signal.SIGUSR2)
    print(loop.remove_signal_handler(signal.SIGUSR2))
    await asyncio.sleep(0.1)


async def debugged():
    def failed(loop, context):
        print(context['message'].split(' (')[0])
        made = context['source_traceback']
        print([(frame.name, frame.line) for frame in made[-2:]])

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(failed)
    loop.add_signal_handler(signal.SIGUSR1, lambda: 1 / 0)
    signal.raise_signal(signal.SIGUSR1)
    await asyncio.sleep(0.1)


asyncio.run(main())
asyncio.run(debugged(), debug=True)
