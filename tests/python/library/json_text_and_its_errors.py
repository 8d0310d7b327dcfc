import json
import os
import statistics
import string

data = {'a': [1, 2.5, None, True], 'b': {'c': 'é"\n\u2028\U0001f600'}, 1: 'x', None: [], 'e': {}}
print(json.dumps(data), json.dumps(data, ensure_ascii=False))
print(json.dumps(data, indent=2))
print(json.dumps({'b': 1, 'a': (1, 2)}, sort_keys=True, separators=(',', ':')), json.dumps(float('inf')), json.dumps('\x7f'))
print(json.loads(' {"x": [1, -2.5e3, "a\\u00e9\\ud83d\\ude00\\n", true, null, {}]} '), json.loads('NaN'), json.loads(b'[0]'))
for text in ('', '{', '[1,]', '{"a" 1}', '{"a": 1,}', '[1 2]', '"abc', 'nope', '1 2', '{1: 2}', '"\\x"', '\n [1,\n x]', '"a\tb"'):
    try:
        print(json.loads(text))
    except json.JSONDecodeError as e:
        print(e, e.lineno, e.colno)
for value in ({1, 2}, {(1,): 2}, [object]):
    try:
        json.dumps(value)
    except TypeError as e:
        print(e)
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except ValueError as e:
    print(e)


class Point:
    x = 1


print(json.dumps([Point()], default=lambda o: {'x': o.x}), json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d.items())))
print(os.path.join('a', 'b', '/c', 'd.txt'), os.path.basename('/x/y.py'), os.path.splitext('a.b/c.tar.gz'), os.path.dirname('/x/y'), os.sep, os.name, os.getenv('NOPE', 'd'))
print(os.path.normpath('/a/../b/./c//d'), os.path.exists('/nope/x'), os.environ.get('NOPE'))
print(statistics.mean([1, 2, 3, 4]), statistics.mean([0.1, 0.2, 0.3]), statistics.median([3, 1, 2]), statistics.median([1, 2]), statistics.mode('aab'))
print(statistics.stdev([1, 2, 3, 4]), statistics.pstdev([1.5, 2.5, 4.0]), statistics.variance([2, 4, 4, 4, 5]), statistics.fmean([1, 2]), statistics.quantiles([1, 2, 3, 4, 5]))
print(string.ascii_lowercase, string.Template('$who owes ${what}s $$5').substitute(who='A', what='beer'), string.capwords('ab cd'))
