"""Makes programs of tasks: sleeps, queues, locks, cancellations, time-outs, groups, and exceptions everywhere."""
from program import Clauses, block

HEAD = '''import asyncio
import contextlib
import contextvars
import time

def log(*words):
    try:
        name = asyncio.current_task().get_name()
    except (RuntimeError, AttributeError):
        name = '-'
    print(f'{time.monotonic() - 1000:.3f}', name, *words)

class Oops(Exception):
    pass

var = contextvars.ContextVar('var', default=0)
tasks = []

def blocking(seconds, value):
    time.sleep(seconds)
    if value == 3:
        raise Oops('blocking', value)
    return value

async def numbers(count, pause):
    try:
        for n in range(count):
            await asyncio.sleep(pause)
            yield n
    finally:
        log('numbers end')

@contextlib.asynccontextmanager
async def resource(name, pause):
    log('open', name)
    await asyncio.sleep(pause)
    try:
        yield name
    except Oops as e:
        log('seen', e)
        raise
    finally:
        await asyncio.sleep(pause)
        log('close', name)'''
SLEEPS = '0', '0', '0.1', '0.1', '0.2', '0.25', '0.3', '0.5', '1'
ERRORS = ("Oops('{}')", "ValueError({})", 'KeyError({})', 'asyncio.CancelledError', "RuntimeError('{}')",
          'asyncio.TimeoutError', 'StopIteration({})')
CAUGHT = ('Oops', 'ValueError', 'Exception', 'asyncio.CancelledError', 'TimeoutError', 'BaseException',
          '(Oops, KeyError)', 'asyncio.QueueFull', 'RuntimeError')


