# recorded by hand: processes
# A lock for forked processes cannot be given to a process that is spawned.
import multiprocessing


def work(lock):
    with lock:
        print('locked')


if __name__ == '__main__':
    fork, spawn = multiprocessing.get_context('fork'), multiprocessing.get_context('spawn')
    for make in (multiprocessing.Lock, fork.Lock, fork.RLock, fork.Queue, fork.Event, fork.Semaphore, fork.Condition,
                 lambda: fork.Value('i', 1), lambda: fork.Array('i', 2)):
        try:
            spawn.Process(target=work, args=(make(),)).start()
        except RuntimeError as e:
            print(e)
    lock = spawn.Lock()
    child = spawn.Process(target=work, args=(lock,))
    child.start()
    child.join()
    with spawn.Pool(1) as pool:
        print(pool.map(abs, [-1, -2]))
    child = fork.Process(target=work, args=(lock,))
    child.start()
    child.join()
