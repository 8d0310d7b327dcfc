"""timeit's command line and what it compiles; gc's callbacks, debug flags and counts."""
import gc
import timeit

for wrong in lambda: timeit.Timer('break'), lambda: timeit.Timer('pass', 'return'), lambda: timeit.Timer('  pass'):
    try:
        wrong()
    except SyntaxError as e:
        print(type(e).__name__, e)
print(repr(timeit.reindent('a\n  b\nc', 4)))
clock = iter(range(1000))
print(timeit.main(['-n', '10', '-r', '2', '-v', '-s', 'a = 1', 'for _ in range(2):', '    a += 1'],
                  _wrap_timer=lambda timer: lambda: next(clock) / 1e5))
print(timeit.main(['-n1', '-r3', '-u', 'msec', 'pass'], _wrap_timer=lambda timer: lambda: next(clock) ** 2 / 1e3))
print(timeit.main(['--nothing']), timeit.main(['-u', 'parsec']))


class Node:
    pass


def told(phase, info):
    print(phase, sorted(info), info['generation'], info['uncollectable'])


gc.collect()
before = gc.get_stats()[1]['collections']
gc.callbacks.append(told)
one, other = Node(), Node()
one.other, other.one = other, one
del one, other
print(gc.collect(1) > 0, gc.get_stats()[1]['collections'] - before)
gc.callbacks.remove(told)
gc.set_debug(gc.DEBUG_UNCOLLECTABLE)
print(gc.get_debug(), gc.DEBUG_LEAK, gc.get_freeze_count())
gc.set_debug(0)
