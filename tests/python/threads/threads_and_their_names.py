"""Threads: starting, names, daemon, joining, what is living, errors."""
import sys
import threading
import time


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', threading.current_thread().name, *words)


def worker(n, delay=0.1, *, word='done'):
    show('begins', n)
    time.sleep(delay)
    show(word, n)


print(threading.current_thread(), threading.main_thread() is threading.current_thread())
print(threading.active_count(), threading.enumerate())
threads = [threading.Thread(target=worker, args=(n,), kwargs={'word': f'ends {n}'}) for n in range(3)]
print([t.name for t in threads], threads[0], threads[0].is_alive(), threads[0].ident, threads[0].daemon)
for t in threads:
    t.start()
print(threads[0], threading.active_count(), [t.name for t in threading.enumerate()])
for t in threads:
    t.join()
print(threads[0].is_alive(), repr(threads[0]), threading.active_count())


class Own(threading.Thread):
    def __init__(self, seconds):
        super().__init__(name='own', daemon=True)
        self.seconds = seconds

    def run(self):
        show('runs', self.name, self.daemon, self.ident == threading.get_ident(), self.native_id)
        time.sleep(self.seconds)
        self.result = 42


own = Own(1)
own.start()
own.join(0.25)
show('after a timeout', own.is_alive(), own)
own.join()
show(own.result, own)
for wrong in (own.start, threading.current_thread().join, threading.Thread(target=worker).join):
    try:
        wrong()
    except RuntimeError as e:
        print('RuntimeError:', e)
try:
    own.daemon = False
except RuntimeError as e:
    print('RuntimeError:', e)


class Careless(threading.Thread):
    def __init__(self):
        pass


try:
    Careless().start()
except RuntimeError as e:
    print('RuntimeError:', e)
try:
    threading.Thread(group=1)
except AssertionError as e:
    print('AssertionError:', e)
print(threading.Thread(target=print).name, threading.Thread(name='x').name, threading.Thread(target=int()).name)
print(threading.get_ident(), threading.main_thread().ident)


def nested():
    inner = threading.Thread(target=worker, args=('inner', 0))
    print(inner.daemon, inner.name)
    inner.start()
    inner.join()


outer = threading.Thread(target=nested, daemon=True)
outer.start()
outer.join()

for name in ('currentThread', 'activeCount'):
    print(getattr(threading, name)())
t = threading.Thread(target=worker)
t.setName('renamed')
print(t.getName())
t.setDaemon(True)
print(t.isDaemon())

timer = threading.Timer(0.5, show, args=['timer'], kwargs={})
print(timer.name)
timer.start()
cancelled = threading.Timer(0.5, show, args=['never'])
cancelled.start()
cancelled.cancel()
timer.join()
show('timer over')

data = threading.local()
data.x = 'main'


def own_data():
    print(hasattr(data, 'x'), data.__dict__)
    try:
        data.x
    except AttributeError as e:
        print(e)
    data.x = threading.current_thread().name
    print(data.x, data.__dict__)


t = threading.Thread(target=own_data)
t.start()
t.join()
print(data.x)


class Local(threading.local):
    shared = []

    def __init__(self, start):
        self.n = start


counted = Local(5)


def count():
    counted.n += 1
    counted.shared.append(counted.n)
    print(counted.n, counted.shared)


for _ in range(2):
    t = threading.Thread(target=count)
    t.start()
    t.join()
print(counted.n, counted.shared)


def last(delay):
    time.sleep(delay)
    show('last')


threading.Thread(target=last, args=(0.2,)).start()
threading.Thread(target=last, args=(5,), daemon=True).start()
show('main ends')
