import copy, pickle, operator, itertools
def t(it, n=1):
    for _ in range(n): next(it)
    try:
        r = it.__reduce__()
        print(type(it).__name__, r)
    except Exception as e: print(type(it).__name__, repr(e))
    try: print('hint', operator.length_hint(it), hasattr(it,'__setstate__'))
    except Exception as e: print(repr(e))
    try:
        c = copy.copy(it); print(list(c))
    except Exception as e: print('copy', repr(e))
    try:
        c = copy.deepcopy(it); print(list(c))
    except Exception as e: print('deepcopy', repr(e))
    for p in (2, 4):
        try:
            c = pickle.loads(pickle.dumps(it, p)); print(list(c))
        except Exception as e: print('pickle', repr(e))
    print(list(it))
    try:
        r = it.__reduce__()
        print(type(it).__name__, r)
    except Exception as e: print(type(it).__name__, repr(e))
def it(x): return iter(x)
t(iter([1,2,3])); t(iter((1,2,3))); t(iter('abc')); t(iter(b'abc')); t(iter(bytearray(b'abc')))
t(iter({1:2,3:4})); t(iter({1:2,3:4}.items())); t(iter({1:2,3:4}.values())); t(iter({1,2,3})); t(iter(frozenset({1,2,3})))
t(iter(range(5)));  t(enumerate('abc')); t(enumerate('abc', 5)); t(zip('abc', [1,2,3])); t(map(str, [1,2,3]))
t(filter(None, [1,2,3])); t(reversed([1,2,3])); t(reversed('abc')); t(reversed((1,2,3))); t(reversed(range(5))); t(reversed({1:2,3:4}))
t(iter('äbc')); 
class S:
    def __getitem__(self, i): 
        if i > 3: raise IndexError
        return i
    def __len__(self): return 4
t(iter(iter([1,2,3]).__next__, 3))
iterator = zip('ab', 'abc', strict=True)
print(next(iterator), iterator.__reduce__()[2])
twin = copy.copy(iterator)
print(next(twin))
iterator = iter([1, 2, 3])
iterator.__setstate__(2)
print(next(iterator), iterator.__reduce__())
