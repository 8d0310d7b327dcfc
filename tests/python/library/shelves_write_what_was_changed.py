# Shelves write what was changed when they go, in tables that say what they lack.
import dbm
import os
import shelve
import tempfile

os.chdir(tempfile.mkdtemp())
for m in ('gnu', 'ndbm'):
    try:
        __import__('dbm.' + m, fromlist=['x'])
    except ImportError as e:
        print(type(e), e, e.name)
try:
    dbm.open('nodir/x', 'c')
except FileNotFoundError as e:
    print(e)
try:
    shelve.open('nodir/x')
except FileNotFoundError as e:
    print(e)
s = shelve.open('a', writeback=True)
s['x'] = [1]
s['x'].append(2)
del s
with shelve.open('a') as s:
    print(dict(s), s.get('y', 5))
print(type(s.dict), s.dict, dbm._defaultmod.__name__)
class Loud(shelve.DbfilenameShelf):
    def __setitem__(self, k, v):
        print('set', k, v)
        super().__setitem__(k, v)
with Loud('b', writeback=True) as s:
    s['k'] = {}
    s['k']['z'] = 1
with shelve.open('b') as s:
    print(s['k'])
class T(dict):
    at = 0
    def first(self): self.at = 0; return sorted(self.items())[0]
    def last(self): self.at = len(self) - 1; return sorted(self.items())[-1]
    def __next__(self): self.at += 1; return sorted(self.items())[self.at]
    def previous(self): self.at -= 1; return sorted(self.items())[self.at]
    def set_location(self, key): return key, self[key]
b = shelve.BsdDbShelf(T())
b['a'], b['b'] = 1, [2]
print(b.first(), b.next(), b.previous(), b.last(), b.set_location(b'a'))
plain = shelve.Shelf({}, writeback=True)
plain['q'] = [1]; plain['q'].append(3); plain.sync(); print(plain.dict.keys(), plain['q'], len(plain), 'q' in plain)
db = dbm.open('n', 'n'); db['1'] = '2'; print(db['1'], len(db)); db.close()
import dbm.dumb
with dbm.dumb.open('d', 'c') as db:
    db['k'] = b'v'; print(db['k'], list(db), len(db), dbm.whichdb('d'))
    for bad in (1, None):
        try:
            db[bad] = 'x'
        except Exception as e:
            print(type(e), e)
print(dbm.whichdb('d'))
s = shelve.open('a', 'r', None, True)
s['x'].append(9)
s.close()
