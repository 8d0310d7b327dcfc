"""gc.set_debug keeps what a collection finds, or tells of it; counts, thresholds and frozen objects are those asked for."""
import gc


class Node:
    def __init__(self, number):
        self.number, self.other = number, None

    def __repr__(self):
        return f'Node({self.number})'


def cycle():
    one, two = Node(1), Node(2)
    one.other, two.other = two, one


def said(act, *args):
    try:
        print(act(*args))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


gc.collect()
gc.disable()
for _ in range(3):
    cycle()
print(gc.collect())
gc.set_debug(gc.DEBUG_SAVEALL)
cycle()
print(gc.collect(), gc.garbage, gc.get_debug())
gc.garbage.clear()
gc.set_debug(0)
print(gc.collect(), gc.garbage)
row = []
row.append(row)
del row
print(gc.collect())
gc.freeze()
print(gc.get_freeze_count() > 0)
gc.unfreeze()
print(gc.get_freeze_count())
for act, argument in (gc.set_debug, 'x'), (gc.set_threshold, 'x'), (gc.collect, 5):
    said(act, argument)
gc.set_threshold(5)
print(gc.get_threshold(), gc.isenabled())
