"""The environment's refusals have the frames of os.py and of _collections_abc.py."""
import os, traceback
def t(f):
    try: f()
    except BaseException: traceback.print_exc()
e = os.environ
t(lambda: e['NOPE']); t(lambda: e[5]); t(lambda: e.update(A=5)); t(lambda: e.setdefault('Q', 5)); t(lambda: e.__ior__({'D': 4})); t(lambda: e.pop('NO')); t(lambda: os.getenv(5)); t(lambda: e.__delitem__('NO')); t(lambda: e.__setitem__('a=b', 'c')); t(lambda: e.__setitem__('A', None))
