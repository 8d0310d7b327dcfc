"""re: a count or flags by position are deprecated, sets that may mean more one day are warned of; copies of ordered dicts."""
import copy
import pickle
import re
from collections import OrderedDict

print(re.sub('a', 'b', 'aaa', 1))
print(re.sub('a', 'b', 'aAa', 0, re.I))
print(re.subn('a', 'b', 'aaa', 2), re.split('x', 'axbxc', 1))
print(re.sub('a', 'b', 'aaa', count=1, flags=re.I), re.split('x', 'axbxc', maxsplit=1))
for wrong in (lambda: re.sub('a', 'b', 'c', 1, count=2), lambda: re.split('a', 'b', 1, 0, flags=2),
              lambda: re.subn('a', 'b', 'c', 1, 2, 3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
for pattern in '[[a]', '[a--b]', '[a&&b]', '[a~~b]', 'x(y[a||b])', '[a-c--b]':
    print(re.compile(pattern).pattern)

kept = OrderedDict(a=1, b=2)
kept.note = ['own']
for other in copy.copy(kept), copy.deepcopy(kept), pickle.loads(pickle.dumps(kept)):
    print(other, other.note, other.note is kept.note)
print(hasattr(kept.copy(), 'note'), kept.setdefault(key='c', default=3), kept)
