print([].append, [].append.__name__, list.append, str.join, 'a'.join, dict.fromkeys, len, print.__name__, int.__add__, (1).__add__, [].__class__, object().__class__)
x = [3,1,2]
print(x.sort() is None, x, x.reverse(), x, x.clear(), x)
x = [1,2,3,4,5]; del x[1:3]; print(x); del x[::2]; print(x); x[5:] = [9,8]; print(x); x[::2] = [0,0]; print(x)
try: x[::2] = [1]
except ValueError as e: print(e)
try: x[0:1] = 5
except TypeError as e: print(e)
try: x['a'] = 1
except TypeError as e: print(e)
try: x[10] = 1
except IndexError as e: print(e)
try: del x[10]
except IndexError as e: print(e)
try: (1,2)[0] = 1
except TypeError as e: print(e)
try: del (1,2)[0]
except TypeError as e: print(e)
try: 'abc'[0] = 'x'
except TypeError as e: print(e)
try: len
except: pass
try: len[0]
except TypeError as e: print(e)
try: for_ = iter(5)
except TypeError as e: print(e)
try:
    for q in 5: pass
except TypeError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b = (1,)
except ValueError as e: print(e)
try: a, b = 5
except TypeError as e: print(e)
try: [1].nope
except AttributeError as e: print(e)
try: 'a'.nope
except AttributeError as e: print(e)
try: (5).nope = 1
except AttributeError as e: print(e)
try: 'x' * 10**12
except MemoryError as e: print('MemoryError', e)
try: [0] * 10**15
except MemoryError as e: print('MemoryError', e)
try: ' ' * -5 + 5
except TypeError as e: print(e)
d = {'b': 1, 'a': 2}
print(d.pop('b'), d, d.setdefault('c', 3), d.setdefault('a', 9), d, d.popitem(), d)
d.update(z=1); d['a'] += 5; print(d, list(d), list(d.keys()), list(d.values()), list(d.items()), sorted(d), d.copy() == d, d.clear(), d)
k = {'x': 1}.keys(); dd = {'x': 1, 'y': 2}; kv = dd.keys(); dd['z'] = 3; print(kv, len(kv), 'z' in kv, list(kv), kv | {'q'} >= {'q'}, ('x', 1) in dd.items(), 3 in dd.values())
del dd['x']; print(dd)
try: del dd['x']
except KeyError as e: print('KeyError', e)
print({1: 'a', 1.0: 'b', True: 'c'})
print({(1, 2): 3}[(1, 2)], {frozenset([1]): 2}[frozenset([1])])
try: {[]: 1}
except TypeError as e: print(e)
try: {1: 2}[[]]
except TypeError as e: print(e)
try: {{}}
except TypeError as e: print(e)
print({1, 2} == {2, 1}, {1: 2} == {1: 2.0}, [1] == (1,), (1,) == (1.0,), 'a' == b'a', None == 0, [] == False)
s = {1, 2, 3}; s -= {1}; s ^= {3, 4}; s &= {2, 4}; s.add(9); s.discard(100); s.remove(9); print(s, s.pop() in (2, 4), len(s))
f = frozenset('ab'); print(len(f), f == {'a', 'b'}, f | {'c'} == {'a','b','c'}, hash(f) == hash(frozenset('ba')))
b = bytearray(b'hello'); b[0] = 72; b.append(33); b.extend(b'ab'); b += b'z'; del b[1]; b[1:3] = b'XY'; print(b, len(b), b.decode(), b.pop(), b.find(b'X'), b[::-1], b * 2)
m = memoryview(b); m[0] = 65; print(b, m.tobytes(), m[1:3].tobytes(), m.nbytes)
print(b'abc'.__class__, bytes([65, 66]), bytes('é', 'utf-8'), list(b'ab'), b'a' * 3, b'%d|%s|%x' % (5, b'x', 255), b'a' < b'b', b'abc'[::-1], b'\x00\n\'"', b"it's")
print((1).__class__, (1.5).__class__, 1j, complex(1, -2), 1 + 2j, abs(3 + 4j), (1 + 2j) ** 2, 1e3, 1e100, -0.0, float('nan'), [float('inf'), float('-inf')])
print(int('z', 36), int('0b11', 0), int(' 5\n'), bin(5), oct(8), hex(-255), chr(8364), ord('€'), round(2.567, 2), round(5), round(-1.5), divmod(-7, 3), pow(2, 100), pow(2, -2), abs(-3))
print(str(1e15), str(1e16), str(123456789.123456789), repr(0.1), 1.0, 1e-4, 1e-5, 1/3, 2/3, 100 * 1.1, 3.0 * 2)
print('%.3f' % 2.5, '%5d|' % 3, '%-5s|' % 'a', '%+.1e' % 12345.6789, '%%', '%s' % ((1, 2),), '%r' % 'x', f'{1!r:>5}', f'{"a":*^9}', f'{3.14159:.2f}', f'{1000000:,}', f'{255:#x}', f'{0.5:%}', f'{[1,2]}', f'{"x"!r}', f'{None}', f'{True:d}')
print(1 if [] else 2, [] or 'x', 0 and 1, not [], not 'a', 1 < 2 < 3, 1 == 1.0 == True)
print(list[int], dict[str, int], tuple[int, ...], type[int], int | None, list[int] | str, None | int, isinstance(5, int | str), isinstance('a', (int, str)), set[int], frozenset[str])
print(max('a', 'b'), max([1, 2], key=lambda x: -x), min(3, 1, 2), max([], default=0), sum([[1], [2]], []), sum([0.1] * 10), sum([1, 2], 10))
try: max([])
except ValueError as e: print(e)
try: sum(['a', 'b'])
except TypeError as e: print(e)
try: sum(['a'], '')
except TypeError as e: print(e)
print(isinstance(True, int), issubclass(bool, int), type(1) is int, type([]) == list, callable(len), callable(5))
print(list.__mro__, bool.__mro__, dict.__name__, int.__bases__, str.__module__)
print(sorted([3, 1.5, 2, True]), sorted(['b', 'B', 'a']), sorted([[2], [1, 5], [1]]), sorted({3: 1, 1: 2}.items()), sorted([None, None] and [2, 1]))
print("abc".__getitem__(1), [1, 2].__len__(), {}.__len__(), (1, 2).__contains__(2), {1}.__and__({1}), [1].__add__([2]), [1].__iadd__([3]), 'a'.__mod__(()), int.__mul__(3, 4), float.__add__(1.5, 2), str.__len__('abc'), list.__getitem__([5], 0), dict.__setitem__({}, 1, 2), dict.__contains__({1: 1}, 1))
