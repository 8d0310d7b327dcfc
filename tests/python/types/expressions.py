t = 'The quick brown fox'
words = t.split(); counts = {}
for w in words:
    for c in w.lower(): counts[c] = counts.get(c, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5], max(counts, key=counts.get))
m = [[i * j for j in range(4)] for i in range(3)]; print(m, list(zip(*m)), [list(r) for r in zip(*m)], sum(map(sum, m)))
print('\n'.join(f'{i:>3}|{i**2:<5}|{i/3:^8.3f}|{i:#06x}' for i in range(3)))
print(f'{"name":<10}{"val":>8}', f'{1234.5678:10.2f}', f'{-5:+05d}', f'{0.00001234:.3g}', f'{1e6:,.0f}', f'{12345678:_}', f"{'x' * 3:-^9}", f'{3:b}', f'{"é":>3}', f'{10:e}', f'{5!s:>3}', f'{[1]!r:>5}', f'{2**40:,}', f'{True}', f'{None!r}', f'{1.0}', f'{1e22}', f'{float("nan"):5}', f'{float("inf"):+}', f'{1+2j:.1f}')
print(str(3.0), str(1e5), 1e-10, 123456.789e3, 0.1 + 0.7, 1.1 * 3, 5 / 2, 4 / 2, 7 // 2.0, 2 ** 0.5, 10 ** -3, 1e3 == 1000, 3.14.is_integer(), round(3.14159, 3), round(1e16 + 0.5), int(1e18), 1e18, float('1e-320'))
n = 1
for i in range(1, 60): n *= i
print(n, n // 10**50, n % 1000007, -n // 7, n.bit_length(), str(n)[::-1][:10], int(str(n)) == n, hex(n), n / 10**70, float(n), n >> 100, n & 0xffffffffffffffffffff, n | 1, n ^ n, ~n, n ** 2 > n, divmod(n, 10**20), pow(n, 3, 1000), n == float(n), n < float('inf'), hash(n), abs(-n) == n, int(float(n)) == n, round(n, -60))
print(2**63 - 1 + 1, -(2**63) - 1, (2**63 - 1) * 2, -2**63, 2**62 * 2, 2**63 // 2, 3**40, (-3)**41, 2**64 - 2**64 + 5, 10**18 * 10, 10**19 - 10**19 + 1, 9223372036854775807 - -1, -9223372036854775808 // -1, -9223372036854775808 % -1, 1 << 62, 1 << 63, 1 << 64, -1 << 63, 5 >> 100, -5 >> 100)
a = [1, 2, 3]; b = a; b += [4]; print(a, a is b); c = a + [5]; print(c is a, a); a *= 2; print(b)
t = (1, [2]); 
try: t[1] += [3]
except TypeError as e: print(e, t)
d1 = {'a': 1, 'b': 2}; d2 = {'b': 3, 'c': 4}; print(d1 | d2, {**d1, **d2}, d1.keys() & d2.keys(), d1.items() - d2.items(), sorted(d1.keys() | d2.keys()), d1.keys() ^ d2.keys() == {'a', 'c'}, dict(sorted(d2.items(), reverse=True)), {v: k for k, v in d1.items()}, list(d1)[0], next(iter(d1)), len(d1), bool({}), d1 == {'b': 2, 'a': 1})
d1 |= d2; print(d1); del d1['a']; d1['a'] = 9; print(d1, list(reversed(d1)), d1.pop('zz', None), d1.get('zz'))
print(dict.fromkeys(['x', 'y'], []), dict(zip(['a'], [1])), dict([['k', 'v']]), dict(a=1, b=2), dict({'a': 1}, a=2), {'a': 1}.items() >= {('a', 1)})
s = set('abracadabra'); print(sorted(s), len(s), 'a' in s, s - {'a'} == {'b','r','c','d'}, s >= {'a', 'b'}, {1, 2, 3} & {2, 3, 4}, {1, 2} | {3}, {1, 2, 3} - {1}, {1, 2} ^ {2, 3}, {3, 1, 2}, {10, 5, 1, 100, 50}, {-1, -2}, {'x'}, {1.5, 2}, set(range(20)), set([5, 3, 9, 1]), frozenset({1, 2}))
print({'apple', 'banana', 'cherry'}, {'one', 'two', 'three', 'four'}, set(['Alice', 'Bob', 'Carol', 'Dave']), {(1, 2), (3, 4)}, {True, False}, {None, 1, 'a'})
x = {1, 2, 3, 4, 5}; x.discard(3); x.add(10); x.update([7, 8]); print(x, x.pop(), x); x.difference_update({1, 2}); x.intersection_update({4, 5, 7}); x.symmetric_difference_update({5, 99}); print(x)
print([*range(3), *'ab'], {**{'a': 1}}, (*[1], 2), [i for i in range(10) if i % 2 == 0], {i % 3 for i in range(10)}, [(x, y) for x in 'ab' for y in (1, 2)], [[] for _ in range(2)], [x if x else None for x in (0, 1)])
print('abc' 'def', 'a' + 'b' * 3, 'abc'[::-1], 'hello'[1:-1], 'hello'[-3:], 'x,y,z'.split(','), ' pad '.strip(), 'a-b_c'.replace('-', '_').split('_'), 'Hello'.center(11, '*'), '42'.zfill(5), 'abc'.find('d'), 'title case here'.title(), 'MiXeD'.swapcase(), 'a\tb'.expandtabs(), 'line1\nline2'.splitlines(), 'abc' < 'abd', 'a' in 'abc', 'é'.encode(), b'\xc3\xa9'.decode(), len('日本語'), '日本語'[1], ord('日'), chr(0x1F600), '\U0001F600'.encode('utf-8'), 'ñ'.upper(), 'ÀÉ'.lower(), 'straße'.casefold(), 'ǆ'.title(), '①'.isdigit(), '½'.isnumeric(), 'abc'.isalpha())
print('%(name)s is %(age)d' % {'name': 'Bob', 'age': 5}, '%5.1f%%' % 99.55, '%-10s|' % 'hi', '%03d' % 7, '%x' % 255, '%s %s' % ('a', [1]), '%r' % {'a': 1}, '%c' % 65, '%e' % 12345.678, '%g' % 0.00001, '%10s|%-10s|' % ('r', 'l'), '%+d % d' % (5, 5), '%#x %#o' % (255, 8), '%.2s' % 'abc', '%*d' % (5, 42), '%s' % (), 'x' % ()) if 0 else print('%5.1f%%' % 99.55)
print(any(c.isupper() for c in 'abC'), all(isinstance(x, int) for x in [1, 2]), sum(len(w) for w in words), ''.join(reversed('abc')), ''.join(sorted('hello')), list(map(len, words)), list(filter(str.isupper, 'aBcD')), max(words, key=len), min(words), sorted(words, key=str.lower, reverse=True), [w[0] for w in words], {len(w): w for w in words}, list(enumerate(words, 1))[:2], list(zip(words, range(2))), dict(enumerate('ab')), tuple(map(int, '1 2 3'.split())))
print(isinstance(5, (int, float)), type(5).__name__, id(None) == id(None), (lambda *a, **k: (a, k))(1, x=2), callable(str.upper), str.upper('abc'), list.append.__name__, 'a'.upper.__self__, int('7') + float('1.5'), bool('False'), list(b'hi'), bytes('hi', 'ascii'), [1, 2] > [1], (1, 'a') < (1, 'b'), [1, 2, 3][::-1], [0] * 3, [[0] * 2] * 2, list(range(10, 0, -3)), range(0, 10, 2)[-1], len(range(100)), 5 in range(0, 10, 5), sum(range(101)), slice(1, 5, 2), [0, 1, 2, 3, 4, 5][slice(1, 5, 2)])
