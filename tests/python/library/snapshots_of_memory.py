"""tracemalloc tells which lines have allocated what is there: the most first, grouped, filtered and compared."""
import linecache
import tracemalloc


def said(act, *args):
    try:
        print(act(*args))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


def near(size, wanted):
    return 0.9 * wanted < size < 1.1 * wanted


class Keeper:
    kept = []

    def __init__(self, count):
        self.numbers = [number * 1000 for number in range(1, count)]
        self.kept.append(self)


def words(count):
    return [f'word {number}' for number in range(count)]


said(tracemalloc.take_snapshot)
said(tracemalloc.start, 0)
print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory())
tracemalloc.start()
many = [number for number in range(10_000)]
first = tracemalloc.take_snapshot()
names = words(1000)
for _ in range(20):
    Keeper(100)
text = 'x' * 50_000
second = tracemalloc.take_snapshot()
wanted = [(400_000, 9_745), (83_000, 2_000), (66_000, 1_002), (50_041, 1)]
for stat, (size, count) in zip(second.statistics('lineno'), wanted):
    frame = stat.traceback[0]
    print(frame.lineno, linecache.getline(frame.filename, frame.lineno).strip(), near(stat.size, size), near(stat.count, count))
for diff in second.compare_to(first, 'lineno')[:3]:
    print(diff.traceback[0].lineno, diff.size == diff.size_diff, near(diff.count_diff, diff.count))
here = second.filter_traces([tracemalloc.Filter(True, '*.py', lineno=38), tracemalloc.Filter(False, '<unknown>')])
print([str(stat).split(':', 1)[1] for stat in here.statistics('lineno')], here.traces, here.traces[0].size, here.traceback_limit)
print(second.statistics('filename')[0].traceback[0].lineno, len(second.traces) > 10_000)
now, peak = tracemalloc.get_traced_memory()
del many
print(now <= peak, near(now - tracemalloc.get_traced_memory()[0], 400_000), tracemalloc.get_traced_memory()[1] == peak)
place = tracemalloc.get_object_traceback(text)
print(place[0].lineno, len(place), place.format()[1], tracemalloc.get_object_traceback(5))
tracemalloc.stop()
print(tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(text), tracemalloc.get_traceback_limit())

tracemalloc.start(5)
names = words(500)
place = tracemalloc.get_object_traceback(names[5])
print(tracemalloc.get_traceback_limit(), [frame.lineno for frame in place][-2:])
snapshot = tracemalloc.take_snapshot()
top = snapshot.statistics('traceback')[0]
print([line for line in top.traceback.format() if 'File' not in line][-2:], near(top.size, 28_700))
print(sorted({stat.traceback[0].lineno for stat in snapshot.statistics('lineno', cumulative=True)} & {26, 58}))
snapshot.dump('/tmp/snapshot')
print(len(tracemalloc.Snapshot.load('/tmp/snapshot').traces) == len(snapshot.traces))
said(snapshot.statistics, 'wrong')
said(snapshot.filter_traces, 5)
tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(names[5]))
frame = tracemalloc.Frame(('a.py', 3))
print(frame, repr(frame), tracemalloc.Traceback([('b.py', 2), ('a.py', 1)]), frame > tracemalloc.Frame(('a.py', 2)),
      tracemalloc.Statistic(tracemalloc.Traceback([('a.py', 1)]), 123456, 7),
      tracemalloc.StatisticDiff(tracemalloc.Traceback([('a.py', 1)]), 2048, -1024, 2, -1))
