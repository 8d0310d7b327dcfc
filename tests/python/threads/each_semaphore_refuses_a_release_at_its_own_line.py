"""A bounded semaphore has a release() of its own, whose refusals show its lines."""
import sys
import threading
import traceback

print('release' in vars(threading.BoundedSemaphore))
for semaphore, times in (
    (threading.Semaphore(1), 0),
    (threading.BoundedSemaphore(1), 0),
    (threading.BoundedSemaphore(1), 1),
    (threading.BoundedSemaphore(3), 2),
):
    try:
        semaphore.release(times)
    except ValueError:
        traceback.print_exc(file=sys.stdout)
