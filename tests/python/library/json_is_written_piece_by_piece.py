# json.dump writes piece by piece, while it looks at the object: what stands before an error has been written.
import json, sys, io, collections
class L(list): pass
print(list(json.JSONEncoder(indent=2).iterencode({'a': [1, {'b': None}], 'c': [], 'd': {}, 'e': [[]]})), list(json.JSONEncoder(sort_keys=True, skipkeys=True).iterencode([1, 'x', {'k': 2.5, 'a': True}, {(1, 2): 3}, (), L([1])])))
class W:
    n = 0
    def write(self, s): self.n += 1; sys.stdout.write(s + '|')
json.dump({'x': [1, 2, {'y': 'z'}], 5: 1.5}, W(), indent=1); print()
json.dump([1, [2]], sys.stdout); print()
json.dump('x', W()); print()
class P:
    def __init__(self, x): self.x = x
json.dump([P(1), {'p': P([P(2)])}], sys.stdout, default=lambda o: {'P': o.x}); print()
a = []; a.append(a)
for f in (lambda: json.dump(a, W()), lambda: json.dump({'f': float('nan')}, W(), allow_nan=False), lambda: json.dump({b'k': 1}, W())):
    try: f()
    except Exception as e: print(type(e).__name__, e)
import traceback
try: json.dump({'a': 1, 'b': [1, {2, 3}]}, sys.stdout)
except TypeError: print(); traceback.print_exc()
try: json.dump(P(1), sys.stdout)
except TypeError: traceback.print_exc()
json.dumps({'a': [object]}, indent=2)
