# Tuples whose places have names are made, shown, changed and refused as CPython's are.
import copy
import grp
import os
import pickle
import pwd
import resource
import sys
import threading
import time


def shown(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


samples = (sys.version_info, sys.flags, sys.hash_info, sys.float_info, sys.thread_info, time.gmtime(0),
           os.terminal_size((80, 24)), os.stat_result(range(19)), pwd.struct_passwd(range(7)), grp.struct_group('abcd'),
           resource.struct_rusage(range(16)), threading.ExceptHookArgs(range(4)), sys.get_asyncgen_hooks())
for sample in samples:
    cls = type(sample)
    count = cls.n_sequence_fields
    print(cls, cls.__module__, cls.__bases__, cls.__match_args__, cls.n_fields, count, cls.n_unnamed_fields)
    name = cls.__match_args__[0]
    member = cls.__dict__[name]
    print(member, type(member).__name__, member.__objclass__ is cls, member.__name__, member.__qualname__)
    shown(lambda: setattr(sample, name, 3))
    shown(lambda: delattr(sample, name))
    shown(lambda: setattr(sample, 'other', 1))
    shown(lambda: sample.other)
    shown(lambda: sample.__dict__)
    shown(lambda: member.__get__(3))
    shown(lambda: type('Derived', (cls,), {}))
    shown(lambda: cls())
    shown(lambda: cls((1,)))
    shown(lambda: cls(3))
    shown(lambda: cls(range(60)))
    shown(lambda: cls(range(count)))
    shown(lambda: cls(range(count), 3))
    shown(lambda: cls(range(count), {'other': 1}))
    shown(lambda: cls(range(count), dict={}) == tuple(range(count)))
    shown(lambda: sample.__replace__(other=3))
    shown(lambda: sample.__replace__(1))
    shown(lambda: copy.replace(sample, **{name: 5})[0])
    shown(lambda: list(sample.__reduce__()[1][1]))
    shown(lambda: type(sample[:2]))

for sample in (time.gmtime(0), os.terminal_size((80, 24))):
    print(copy.copy(sample), pickle.loads(pickle.dumps(sample)) == sample)
stat = os.stat_result(range(1, 11))
print(stat, stat.st_mtime, stat.st_atime_ns, stat.st_blocks)
stat = os.stat_result(range(1, 11), {'st_mtime': 1.5, 'st_blocks': 8})
print(stat[8], stat.st_mtime, stat.st_blocks, stat.st_rdev)
print(sys.flags.gil, time.gmtime(0).tm_zone, time.gmtime(0).tm_gmtoff)

unraisable = []
sys.unraisablehook = unraisable.append


class Failing:
    def __del__(self):
        1 / 0


Failing()
print(type(unraisable[0]), len(unraisable[0]), unraisable[0][:2], unraisable[0].err_msg)
