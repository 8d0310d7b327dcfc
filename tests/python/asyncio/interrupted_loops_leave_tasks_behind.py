"""Ctrl-C in run_until_complete and run_forever: the frames down to the selector, and what becomes of the tasks."""
import asyncio
import signal
import sys
import traceback

signal.signal(signal.SIGALRM, signal.default_int_handler)


async def child(n):
    try:
        await asyncio.sleep(n)
    finally:
        print('child', n, 'ends')


async def main():
    try:
        await child(5)
    finally:
        print('main ends')

loop = asyncio.new_event_loop()
for run in (lambda: loop.run_until_complete(main()), loop.run_forever):
    signal.setitimer(signal.ITIMER_REAL, 1)
    try:
        run()
    except KeyboardInterrupt:
        print([line for line in traceback.format_exc().splitlines() if 'selectors' not in line and 'fd_event' not in line])
print('end')
