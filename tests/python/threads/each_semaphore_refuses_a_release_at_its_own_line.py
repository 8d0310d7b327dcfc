"""A bounded semaphore has a release() of its own, whose refusals show its lines."""
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
    except ValueError as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        print(last.name, last.lineno, last.line)
