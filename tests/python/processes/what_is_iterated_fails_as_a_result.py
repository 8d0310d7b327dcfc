# imap iterates as it goes: an error of the iterable comes where its result would be; queues that nobody used stay readable.
from multiprocessing import Pool, Queue, get_context


def square(x):
    return x * x


def some(fails):
    for number in range(9):
        if number == fails:
            raise KeyError(number)
        yield number


if __name__ == "__main__":
    with Pool(2) as pool:
        for chunk in 1, 2, 4:
            got = []
            try:
                for result in pool.imap(square, some(5), chunk):
                    got.append(result)
            except KeyError as error:
                print("imap", chunk, got, repr(error), error.__cause__)
        try:
            list(pool.imap_unordered(square, some(5)))
        except KeyError as error:
            print("imap_unordered", repr(error))
        try:
            pool.map(square, some(3))
        except KeyError as error:
            print("map", repr(error))
    queue = Queue()
    queue.close()
    queue.join_thread()
    print(queue.empty())
    for use in queue.get, lambda: queue.put(1):
        try:
            use()
        except ValueError as error:
            print(str(error)[-9:])
    used = Queue()
    used.put(1)
    used.close()
    used.join_thread()
    try:
        used.empty()
    except OSError as error:
        print(error)
    try:
        get_context("forkserver").set_forkserver_preload([1])
    except TypeError as error:
        print(error)
