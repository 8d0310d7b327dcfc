"""Makes programs of threads: locks, conditions, queues, executors, and loops that speak with them."""
from program import Clauses, block

HEAD = '''import asyncio
import concurrent.futures
import queue
import threading
import time

def log(*words):
    print(f'{time.monotonic() - 1000:.3f}', threading.current_thread().name, *words)

class Oops(Exception):
    pass

lock, rlock, event = threading.Lock(), threading.RLock(), threading.Event()
condition, semaphore = threading.Condition(), threading.Semaphore(2)
local = threading.local()
started, futures = [], []

async def coroutine(pause, n):
    await asyncio.sleep(pause)
    if n == 5:
        raise Oops('coroutine', n)
    log('coroutine', n)
    return n'''
SLEEPS = '0', '0.1', '0.1', '0.2', '0.3', '0.5', '1'
CAUGHT = 'Oops', 'Exception', 'queue.Empty', 'queue.Full', 'RuntimeError', 'TimeoutError', 'ValueError'


class Maker:
    def __init__(self, rng):
        self.rng, self.workers, self.names = rng, rng.randint(2, 4), 0

    def pick(self, *what):
        return self.rng.choice(what)

    def pause(self):
        return self.rng.choice(SLEEPS)

    def number(self):
        return self.rng.randint(0, 9)

    def work(self, level):
        if level >= self.workers or self.rng.random() < 0.1:
            return self.pick(f'time.sleep, {self.pause()}', f"log, 'called', {self.number()}", 'event.wait, 0.4')
        return f'worker{self.rng.randint(level, self.workers - 1)}, {self.number()}'

    def body(self, level, depth, size=None):
        return [self.statement(level, depth) for _ in range(size or self.rng.randint(1, 4))]

    def statement(self, level, depth):
        if depth > 2 or self.rng.random() < 0.68:
            return self.rng.choice((self.say, self.sleep, self.sleep, self.queue, self.queue, self.signal, self.thread,
                                    self.thread, self.future, self.small, self.bare))(level)
        return self.rng.choice((self.with_, self.try_, self.try_, self.loop, self.pool, self.if_, self.waiting))(level, depth + 1)

    def say(self, level):
        what = self.pick('n', 'box.qsize()', 'lock.locked()', 'event.is_set()', 'threading.active_count()', 'lock',
                         '[t.name for t in threading.enumerate()]', 'getattr(local, "x", None)', 'len(futures)',
                         '[t.is_alive() for t in started]')
        return f"log('{self.pick('at', 'here', 'so')}', {what})"

    def sleep(self, level):
        return f'time.sleep({self.pause()})'

    def queue(self, level):
        return self.pick(f'box.put({self.number()})', "log('got', box.get(timeout=0.5))", f'box.put({self.number()}, timeout=0.3)',
                         'box.put_nowait(1)', "log('got', box.get_nowait())", 'box.task_done()', "log('got', box.get())")

    def signal(self, level):
        return self.pick('event.set()', 'event.clear()', f"log('event', event.wait({self.pause()}))",
                         Clauses([('with condition:', [self.pick('condition.notify()', 'condition.notify_all()',
                                                                 f"log('told', condition.wait({self.pause()}))")])]))

    def thread(self, level):
        options = self.pick('', '', f", name='n{self.number()}'", ', daemon=True')
        target, *args = self.work(level).split(', ')
        made = f"threading.Thread(target={target}, args=({', '.join(args)},){options})"
        return self.pick(f'started.append({made})\nstarted[-1].start()', f'started.append({made})\nstarted[-1].start()',
                         'started and started[-1].join()', f'started and started[0].join({self.pause()})',
                         f"threading.Timer({self.pause()}, log, ['timer']).start()")

    def future(self, level):
        return self.pick(f'futures.append(pool.submit({self.work(level)}))', f'futures.append(pool.submit({self.work(level)}))',
                         "futures and log('result', futures[-1].result())", "log([f.done() for f in futures])",
                         f"futures and log('exception', futures[0].exception({self.pause()}))",
                         "futures and log('cancelled', futures[-1].cancel())",
                         f"log(list(pool.map(str, range({self.number()}))))",
                         "futures and futures[-1].add_done_callback(lambda f: log('callback', f.cancelled()))",
                         'done, not_done = concurrent.futures.wait(futures, timeout=0.3)\nlog(len(done), len(not_done))')

    def small(self, level):
        return self.pick(f'local.x = {self.number()}', f"raise Oops({self.number()})", 'return n', 'raise ValueError(n)',
                         f"log('acquired', lock.acquire(timeout={self.pause()}))", 'lock.release()',
                         "log('acquired', lock.acquire(blocking=False))", 'rlock.acquire()', 'rlock.release()',
                         f'log(asyncio.run(coroutine({self.pause()}, {self.number()})))', 'raise SystemExit')

    def bare(self, level):
        target, *args = self.work(level).split(', ')
        return f"{target}({', '.join(args)})"

    def with_(self, level, depth):
        return block(self.pick('with lock:', 'with rlock:', 'with semaphore:', 'with condition:'), *self.body(level, depth))

    def try_(self, level, depth):
        clauses = [('try:', self.body(level, depth))]
        for _ in range(self.rng.randint(0, 2)):
            clauses.append((f'except {self.pick(*CAUGHT)} as e:', ["log('caught', repr(e))", *self.body(level, depth, 1)]))
        if len(clauses) == 1 or self.rng.random() < 0.3:
            clauses.append(('finally:', ["log('finally')"]))
        return Clauses(clauses)

    def loop(self, level, depth):
        self.names += 1
        return block(f'for i{self.names} in range({self.rng.randint(1, 3)}):', *self.body(level, depth))

    def if_(self, level, depth):
        return Clauses([(f"if {self.pick('n % 2', 'box.empty()', 'event.is_set()', 'lock.locked()')}:", self.body(level, depth)),
                        ('else:', self.body(level, depth, 1))])

    def pool(self, level, depth):
        self.names += 1
        name = f'pool{self.names}'
        inner = [f'futures.append({name}.submit({self.work(level)}))' for _ in range(self.rng.randint(1, 4))]
        return block(f'with concurrent.futures.ThreadPoolExecutor({self.rng.randint(1, 3)}) as {name}:', *inner,
                     *self.body(level, depth, 1))

    def waiting(self, level, depth):
        self.names += 1
        return block(f'for f{self.names} in concurrent.futures.as_completed(futures[-3:], timeout=2):',
                     f"log('completed', f{self.names}.exception())")


def make(rng):
    maker = Maker(rng)
    program = [*HEAD.split('\n\n'), f"box = queue.{maker.pick('Queue', 'Queue', 'LifoQueue', 'PriorityQueue')}({maker.pick(0, 1, 2)})",
               f"pool = concurrent.futures.ThreadPoolExecutor({rng.randint(1, 3)}, thread_name_prefix='p')"]
    for level in reversed(range(maker.workers)):
        program.append(block(f'def worker{level}(n):', *maker.body(level + 1, 1), *maker.pick([], ['return n'])))
    program.append(block('def main(n):', *maker.body(0, 0, rng.randint(3, 7))))
    program.append(Clauses([('try:', ['main(0)']), ('except Exception as e:', ["log('main', repr(e))"])]))
    program.append('pool.shutdown(wait=False)')
    program.append("log('over')")
    return program
