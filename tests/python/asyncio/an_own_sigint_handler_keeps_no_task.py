# A handler that the program sets for SIGINT while asyncio.run runs a task, as loops do too, keeps nothing of that task:
# what its frames held goes at the end, with a word about what was never awaited.
import asyncio
import signal
import sys


async def never():
    pass


async def main(set_handler):
    before = signal.getsignal(signal.SIGINT)
    print(before is signal.getsignal(signal.SIGINT))
    set_handler(asyncio.get_running_loop())
    coroutine = never()
    1 / 0


def by_signal(loop):
    before = signal.signal(signal.SIGINT, lambda *args: print('own'))
    signal.raise_signal(signal.SIGINT)
    signal.signal(signal.SIGINT, before)
    print(signal.getsignal(signal.SIGINT) is before)
    signal.signal(signal.SIGINT, signal.SIG_IGN)


for handler in (lambda loop: loop.add_signal_handler(signal.SIGINT, print), by_signal):
    try:
        asyncio.run(main(handler))
    except ZeroDivisionError:
        print('failed')
    signal.signal(signal.SIGINT, signal.default_int_handler)
sys.stdout.flush()
print('end', file=sys.stderr)