class Maker:
    def __init__(self, rng):
        self.rng, self.workers, self.names = rng, rng.randint(2, 5), 0

    def pick(self, *what):
        return self.rng.choice(what)

    def pause(self):
        return self.rng.choice(SLEEPS)

    def number(self):
        return self.rng.randint(0, 9)

    def name(self, prefix='x'):
        self.names += 1
        return f'{prefix}{self.names}'

    def call(self, level):
        """A coroutine."""
        if level >= self.workers or self.rng.random() < 0.15:
            return self.pick(f'asyncio.sleep({self.pause()}, {self.number()})', 'event.wait()', 'queue.get()',
                             f'queue.put({self.number()})', 'lock.acquire()', f'asyncio.sleep({self.pause()})')
        return f'worker{self.rng.randint(level, self.workers - 1)}({self.number()})'

    def body(self, level, depth, size=None):
        items = [self.statement(level, depth) for _ in range(size or self.rng.randint(1, 4))]
        return [item for group in items for item in (group if isinstance(group, list) and not isinstance(group, Clauses)
                                                     else [group])]

    def statement(self, level, depth):
        simple = (self.say, self.sleep, self.sleep, self.queue, self.event, self.task, self.cancel, self.await_,
                  self.gather, self.wait, self.later, self.in_thread, self.small, self.wait_for, self.shield)
        deep = (self.with_, self.try_, self.try_, self.loop, self.group, self.timeout, self.if_, self.each, self.named,
                self.completed)
        if depth > 3 or self.rng.random() < 0.62:
            return self.rng.choice(simple)(level)
        return self.rng.choice(deep)(level, depth + 1)

    def say(self, level):
        return f"log('{self.pick('at', 'here', 'so', 'then')}', {self.pick('n', 'queue.qsize()', 'lock.locked()', 'event.is_set()', 'len(tasks)', 'var.get()', 'queue', 'lock', 'event', 'semaphore', 'queue.empty(), queue.full()')})"

    def sleep(self, level):
        return f'await asyncio.sleep({self.pause()})'

    def small(self, level):
        return self.pick(f'var.set({self.number()})', f'raise {self.pick(*ERRORS).format(self.number())}',
                         'return n', f'return {self.number()}', "log(asyncio.current_task().cancelling())",
                         'asyncio.current_task().uncancel()', f"asyncio.current_task().set_name('name {self.number()}')",
                         'asyncio.current_task().cancel()', 'log(len(asyncio.all_tasks()))', 'raise',
                         'semaphore.release()', 'lock.release()', 'await barrier.wait()',
                         'log(await asyncio.sleep(0, n))', 'log(sorted(t.get_name() for t in asyncio.all_tasks()))')

    def queue(self, level):
        return self.pick(f'await queue.put({self.number()})', f'await queue.put({self.number()})',
                         "log('got', await queue.get())", f'queue.put_nowait({self.number()})',
                         "log('got', queue.get_nowait())", 'queue.task_done()', 'await queue.join()', 'queue.shutdown()',
                         f"log('got', await asyncio.wait_for(queue.get(), {self.pause()}))")

    def event(self, level):
        return self.pick('event.set()', 'event.set()', 'event.clear()', 'await event.wait()',
                         f'await asyncio.wait_for(event.wait(), {self.pause()})',
                         Clauses([('async with condition:', [self.pick('condition.notify()', 'condition.notify_all()',
                                                                       'await condition.wait()')])]))

    def task(self, level):
        named = f", name='t{self.number()}'" if self.rng.random() < 0.5 else ''
        made = f'asyncio.create_task({self.call(level)}{named})'
        return self.pick(f'tasks.append({made})', f'tasks.append({made})', f'await {made}', f"log('result', await {made})",
                         f"tasks.append(asyncio.ensure_future({self.call(level)}))",
                         f"tasks.append({made})\ntasks[-1].add_done_callback(lambda t: log('done', t.cancelled()))")

    def cancel(self, level):
        return self.pick('tasks and tasks[-1].cancel()', f"tasks and tasks[0].cancel('message {self.number()}')",
                         'for t in tasks[:2]: t.cancel()', "log([t.done() for t in tasks])",
                         "log([t.cancelled() for t in tasks])", "log(tasks[-1].exception())", "log(tasks[0].result())")

    def await_(self, level):
        return self.pick(f'await {self.call(level)}', f"log('value', await {self.call(level)})", 'await tasks[-1]',
                         f'log(await asyncio.wait_for(tasks[0], {self.pause()}))')

    def calls(self, level, most=3):
        return ', '.join(self.call(level) for _ in range(self.rng.randint(1, most)))

    def gather(self, level):
        kept = ', return_exceptions=True' if self.rng.random() < 0.5 else ''
        return self.pick(f"log('gathered', await asyncio.gather({self.calls(level)}{kept}))",
                         f"log('gathered', await asyncio.gather(*tasks[-2:]{kept}))",
                         f'tasks.append(asyncio.gather({self.calls(level)}{kept}))')

    def wait(self, level):
        when = self.pick('', ', return_when=asyncio.FIRST_COMPLETED', ', return_when=asyncio.FIRST_EXCEPTION')
        limit = self.pick('', '', f', timeout={self.pause()}')
        done, pending = self.name('done'), self.name('pending')
        return (f'{done}, {pending} = await asyncio.wait(tasks[-3:]{limit}{when})\n'
                f'log(len({done}), len({pending}))')

    def wait_for(self, level):
        return f"log('in time', await asyncio.wait_for({self.call(level)}, {self.pick(self.pause(), self.pause(), 'None')}))"

    def shield(self, level):
        return self.pick(f'await asyncio.shield({self.call(level)})',
                         f'await asyncio.wait_for(asyncio.shield({self.call(level)}), {self.pause()})',
                         'await asyncio.shield(tasks[-1])')

    def later(self, level):
        future = self.name('future')
        return self.pick(
            f"asyncio.get_running_loop().call_later({self.pause()}, log, 'later')",
            "asyncio.get_running_loop().call_soon(log, 'soon')",
            f'asyncio.get_running_loop().call_later({self.pause()}, event.set)',
            f'{future} = asyncio.get_running_loop().create_future()\n'
            f'asyncio.get_running_loop().call_later({self.pause()}, {future}.set_result, {self.number()})\n'
            f'log(await {future})',
            f'{future} = asyncio.get_running_loop().create_future()\n'
            f"asyncio.get_running_loop().call_later({self.pause()}, {future}.set_exception, Oops({self.number()}))\n"
            f'log(await {future})',
            f'asyncio.get_running_loop().call_later({self.pause()}, tasks[-1].cancel)',
            f'asyncio.get_running_loop().call_soon(blocking, 0, {self.number()})')

    def in_thread(self, level):
        work = f'blocking, {self.pause()}, {self.number()}'
        return self.pick(f"log('thread', await asyncio.to_thread({work}))",
                         f"log('pool', await asyncio.get_running_loop().run_in_executor(None, {work}))",
                         f'tasks.append(asyncio.create_task(asyncio.to_thread({work})))', f'blocking({self.pause()}, 1)')

    def with_(self, level, depth):
        head = self.pick('async with lock:', 'async with semaphore:', 'async with condition:',
                         f"async with resource('r{self.number()}', {self.pause()}):",
                         f'with contextlib.suppress({self.pick(*CAUGHT)}):')
        return block(head, *self.body(level, depth))

    def try_(self, level, depth):
        clauses = [('try:', self.body(level, depth))]
        for _ in range(self.rng.randint(0, 2)):
            what = self.pick(*CAUGHT)
            rest = ['raise'] if self.rng.random() < 0.3 else []
            rest += ["raise Oops('from') from e"] if self.rng.random() < 0.1 else []
            clauses.append((f'except {what} as e:', ["log('caught', repr(e))", *self.body(level, depth, 1), *rest]))
        if len(clauses) > 1 and self.rng.random() < 0.2:
            clauses.append(('else:', ["log('else')"]))
        if len(clauses) == 1 or self.rng.random() < 0.3:
            clauses.append(('finally:', ["log('finally')", *self.body(level, depth, 1)]))
        return Clauses(clauses)

    def loop(self, level, depth):
        name = self.name('i')
        return block(f'for {name} in range({self.rng.randint(1, 3)}):', *self.body(level, depth),
                     *self.rng.choice(([], [], ['break'], [f'if {name} == 1: continue'])))

    def group(self, level, depth):
        name = self.name('group')
        inner = [f'{name}.create_task({self.call(level)})' for _ in range(self.rng.randint(1, 3))]
        made = block(f'async with asyncio.TaskGroup() as {name}:', *inner, *self.body(level, depth, 1))
        if self.rng.random() < 0.6:
            what = self.pick('Oops', 'ValueError', 'Exception', '(Oops, KeyError)')
            return Clauses([('try:', [made]), (f'except* {what} as e:', ["log('group', repr(e), len(e.exceptions))"])])
        return made

    def timeout(self, level, depth):
        name = self.name('limit')
        extra = [f'{name}.reschedule(asyncio.get_running_loop().time() + {self.pause()})'] if self.rng.random() < 0.2 else []
        made = block(f'async with asyncio.timeout({self.pick(self.pause(), self.pause(), "None")}) as {name}:',
                     *extra, *self.body(level, depth))
        return Clauses([('try:', [made]), ('except TimeoutError:', [f"log('timed out', {name}.expired())"])])

    def if_(self, level, depth):
        clauses = [(f"if {self.pick('n % 2', 'queue.empty()', 'event.is_set()', 'lock.locked()', 'tasks')}:",
                    self.body(level, depth))]
        if self.rng.random() < 0.4:
            clauses.append(('else:', self.body(level, depth)))
        return Clauses(clauses)

    def each(self, level, depth):
        name = self.name('item')
        return block(f'async for {name} in numbers({self.rng.randint(0, 3)}, {self.pause()}):', f"log('item', {name})",
                     *self.body(level, depth, 1), *(['break'] if self.rng.random() < 0.2 else []))

    def completed(self, level, depth):
        name = self.name('next')
        limit = self.pick('', '', f', timeout={self.pause()}')
        return block(f'for {name} in asyncio.as_completed([{self.calls(level)}]{limit}):', f"log('first', await {name})")

    def named(self, level, depth):
        name = self.name('inner')
        return [block(f'async def {name}():', *self.body(level + 1, depth)),
                self.pick(f'await {name}()', f'tasks.append(asyncio.create_task({name}()))')]


