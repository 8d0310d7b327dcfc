# What gevent's thread pool calls may wait as gevent waits, and spawn: its thread has a hub of its own; so has any other thread.
# recorded by hand: CPython 3.13.0 with gevent 26.9.0.
import threading

import gevent
from gevent.threadpool import ThreadPool

MAIN = gevent.get_hub()


def wait(name, seconds):
    gevent.sleep(seconds)
    print(name, gevent.get_hub() is MAIN)
    return name * 2


def group(name):
    started = [gevent.spawn(wait, f'{name}{n}', .3 - n / 10) for n in range(3)]
    gevent.joinall(started)
    return [each.value for each in started]


thread = threading.Thread(target=lambda: print(group('t')))
thread.start()
thread.join()
pool = ThreadPool(2)
print(pool.apply(wait, ('p', .1)))
print(pool.spawn(group, 'g').get())
print(pool.map(lambda n: wait(f'm{n}', n / 10), [3, 1]))
print(gevent.get_hub() is MAIN)
