import itertools
import threading
import time


def slow():
    for n in range(3):
        time.sleep(0.1)
        yield n


def take(name, iterator):
    try:
        for item in iterator:
            print(name, item)
    except RuntimeError as e:
        print(name, e)


first, second = itertools.tee(map(lambda n: time.sleep(0.1) or n, range(3)))
threads = [threading.Thread(target=take, args=pair) for pair in (('a', first), ('b', second))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


class Own:
    def __iter__(self):
        return self

    def __next__(self):
        return next(back)


front, back = itertools.tee(Own())
for _ in range(2):
    try:
        next(front)
    except RuntimeError as e:
        print(e)


def failing():
    yield 1
    raise KeyError('gone')


front, back = itertools.tee(failing())
print(next(front), next(back))
for iterator in front, back, front:
    try:
        print(next(iterator, 'over'))
    except KeyError as e:
        print(repr(e))
