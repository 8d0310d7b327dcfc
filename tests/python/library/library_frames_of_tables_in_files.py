import os
import tempfile
import traceback


def t(f):
    try:
        print("ok", f())
    except BaseException as e:
        print("=" * 10)
        # Without the program's own lines.
        shown = "".join(traceback.format_exception(e)).replace(__file__, "FILE")
        print(shown)


os.chdir(tempfile.mkdtemp())
import shelve, dbm
t(lambda: shelve.open('nodb','r'))
t(lambda: shelve.open('db','q'))
s=shelve.open('db')
t(lambda: s['a'])
t(lambda: s.__setitem__('a',lambda:1))
t(lambda: s.__delitem__('a'))
t(lambda: s.__setitem__(1,2))
s.close()
t(lambda: s['a'])
t(lambda: s.__setitem__('a',1))
t(lambda: len(s))
t(lambda: list(s))
t(lambda: dbm.open('nodb'))
t(lambda: dbm.open('a.txt'))
t(lambda: dbm.open('x','z'))
d=dbm.open('dd','c')
t(lambda: d['a'])
t(lambda: d.__setitem__('a',1))
d.close()
t(lambda: d['a'])
t(lambda: d.keys())
import dbm.dumb
t(lambda: dbm.dumb.open('nodumb','r'))
t(lambda: dbm.dumb.open('nodumb','q'))
d=dbm.dumb.open('dumb','n')
t(lambda: d['a'])
t(lambda: d.__setitem__(1,1))
t(lambda: d.__setitem__('a',1))
t(lambda: d.__delitem__('a'))
d.close()
t(lambda: d['a'])
t(lambda: d.keys())
t(lambda: len(d))
t(lambda: d.__setitem__('a','1'))