def make(rng):
    maker = Maker(rng)
    program = HEAD.split('\n\n')
    for level in reversed(range(maker.workers)):
        program.append(block(f'async def worker{level}(n):', *maker.body(level + 1, 1), *maker.rng.choice(([], ['return n']))))
    start = ['global queue, lock, event, semaphore, condition, barrier',
             f"queue = asyncio.{maker.pick('Queue', 'Queue', 'PriorityQueue', 'LifoQueue')}({maker.pick(0, 1, 2)})",
             f'lock, event, semaphore = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore({maker.pick(1, 2)})',
             'condition, barrier, n = asyncio.Condition(), asyncio.Barrier(2), 0']
    if maker.rng.random() < 0.1:
        start.append('asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)')
    end = maker.rng.choice((["log('end', await asyncio.gather(*tasks, return_exceptions=True))"], [],
                            ["log('end', [t.done() for t in tasks])"],
                            ['done, pending = await asyncio.wait(tasks, timeout=5)', "log('end', len(done), len(pending))"]))
    program.append(block('async def main():', *start, *maker.body(0, 0, rng.randint(2, 6)), *end))
    debug = ', debug=True' if rng.random() < 0.05 else ''
    # Tasks that are left are not to end while the interpreter goes: that is no time for messages.
    program.append(Clauses([('try:', [f'asyncio.run(main(){debug})']), ('finally:', ["print('over', len(tasks))", 'tasks.clear()'])]))
    return program
