"""Iterators of OrderedDict look one key ahead and notice what changes the order."""
import collections
O = collections.OrderedDict
class Sub(O): pass
for make in (O, Sub):
    od = make(a=1, b=2, c=3)
    print(type(iter(od)), type(iter(od.keys())), type(iter(od.items())), type(iter(od.values())), type(reversed(od)), type(reversed(od.items())))
    for it in (lambda: od, lambda: od.keys(), lambda: od.items(), lambda: od.values(), lambda: reversed(od)):
        for act in (lambda k: od.__setitem__('z', 1), lambda k: od.pop('c', None), lambda k: od.clear(), lambda k: od.update(q=1), lambda k: od.__setitem__('a', 9), lambda k: od.popitem()):
            for start in ((('a', 1),), (('a', 1), ('b', 2), ('c', 3))):
                od = make(start); seen = 0; i = iter(it())
                try:
                    for k in i:
                        seen += 1; act(k)
                        if seen > 9: print('endless'); break
                    print('done', seen, list(od))
                except RuntimeError as e:
                    print(seen, e, end=' ')
                    try: print(next(i))
                    except (RuntimeError, StopIteration) as e: print(repr(e))
import copy, json, pickle
od = O(a=1, b=2, c=3)
i = iter(od.items())
next(i)
print(copy.copy(i), list(copy.copy(i)), list(i), list(i))
print(list(od), dict(od), [*od], {**od}, json.dumps(od), od == O(od), list(reversed(od)), sorted(od, reverse=True), 'b' in od.keys(), pickle.loads(pickle.dumps(od)) == od)
for k in od:
    try:
        od.move_to_end(k)
    finally:
        break
print(od, max(od), list(zip(od, od.values())), len(od.keys() & {'a'}))
try:
    for k in od:
        od.move_to_end(k)
except RuntimeError as e:
    print(e)
try:
    O.__iter__({})
except TypeError as e:
    print(e)
