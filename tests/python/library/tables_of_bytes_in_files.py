"""dbm keeps bytes in files, as does dbm.dumb."""
import dbm
import dbm.dumb
import os
import tempfile

os.chdir(tempfile.mkdtemp())
try:
    dbm.open('none')
except dbm.error as error:
    print(type(error), error, dbm.error)
table = dbm.open('x', 'c')
table['a'] = '1'
table[b'b'] = b'2'
print(type(table), table.keys(), list(table), len(table), table.get('z'), table.get(b'a'), 'a' in table, table['a'],
      table.setdefault('q', 'w'))
table['k'] = 5
for wrong in lambda: table['zz'], lambda: table.__delitem__('zz'):
    try:
        wrong()
    except KeyError as error:
        print(repr(error))
table.close()
try:
    table['a']
except Exception as error:
    print(repr(error), type(error).__mro__)
print(dbm.whichdb('x'), dbm.whichdb('nothing'))
with dbm.open('x', 'r') as table:
    print(dict(table), table.keys())
    try:
        table['a'] = '3'
    except Exception as error:
        print(repr(error))
with open('bad', 'w') as file:
    file.write('hello')
for name, flag in ('x', 'q'), ('bad', 'r'):
    try:
        dbm.open(name, flag)
    except Exception as error:
        print(repr(error), repr(dbm.whichdb(name)))

with dbm.dumb.open('y', 'c') as dumb:
    dumb['a'] = 'b'
    dumb['c'] = b'dd'
    print(dumb.keys(), dumb['c'], len(dumb))
with open('y.dir') as file:
    print(sorted(name for name in os.listdir('.') if name[0] == 'y'), file.read(), dbm.whichdb('y'))
read = dbm.dumb.open('y', 'r')
for wrong in (lambda: dumb['a'], lambda: read.__setitem__('a', 1), lambda: read['nn'], lambda: dbm.dumb.open('zz', 'r')):
    try:
        wrong()
    except Exception as error:
        print(repr(error))
