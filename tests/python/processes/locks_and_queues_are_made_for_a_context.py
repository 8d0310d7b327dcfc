# The classes behind a context's functions want the context; a semaphore's value is a C int.
import multiprocessing
from multiprocessing import queues, synchronize

for make in (lambda: synchronize.Lock(), lambda: synchronize.Semaphore(1), lambda: synchronize.Event(), lambda: synchronize.Barrier(2),
             lambda: queues.Queue(), lambda: queues.SimpleQueue(), lambda: queues.JoinableQueue(3),
             lambda: multiprocessing.Semaphore(2**40), lambda: multiprocessing.BoundedSemaphore(-2**31 - 1)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
context = multiprocessing.get_context()
print(synchronize.Lock(ctx=context), synchronize.Semaphore(3, ctx=context))
