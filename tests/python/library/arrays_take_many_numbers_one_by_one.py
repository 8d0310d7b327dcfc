# Numbers that come one by one are in the array until one does not fit; a list is taken as a whole or not at all.
import array
for code, vals in [('i',[1,2,True]),('f',[1,2.5,1e300]),('d',[1,2.5,1e300]),('b',[1,200]),('B',[-1]),('i',[1.5]),('i',['x']),('q',[1<<63]),('I',[1<<32]),('d',['x']),('L',(1,2)),('h',range(3)),('f',[0.1])]:
    try: print(array.array(code, vals))
    except Exception as e: print(code, type(e).__name__, e)
a = array.array('i')
try: a.extend(x if x < 3 else 'no' for x in range(5))
except TypeError as e: print(e, a)
class I:
    def __index__(self): return 7
class F:
    def __float__(self): return 7.5
print(array.array('i', [I(), 1]), array.array('d', [F(), I(), 1]))
a.extend([1, 2]); a.fromlist([3]); print(a)
try: a.fromlist([1, 'x'])
except TypeError as e: print(e, a)
