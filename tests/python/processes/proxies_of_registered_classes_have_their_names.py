# The proxies of a class that a program registers are of a class named after it, in every process.
import multiprocessing as mp
from multiprocessing.managers import BaseManager


class Counter:
    def __init__(self):
        self.n = 0

    def inc(self):
        self.n += 1
        return self.n


class Counters(BaseManager):
    pass


Counters.register('Counter', Counter)


def work(counter):
    counter.inc()


if __name__ == '__main__':
    with Counters() as counters:
        counter = counters.Counter()
        print(type(counter).__name__, type(counter).__module__, repr(counter).partition(' at ')[0])
        for method in 'fork',:
            process = mp.get_context(method).Process(target=work, args=(counter,))
            process.start()
            process.join()
        print(counter.inc())
        try:
            counter.n
        except AttributeError as error:
            print(error)
