"""multiprocessing's Queue, Lock and the like are methods of the default context: no classes."""
import multiprocessing
from multiprocessing.queues import Queue


def name(value):
    return str(value).partition(' of ')[0]


if __name__ == '__main__':
    print([name(getattr(multiprocessing, word)) for word in ('Queue', 'Lock', 'Event', 'Semaphore', 'Value', 'Pipe')])
    jobs = multiprocessing.Queue()
    print(isinstance(jobs, Queue), type(jobs).__name__)
    try:
        isinstance(jobs, multiprocessing.Queue)
    except TypeError as exc:
        print(exc)
    try:
        class Jobs(multiprocessing.Queue):
            pass
    except TypeError as exc:
        print(exc)

    def work(jobs: multiprocessing.Queue, lock: multiprocessing.Lock = None):
        pass
    print(name(work.__annotations__['jobs']))
    print(multiprocessing.Lock.__name__, multiprocessing.Lock.__qualname__, multiprocessing.Lock.__module__)
