"""cProfile, profile and pstats: counts of calls, times by a timer of the program's, tables, callers, files."""
import asyncio
import cProfile
import io
import profile
import pstats
import threading


class Clock:
    """A timer that goes on by one whenever somebody looks."""

    def __init__(self):
        self.ticks = 0

    def __call__(self):
        self.ticks += 1
        return self.ticks


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


class Point:
    def __init__(self, x):
        self.x = x

    def __lt__(self, other):
        return self.x < other.x


def squares(n):
    for i in range(n):
        yield i * i


def work():
    points = [Point(3), Point(1), Point(2)]
    points.sort()
    sorted(points, key=lambda point: -point.x)
    try:
        {}.pop('missing')
    except KeyError:
        pass
    return ','.join(str(x) for x in squares(3)) + str(fib(5)) + dict.fromkeys('ab').__class__.__name__


def main():
    work()
    return len('abc'), max(fib(3), 2)


def shown(profiler, *keys):
    text = io.StringIO()
    return pstats.Stats(profiler, stream=text).strip_dirs().sort_stats(*keys), text


cProfile.run('main()')
cProfile.runctx('x = fib(n)', {'fib': fib, 'n': 4}, {}, sort='name')

profiler = cProfile.Profile(Clock(), 0.25)
profiler.enable()
main()
profiler.disable()
stats, text = shown(profiler, 'cumulative', 'name')
stats.print_stats()
stats.sort_stats('tottime', 'stdname').print_stats(4)
stats.sort_stats(pstats.SortKey.CALLS, pstats.SortKey.STDNAME).print_stats(.3, 'p')
stats.sort_stats(-1).print_callers('fib|Point|lt')
stats.print_callees('work|main')
stats.reverse_order().print_stats('fib|squares', '(')
print(text.getvalue())

with cProfile.Profile(Clock()) as profiler:
    fib(3)
stats, text = shown(profiler, 'stdname')
stats.print_stats()
stats.dump_stats('/tmp/first.prof')
profiler.enable()
fib(3)
profiler.disable()
profiler.dump_stats('/tmp/second.prof')
both = pstats.Stats('/tmp/first.prof', stream=text).add('/tmp/second.prof')
print(text.getvalue(), len(both.files), both.total_calls, both.prim_calls)
table = both.strip_dirs().get_stats_profile()
print(table.func_profiles['fib'])

profiler = cProfile.Profile(Clock(), subcalls=False, builtins=False)
print(profiler.runcall(main))
stats, text = shown(profiler, 'stdname')
stats.print_stats().print_callers()
print(text.getvalue())
for entry in sorted(profiler.getstats(), key=lambda entry: str(entry.code)):
    print(entry.code.co_name, entry[1:])
profiler.clear()
print(profiler.getstats())


async def child():
    await asyncio.sleep(0)
    return fib(2)


async def parent():
    profiler.enable()
    await child()
    await child()
    profiler.disable()

profiler = cProfile.Profile(Clock())
asyncio.run(parent())
profiler.create_stats()
print([(name, numbers[:2]) for (_, _, name), numbers in sorted(profiler.stats.items()) if name in ('child', 'fib')])

profiler.clear()
profiler.enable()
threads = [threading.Thread(target=fib, args=(3,)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
try:
    cProfile.Profile().enable()
except ValueError as error:
    print(error)
profiler.disable()
profiler.create_stats()
print([numbers[:2] for (_, _, name), numbers in profiler.stats.items() if name == 'fib'])

text = io.StringIO()
profiler = profile.Profile(lambda: 0)
profiler.run('main()')
stats, text = shown(profiler, 'stdname')
stats.print_stats().print_callers()
print(text.getvalue())
print(profile.Profile(lambda: 0).runcall(fib, 6))

for wrong in (lambda: pstats.Stats(42), lambda: stats.sort_stats('nothing'), lambda: stats.sort_stats('calls', pstats.SortKey.TIME)):
    try:
        wrong()
    except (TypeError, KeyError) as error:
        print(type(error).__name__, str(error)[:60])
print(list(pstats.SortKey), pstats.SortKey('ncalls'), pstats.SortKey.TIME._all_values)
