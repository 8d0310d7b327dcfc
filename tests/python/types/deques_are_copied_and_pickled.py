from collections import deque
class D(deque): pass
d = D(); d.a = 1; print(d.__dict__, d)
import copy, pickle
print(copy.copy(d).__dict__, pickle.loads(pickle.dumps(d)).a, copy.deepcopy(d).a)
class E(deque):
    __slots__ = ()
try: E().x = 1
except AttributeError as e: print(e)
import weakref
print(weakref.ref(d)() is d)
it = iter(deque([1,2,3])); next(it)
import operator
print(operator.length_hint(it), list(copy.copy(it)), list(pickle.loads(pickle.dumps(it))), list(it), it.__reduce__()[1])
it = reversed(deque([1,2,3])); next(it)
print(operator.length_hint(it), list(copy.deepcopy(it)), deque([1],3).__reduce__()[1], copy.copy(deque([1,2],3)), pickle.loads(pickle.dumps(deque([1,2],3))))
r = deque(); r.append(r); print(copy.deepcopy(r))
try: iter([]).x = 1
except AttributeError as e: print(e)
