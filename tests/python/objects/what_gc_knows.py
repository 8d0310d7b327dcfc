"""gc.get_objects, get_referrers, get_referents and is_tracked, as programs look for leaks with them."""
import gc


class Connection:
    def __init__(self, n):
        self.n = n


def living():
    return sorted(o.n for o in gc.get_objects() if type(o) is Connection)


pool = [Connection(i) for i in range(3)]
named = {"pool": pool}
print(living())
print([type(r).__name__ for r in gc.get_referrers(pool[0])], gc.get_referrers(pool[0])[0] is pool)
print(any(r is named for r in gc.get_referrers(pool)))
print(sorted(type(r).__name__ for r in gc.get_referents([1, "a", pool])))
for value in (0, "a", [], {}, {"a": 1}, {"a": []}, Connection(9), print):
    print(gc.is_tracked(value), end=" ")
print()
pool.pop()
print(living())
pool[0].me = pool[0]
del pool[0]
print(living())
gc.collect()
print(living())
del pool, named
print(living())
