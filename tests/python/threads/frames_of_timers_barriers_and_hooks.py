import threading


def fails(*args, **kwargs):
    raise IndexError(args, kwargs)


def run(thread):
    thread.start()
    thread.join()


run(threading.Timer(0.1, fails, (1,), {'k': 2}))
barrier = threading.Barrier(2)
run(threading.Thread(target=barrier.wait, args=(0.1,)))
run(threading.Thread(target=barrier.wait))
run(threading.Thread(target=threading.Barrier(1, fails).wait))


class Own(threading.local):
    pass


own = Own()
run(threading.Thread(target=lambda: own.missing))
run(threading.Thread(target=lambda: delattr(own, 'missing')))


def semaphores():
    with threading.BoundedSemaphore(1) as held:
        semaphore.release()


semaphore = threading.BoundedSemaphore(1)
run(threading.Thread(target=semaphores))
run(threading.Thread(target=lambda: semaphore.acquire(False, 1)))
run(threading.Thread(target=lambda: semaphore.release(0)))


def hook(args):
    print(args.exc_type.__name__, args.thread.name)
    1 / 0


threading.excepthook = hook
run(threading.Thread(target=fails, name='hooked'))
